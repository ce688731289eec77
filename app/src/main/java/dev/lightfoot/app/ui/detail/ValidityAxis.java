package dev.lightfoot.app.ui.detail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// A time axis around the server's own certificate: its validity and the instant of measuring fill
/// most of it; longer-lived certificates run out of it on both sides.
///
/// @param from left end
/// @param to right end
/// @param measured when the certificates were seen
record ValidityAxis(Instant from, Instant to, Instant measured) {
  private static final Duration LEAST_MARGIN = Duration.ofDays(60);
  private static final int MOST_TICKS = 7;
  private static final int[] MONTHS = {1, 3, 6, 12, 24, 60, 120, 240, 1200};
  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

  static final ValidityAxis EMPTY =
      new ValidityAxis(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), Instant.EPOCH);

  /// How far right of its tick a label begins, in pixels.
  static final double INSET = 3;

  /// Between the edge of a bar and words beside it, in pixels.
  private static final double WORD_GAP = 8;

  /// One mark on the axis.
  record Tick(Instant at, String label) {}

  /// A stretch of the axis, in pixels.
  record Room(double from, double to) {
    boolean meets(Room other) {
      return from < other.to && other.from < to;
    }
  }

  static ValidityAxis of(List<CertificateRow> rows) {
    if (rows.isEmpty()) {
      return EMPTY;
    }
    CertificateRow leaf = rows.getFirst();
    Instant start = earlier(leaf.facts().notBefore(), leaf.measured());
    Instant end = later(leaf.facts().notAfter(), leaf.measured());
    Duration margin = Duration.between(start, end).dividedBy(2);
    Duration kept = margin.compareTo(LEAST_MARGIN) < 0 ? LEAST_MARGIN : margin;
    // What is wrong with a certificate is written right of the line that marks the measurement.
    Duration after = leaf.expired() || leaf.early() ? kept.multipliedBy(3) : kept;
    return new ValidityAxis(start.minus(kept), end.plus(after), leaf.measured());
  }

  double x(Instant at, double width) {
    double whole = Duration.between(from, to).toSeconds();
    return width * Duration.between(from, at).toSeconds() / whole;
  }

  /// Firsts of months, seven at most.
  List<Tick> ticks() {
    int step = step();
    LocalDate at = from.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
    at = at.withMonth(1);
    List<Tick> ticks = new ArrayList<>();
    Instant instant = at.atStartOfDay(ZoneOffset.UTC).toInstant();
    while (instant.isBefore(to)) {
      if (!instant.isBefore(from)) {
        ticks.add(new Tick(instant, at.format(LABEL)));
      }
      at = at.plusMonths(step);
      instant = at.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return ticks;
  }

  /// Where a label of that width names the instant of measuring: around it, or as near as it fits.
  Room measuredLabel(double width, double label) {
    double half = label / 2;
    double middle = Math.clamp(x(measured, width), half, Math.max(half, width - half));
    return new Room(middle - half, middle + half);
  }

  /// The ticks whose labels fit: on the axis, beside each other and beside what is taken.
  ///
  /// @param label how wide a text is
  /// @param gap kept free between labels
  List<Tick> labelled(double width, Room taken, ToDoubleFunction<String> label, double gap) {
    List<Tick> fitting = new ArrayList<>();
    double free = 0;
    for (Tick tick : ticks()) {
      double from = x(tick.at(), width) + INSET;
      double to = from + label.applyAsDouble(tick.label());
      boolean covered = new Room(from - gap, to + gap).meets(taken);
      if (from >= free && to <= width && !covered) {
        fitting.add(tick);
        free = to + gap;
      }
    }
    return fitting;
  }

  private int step() {
    long months = Duration.between(from, to).toDays() / 30;
    for (int step : MONTHS) {
      if (months / step <= MOST_TICKS) {
        return step;
      }
    }
    return MONTHS[MONTHS.length - 1];
  }

  private static Instant earlier(Instant left, Instant right) {
    return left.isBefore(right) ? left : right;
  }

  private static Instant later(Instant left, Instant right) {
    return left.isAfter(right) ? left : right;
  }

  /// Where the words of a valid certificate begin: within its bar on one side of the instant of
  /// measuring, else after the bar, else before it; nowhere where an edge would go through them.
  ///
  /// @param room how wide the drawing is
  /// @param width of the words
  static OptionalDouble words(double from, double to, double now, double room, double width) {
    double needs = width + 2 * WORD_GAP;
    if (now - from >= needs) {
      return OptionalDouble.of(from + WORD_GAP);
    }
    if (to - now >= needs) {
      return OptionalDouble.of(now + WORD_GAP);
    }
    if (room - to >= width + WORD_GAP) {
      return OptionalDouble.of(to + WORD_GAP);
    }
    return from >= needs ? OptionalDouble.of(from - WORD_GAP - width) : OptionalDouble.empty();
  }
}
