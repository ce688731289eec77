package dev.lightfoot.codec.accesslog;

import static java.util.Map.entry;

import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.Map;
import java.util.Optional;

/// Turns Apache's `LogFormat` into a [LinePattern]: the bare string, or the whole directive
/// (mod_log_config, mod_logio).
final class ApacheFormat {
  private static final Map<String, Fact> FACTS =
      Map.ofEntries(
          entry("h", Fact.CLIENT),
          entry("a", Fact.CLIENT),
          entry("t", Fact.TIME),
          entry("r", Fact.REQUEST),
          entry("m", Fact.METHOD),
          entry("U", Fact.TARGET),
          entry("q", Fact.QUERY),
          entry("H", Fact.PROTOCOL),
          entry("s", Fact.STATUS),
          entry("b", Fact.BODY_BYTES),
          entry("B", Fact.BODY_BYTES),
          entry("O", Fact.RESPONSE_BYTES),
          entry("D", Fact.MICROS),
          entry("T", Fact.SECONDS),
          entry("^FB", Fact.FIRST_BYTE_MICROS),
          entry("v", Fact.HOST),
          entry("V", Fact.HOST),
          entry("p", Fact.PORT),
          entry("P", Fact.PROCESS));

  private final String text;
  private final LinePattern.Builder builder = new LinePattern.Builder();
  private int at;

  private ApacheFormat(String text) {
    this.text = text;
  }

  /// @throws IllegalArgumentException with a sentence where lines of that format could not be taken
  ///   apart
  static LinePattern compile(String format) {
    String text = format.strip();
    return new ApacheFormat(text.startsWith("LogFormat") ? unquote(text) : text).pattern();
  }

  private LinePattern pattern() {
    while (at < text.length()) {
      int percent = text.indexOf('%', at);
      builder.text(text.substring(at, percent < 0 ? text.length() : percent));
      if (percent < 0) {
        break;
      }
      at = percent + 1;
      directive(percent);
    }
    return builder.build();
  }

  private void directive(int percent) {
    while (at < text.length() && "<>!,0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String argument = "";
    if (at < text.length() && text.charAt(at) == '{') {
      int close = Math.max(at, text.indexOf('}', at));
      argument = text.substring(at + 1, Math.max(at + 1, close));
      at = close + 1;
    }
    int length = text.startsWith("^", at) ? 3 : 1;
    String letter =
        text.substring(Math.min(at, text.length()), Math.min(at + length, text.length()));
    at += length;
    String name = text.substring(percent, Math.min(at, text.length()));
    if (letter.equals("%")) {
      builder.text("%");
    } else if (letter.equals("t") && argument.isEmpty()) {
      builder.text("[").field(Fact.TIME, name).text("]");
    } else {
      builder.field(fact(letter, argument), name);
    }
  }

  private static Optional<Fact> fact(String letter, String argument) {
    return switch (letter) {
      case "i", "o" -> FieldNames.header(argument);
      case "e" ->
          argument.equals("UNIQUE_ID") ? Optional.of(Fact.REQUEST_ID) : Optional.<Fact>empty();
      case "t" -> time(argument);
      case "T" ->
          Optional.of(
              argument.equals("us")
                  ? Fact.MICROS
                  : argument.equals("ms") ? Fact.MILLIS : Fact.SECONDS);
      case "a", "p" ->
          argument.isEmpty() || argument.equals("c")
              ? Optional.ofNullable(FACTS.get(letter))
              : Optional.<Fact>empty();
      default -> Optional.ofNullable(FACTS.get(letter));
    };
  }

  /// The start of the request; its end, `%{end:…}t`, is left out.
  private static Optional<Fact> time(String argument) {
    if (argument.startsWith("end:") || argument.endsWith("_frac")) {
      return Optional.empty();
    }
    return Optional.of(Fact.TIME);
  }

  /// The first quoted part of a directive.
  private static String unquote(String directive) {
    StringBuilder format = new StringBuilder();
    int at = directive.indexOf('"') + 1;
    while (at > 0 && at < directive.length() && directive.charAt(at) != '"') {
      at += directive.charAt(at) == '\\' && at + 1 < directive.length() ? 1 : 0;
      format.append(directive.charAt(at++));
    }
    return format.toString();
  }
}
