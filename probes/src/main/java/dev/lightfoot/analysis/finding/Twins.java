package dev.lightfoot.analysis.finding;

import java.util.regex.Pattern;

/// What a machine or a deployment is called without that by which it differs from its twins and
/// from itself after the next start: numbers, and the ids that containers get for a name.
public final class Twins {
  /// Docker's names have twelve hexadecimal digits of the id, or all 64.
  private static final Pattern OWN =
      Pattern.compile("(?<![0-9A-Za-z])[0-9a-f]{12,}(?![0-9A-Za-z])|[0-9]+");

  private Twins() {}

  /// The name with `#` for each of these: `db-#.internal`.
  public static String alike(String name) {
    return OWN.matcher(name).replaceAll("#");
  }
}
