package dev.lightfoot.probe.chrome;

import dev.lightfoot.devtools.DevtoolsRun.SecondsTask;
import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.devtools.json.JsonValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;

/// Asks a page, when it is there, for what no event says. What it does not answer is not known.
///
/// @param session of the page
record PageQuestions(DevtoolsClient client, String session) {
  private static final double MILLIS_PER_SECOND = 1_000;

  // the browser keeps long tasks for whoever looks later
  private static final String LONG_TASKS =
      """
      new Promise(done => {
        const found = [];
        const take = entries => entries.forEach(e => found.push([e.startTime, e.duration]));
        try {
          const observer = new PerformanceObserver(list => take(list.getEntries()));
          observer.observe({type: 'longtask', buffered: true});
          setTimeout(() => {
            take(observer.takeRecords());
            observer.disconnect();
            done(JSON.stringify(found));
          }, 0);
        } catch (e) {
          done('[]');
        }
      })\
      """;

  /// How the element of that number would be called in a style sheet.
  Optional<String> element(OptionalInt node) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    JsonValue described =
        answer("DOM.describeNode", JsonValue.object("backendNodeId", node.getAsInt()));
    JsonValue element = described.at("node");
    Map<String, String> attributes = new HashMap<>();
    List<JsonValue> pairs = element.at("attributes").elements();
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      attributes.put(pairs.get(i).text().orElse(""), pairs.get(i + 1).text().orElse(""));
    }
    return element
        .text("nodeName")
        .map(name -> name.toLowerCase(Locale.ROOT) + id(attributes) + firstClass(attributes));
  }

  private static String id(Map<String, String> attributes) {
    String id = attributes.getOrDefault("id", "");
    return id.isEmpty() ? "" : "#" + id;
  }

  private static String firstClass(Map<String, String> attributes) {
    String classes = attributes.getOrDefault("class", "").strip();
    return classes.isEmpty() ? "" : "." + classes.split("\\s+", 2)[0];
  }

  /// When the page's own thread was held up.
  List<SecondsTask> longTasks() {
    OptionalDouble start = navigationStart();
    if (start.isEmpty()) {
      return List.of();
    }
    String json =
        answer(
                "Runtime.evaluate",
                JsonValue.object(
                    "expression", LONG_TASKS, "awaitPromise", true, "returnByValue", true))
            .at("result")
            .text("value")
            .orElse("[]");
    List<SecondsTask> tasks = new ArrayList<>();
    try {
      for (JsonValue pair : JsonValues.parse(json).elements()) {
        List<JsonValue> numbers = pair.elements();
        tasks.add(
            new SecondsTask(
                start.getAsDouble() + numbers.get(0).number().orElse(0) / MILLIS_PER_SECOND,
                numbers.get(1).number().orElse(0) / MILLIS_PER_SECOND));
      }
    } catch (JacksonException | IndexOutOfBoundsException e) {
      return List.of(); // the page has replaced what it was asked with
    }
    return tasks;
  }

  private OptionalDouble navigationStart() {
    for (JsonValue metric :
        answer("Performance.getMetrics", JsonValue.object()).at("metrics").elements()) {
      if (metric.text("name").equals(Optional.of("NavigationStart"))) {
        return metric.number("value");
      }
    }
    return OptionalDouble.empty();
  }

  private JsonValue answer(String method, JsonValue params) {
    try {
      return client.ask(session, method, params, RunningBrowser.PATIENCE);
    } catch (BrowserFailure e) {
      return JsonValue.NOTHING;
    }
  }
}
