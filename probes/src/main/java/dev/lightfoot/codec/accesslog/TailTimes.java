package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.DurationUnit;
import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which of the columns behind the combined fields are times, and whose: the request's own is never
/// shorter than those of its upstreams together, and is there on every line.
final class TailTimes {
  /// Two clocks of whole milliseconds may differ by one of them, and one more.
  private static final double TOLERANCE = 0.002;

  /// Seconds in the median that a page rarely takes, and milliseconds often.
  private static final double RATHER_MILLIS = 10;

  private static final int UPSTREAM_TIMES = 3;

  private static final String MILLIS_ASSUMED =
      "The decimals behind the combined fields are taken for milliseconds, by their size: nothing"
          + " in the file says their unit. --log-format says what they are.";

  private final List<TailColumn> columns;

  /// Their places.
  private final List<Integer> times = new ArrayList<>();

  TailTimes(List<TailColumn> columns) {
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      if (isTime(i)) {
        times.add(i);
      }
    }
  }

  /// Whether there are any.
  boolean any() {
    return !times.isEmpty() || named() >= 0;
  }

  /// Decimals of seconds, and columns of nothing but `-` beside them.
  private boolean isTime(int place) {
    TailColumn column = columns.get(place);
    boolean beside = !times.isEmpty() && times.getLast() == place - 1;
    boolean blank = beside && column.first().key().isEmpty() && column.isBlank();
    return (column.isSeconds() || blank) && unitBehind(place).isEmpty();
  }

  /// The place of a number with its unit as the next word, as morgan writes it: `12.345 ms`.
  private int named() {
    return IntStream.range(0, columns.size())
        .filter(place -> unitBehind(place).isPresent())
        .findFirst()
        .orElse(-1);
  }

  private Optional<DurationUnit> unitBehind(int place) {
    if (place + 1 == columns.size()) {
      return Optional.empty();
    }
    List<String> words = columns.get(place + 1).values();
    Optional<DurationUnit> unit = DurationUnit.of(words.getFirst());
    boolean all = unit.isPresent() && words.stream().distinct().count() == 1;
    return all && columns.get(place).isNumber() ? unit : Optional.empty();
  }

  /// Notes what each is, by its place.
  void facts(Map<Integer, Fact> into, List<String> remarks) {
    int named = named();
    if (named >= 0) {
      into.put(named, KeyUnits.fact(unitBehind(named).orElseThrow()));
    } else if (!times.isEmpty()) {
      seconds(into, remarks);
    }
  }

  private void seconds(Map<Integer, Fact> into, List<String> remarks) {
    int request = request();
    boolean millis = times.size() == 1 && median(columns.get(request)) >= RATHER_MILLIS;
    into.put(request, millis ? Fact.MILLIS : Fact.SECONDS);
    if (millis) {
      remarks.add(MILLIS_ASSUMED);
    }
    List<Integer> upstreams = times.stream().filter(each -> each != request).toList();
    if (!upstreams.isEmpty()) {
      into.put(upstreams.getLast(), Fact.UPSTREAM_RESPONSE);
    }
    // Of two it is not known whether the first is that of the connection or of the head.
    if (upstreams.size() == UPSTREAM_TIMES) {
      into.put(upstreams.get(0), Fact.UPSTREAM_CONNECT);
      into.put(upstreams.get(1), Fact.UPSTREAM_HEADER);
    }
  }

  /// The one that is shorter than another on the fewest lines, and missing on none.
  private int request() {
    if (times.size() == 1) {
      return times.getFirst();
    }
    return times.stream()
        .min(
            Comparator.comparingLong(this::timesShorter)
                .thenComparing(place -> columns.get(place).hasGapsOrLists()))
        .orElseThrow();
  }

  private long timesShorter(int place) {
    List<String> values = columns.get(place).values();
    return IntStream.range(0, values.size())
        .filter(
            line -> {
              double own = TailColumn.seconds(values.get(line)) + TOLERANCE;
              return times.stream()
                  .anyMatch(
                      other -> TailColumn.seconds(columns.get(other).values().get(line)) > own);
            })
        .count();
  }

  private static double median(TailColumn column) {
    List<Double> sorted = column.known().stream().map(TailColumn::seconds).sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }
}
