package dev.lightfoot.codec.accesslog;

import static java.util.Map.entry;

import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.Map;
import java.util.Optional;

/// Turns gunicorn's `access_log_format` into a [LinePattern].
final class GunicornFormat {
  private static final Map<String, Fact> FACTS =
      Map.ofEntries(
          entry("h", Fact.CLIENT),
          entry("r", Fact.REQUEST),
          entry("m", Fact.METHOD),
          entry("U", Fact.TARGET),
          entry("q", Fact.QUERY),
          entry("H", Fact.PROTOCOL),
          entry("s", Fact.STATUS),
          entry("B", Fact.BODY_BYTES),
          entry("b", Fact.BODY_BYTES),
          entry("a", Fact.USER_AGENT),
          entry("T", Fact.SECONDS),
          entry("L", Fact.SECONDS),
          entry("M", Fact.MILLIS),
          entry("D", Fact.MICROS));

  private GunicornFormat() {}

  /// @throws IllegalArgumentException with a sentence where lines of that format could not be taken
  ///   apart
  static LinePattern compile(String format) {
    String text = format.strip();
    LinePattern.Builder builder = new LinePattern.Builder();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf("%(", at);
      int close = open < 0 ? -1 : text.indexOf(")s", open);
      builder.text(text.substring(at, close < 0 ? text.length() : open));
      if (close < 0) {
        break;
      }
      add(text.substring(open + 2, close), builder);
      at = close + 2;
    }
    return builder.build();
  }

  private static void add(String name, LinePattern.Builder builder) {
    String shown = "%(" + name + ")s";
    switch (name) {
      case "t" -> builder.text("[").field(Fact.TIME, shown).text("]");
      case "p" -> builder.text("<").field(Fact.PROCESS, shown).text(">");
      default -> builder.field(fact(name), shown);
    }
  }

  private static Optional<Fact> fact(String name) {
    int close = name.indexOf('}');
    if (name.startsWith("{") && close > 0) {
      return name.endsWith("e") ? Optional.empty() : FieldNames.header(name.substring(1, close));
    }
    return Optional.ofNullable(FACTS.get(name));
  }
}
