package dev.lightfoot.intake;

import java.util.function.LongUnaryOperator;

/// Places within files, as readers name them: `line 12`, and what may follow it.
final class Places {
  private static final String LINE = "line ";
  private static final int DIGITS = 18;

  private Places() {}

  /// A place whose line is another; one without a line stays.
  static String moved(String place, LongUnaryOperator line) {
    int end = LINE.length();
    while (end < place.length() && Character.isDigit(place.charAt(end))) {
      end++;
    }
    boolean numbered =
        place.startsWith(LINE) && end > LINE.length() && end - LINE.length() <= DIGITS;
    return numbered
        ? LINE
            + line.applyAsLong(Long.parseLong(place, LINE.length(), end, 10))
            + place.substring(end)
        : place;
  }
}
