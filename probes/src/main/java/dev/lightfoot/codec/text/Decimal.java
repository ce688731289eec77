package dev.lightfoot.codec.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/// Numbers with a fraction, as logs write durations and times, to whole nanoseconds.
public final class Decimal {
  private static final int LONGEST = 40;
  private static final int LARGEST_EXPONENT = 20;

  private Decimal() {}

  /// That many nanoseconds; empty where the text is not a number of 0 or more, or is too large.
  ///
  /// @param nanosPerUnit of the unit in which the text counts
  public static OptionalLong nanos(String text, long nanosPerUnit) {
    boolean plain =
        !text.isEmpty()
            && text.length() <= LONGEST
            && text.chars().allMatch(c -> (c >= '0' && c <= '9') || ".eE-+".indexOf(c) >= 0);
    if (!plain) {
      return OptionalLong.empty();
    }
    try {
      BigDecimal number = new BigDecimal(text);
      int magnitude = number.precision() - number.scale();
      if (number.signum() < 0 || Math.abs(magnitude) > LARGEST_EXPONENT) {
        return OptionalLong.empty();
      }
      return OptionalLong.of(
          number
              .multiply(BigDecimal.valueOf(nanosPerUnit))
              .setScale(0, RoundingMode.HALF_UP)
              .longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
