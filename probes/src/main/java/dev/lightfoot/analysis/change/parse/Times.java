package dev.lightfoot.analysis.change.parse;

import dev.lightfoot.analysis.change.parse.ChangeFault.Refused;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads times: `20ms`, `1.5 ms`, `300us`, `2s`.
final class Times {
  private static final Pattern TIME =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(us|µs|ms|s)", Pattern.CASE_INSENSITIVE);
  private static final long MOST_NANOS = 60_000_000_000L;

  private Times() {}

  static long nanos(String given, Optional<String> value) throws Refused {
    Matcher matcher = TIME.matcher(value.orElse(""));
    if (matcher.matches()) {
      double unit =
          switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "s" -> 1e9;
            case "ms" -> 1e6;
            default -> 1e3;
          };
      long nanos = Math.round(Double.parseDouble(matcher.group(1)) * unit);
      if (nanos <= MOST_NANOS) {
        return nanos;
      }
    }
    String word = given.replaceFirst("=.*", "");
    throw new Refused(new ChangeFault.WrongValue(given, word + "=20ms"));
  }
}
