package dev.lightfoot.analysis.change;

import java.util.EnumMap;
import java.util.Map;

/// Where what is not known lies: in the middle, or somewhere in its range, always at the same place
/// for the same number.
public final class Draw {
  /// Everything as is most likely.
  public static final Draw MIDDLE = new Draw(0);

  /// Where in its range something lies.
  private enum End {
    LOW,
    HIGH
  }

  private final long number;
  private final Map<Uncertainty, End> ends = new EnumMap<>(Uncertainty.class);
  private final Map<Uncertainty, Range> asked = new EnumMap<>(Uncertainty.class);

  /// What was assumed of something.
  public record Range(double low, double middle, double high) {}

  private Draw(long number) {
    this.number = number;
  }

  /// The draw of that number, which is not 0.
  public static Draw of(long number) {
    return new Draw(number);
  }

  /// A new one in which everything is as is most likely, and which tells what it was asked for.
  public static Draw middle() {
    return new Draw(0);
  }

  /// Everything as is most likely, but for that, which lies at the low end of its range.
  public static Draw lowest(Uncertainty what) {
    return at(what, End.LOW);
  }

  /// Everything as is most likely, but for that, which lies at the high end of its range.
  public static Draw highest(Uncertainty what) {
    return at(what, End.HIGH);
  }

  private static Draw at(Uncertainty what, End end) {
    Draw draw = new Draw(0);
    draw.ends.put(what, end);
    return draw;
  }

  double between(Uncertainty what, double low, double middle, double high) {
    if (this != MIDDLE) {
      asked.put(what, new Range(low, middle, high));
    }
    if (number == 0) {
      return switch (ends.get(what)) {
        case LOW -> low;
        case HIGH -> high;
        case null -> middle;
      };
    }
    double at = uniform(number * 31 + what.label().hashCode());
    return at < 0.5 ? low + (middle - low) * 2 * at : middle + (high - middle) * (2 * at - 1);
  }

  /// What was asked for.
  public Map<Uncertainty, Range> asked() {
    return new EnumMap<>(asked);
  }

  /// 0 to 1, by SplitMix64.
  private static double uniform(long seed) {
    long z = seed * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (z >>> 11) * 0x1.0p-53;
  }
}
