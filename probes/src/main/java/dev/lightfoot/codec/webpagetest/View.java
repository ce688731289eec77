package dev.lightfoot.codec.webpagetest;

import dev.lightfoot.codec.json.JsonSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One view of one run, or one step of it, as it stands in the file.
final class View {
  /// Requests of one view.
  static final int MAX_REQUESTS = 100_000;

  private static final Set<String> WANTED =
      Set.of(
          "date",
          "loadTime",
          "docTime",
          "domContentLoadedEventStart",
          "firstContentfulPaint",
          "chromeUserTiming.firstContentfulPaint",
          "chromeUserTiming.LargestContentfulPaint",
          "browser_name",
          "browser_version",
          "browserVersion");

  final String name;
  final boolean repeat;
  final Map<String, String> facts = new HashMap<>();
  final List<Asked> requests = new ArrayList<>();
  int requestsLeft;

  private View(String name, boolean repeat) {
    this.name = name;
    this.repeat = repeat;
  }

  /// Reads the present object; a view of several steps is as many loads.
  static void read(JsonSource json, String name, boolean repeat, List<View> into) {
    if (!json.object()) {
      return;
    }
    View view = new View(name, repeat);
    while (json.member()) {
      String member = json.name();
      if (member.equals("steps")) {
        int[] step = {0};
        json.array();
        while (json.element()) {
          read(json, name + ", step " + ++step[0], repeat, into);
        }
      } else if (member.equals("requests") && json.isArray()) {
        json.objects(() -> view.add(Asked.read(json)));
      } else if (WANTED.contains(member)) {
        view.facts.put(member, json.text());
      } else {
        json.skip();
      }
    }
    if (!view.requests.isEmpty()) {
      into.add(view);
    }
  }

  private void add(Asked asked) {
    if (requests.size() < MAX_REQUESTS) {
      requests.add(asked);
    } else {
      requestsLeft++;
    }
  }

  /// The number of that name; not a number where there is none.
  double number(String fact) {
    return Asked.parsed(facts.getOrDefault(fact, ""));
  }

  String text(String fact) {
    return facts.getOrDefault(fact, "");
  }
}
