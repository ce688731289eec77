package dev.lightfoot.codec.har;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageSource;
import dev.lightfoot.model.page.Repair;
import dev.lightfoot.model.page.Viewport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The member `_lightfoot` of a page that we wrote: what HAR 1.2 has no place for.
final class OwnPage {
  boolean present;
  private final Map<String, String> words = new LinkedHashMap<>();
  private final Map<String, String> error = new LinkedHashMap<>();
  private final Map<String, String> viewport = new LinkedHashMap<>();
  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private Optional<PageSource> source = Optional.empty();

  void read(JsonSource json) {
    if (!json.object()) {
      return;
    }
    present = true;
    while (json.member()) {
      String name = json.name();
      switch (name) {
        case "error" -> texts(json, error);
        case "viewport" -> texts(json, viewport);
        case "source" -> source = source(json);
        default -> {
          if (json.isArray()) {
            lists.putIfAbsent(name, list(json));
          } else {
            words.putIfAbsent(name, json.text());
          }
        }
      }
    }
  }

  RunState state() {
    return byLabel(RunState.values(), RunState::label, words.get("state")).orElse(RunState.COLD);
  }

  /// Empty where it is a probe.
  Optional<PageEngine> engine() {
    return byLabel(PageEngine.values(), PageEngine::label, words.get("engine"));
  }

  Optional<LeftOut> leftOut() {
    return byLabel(LeftOut.values(), LeftOut::label, words.get("leftOut"));
  }

  boolean interrupted() {
    return "true".equals(words.get("interrupted"));
  }

  Optional<RunError> error() {
    return error.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RunError(
                Phase.ofLabel(error.getOrDefault("phase", "")),
                error.getOrDefault("errorType", "other"),
                error.getOrDefault("message", "")));
  }

  Optional<Viewport> viewport() {
    int width = number(viewport.get("width")).orElse(0);
    int height = number(viewport.get("height")).orElse(0);
    int scale = number(viewport.get("scale")).orElse(1_000);
    boolean mobile = "true".equals(viewport.get("mobile"));
    return width < 1 || height < 1 || scale < 1
        ? Optional.empty()
        : Optional.of(new Viewport(width, height, scale, mobile));
  }

  OptionalInt documentExchange() {
    return number(words.get("documentExchange"));
  }

  List<Integer> criticalPath(int exchanges) {
    return list("criticalPath").stream()
        .flatMap(text -> number(text).stream().boxed())
        .filter(index -> index < exchanges)
        .toList();
  }

  List<String> list(String name) {
    return lists.getOrDefault(name, List.of());
  }

  Optional<PageSource> source() {
    return source;
  }

  private static OptionalInt number(@Nullable String text) {
    try {
      int number = text == null ? -1 : Integer.parseInt(text);
      return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private static <E> Optional<E> byLabel(
      E[] all, Function<E, String> label, @Nullable String word) {
    for (E each : all) {
      if (label.apply(each).equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static void texts(JsonSource json, Map<String, String> into) {
    if (json.object()) {
      while (json.member()) {
        into.putIfAbsent(json.name(), json.text());
      }
    }
  }

  private static List<String> list(JsonSource json) {
    List<String> texts = new ArrayList<>();
    json.array();
    while (json.element()) {
      texts.add(json.text());
    }
    return texts;
  }

  private static Optional<PageSource> source(JsonSource json) {
    Map<String, String> said = new LinkedHashMap<>();
    List<Repair> repairs = new ArrayList<>();
    if (!json.object()) {
      return Optional.empty();
    }
    while (json.member()) {
      if (json.name().equals("repairs")) {
        json.objects(() -> repairs.add(repair(json)));
      } else {
        said.putIfAbsent(json.name(), json.text());
      }
    }
    return Optional.of(
        new PageSource(
            said.getOrDefault("format", HarReader.FORMAT.name()),
            Optional.ofNullable(said.get("writer")),
            Optional.ofNullable(said.get("browser")),
            repairs));
  }

  private static Repair repair(JsonSource json) {
    Map<String, String> said = new LinkedHashMap<>();
    while (json.member()) {
      said.putIfAbsent(json.name(), json.text());
    }
    return new Repair(
        said.getOrDefault("kind", "other"),
        number(said.get("count")).orElse(0),
        "true".equals(said.get("mended")));
  }
}
