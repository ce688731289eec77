package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.DurationUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The units that readers of access logs took for likely and no file says, as their remarks name
/// them: each by the option that settles it.
public final class GuessedUnits {
  private static final Pattern OPTION = Pattern.compile("--unit (\\S+)=(s|ms|us|ns) \\(or ");
  private static final Pattern PATTERN =
      Pattern.compile("--log-format says what (?:it is|they are)");

  private GuessedUnits() {}

  /// By keys, in the order of the remarks.
  public static Map<String, DurationUnit> in(List<String> remarks) {
    Map<String, DurationUnit> guessed = new LinkedHashMap<>();
    for (String remark : remarks) {
      Matcher option = OPTION.matcher(remark);
      if (option.find()) {
        DurationUnit.of(option.group(2)).ifPresent(unit -> guessed.put(option.group(1), unit));
      }
    }
    return guessed;
  }

  /// Whether the server's own format string would settle something.
  public static boolean wantPattern(List<String> remarks) {
    return remarks.stream().anyMatch(remark -> PATTERN.matcher(remark).find());
  }
}
