package dev.lightfoot.analysis.join;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// How often others do what could be taken for a request: the entries of a log less those of the
/// requests themselves, around each of them and in all.
final class Rate {
  /// How long before and after a request its own surroundings reach.
  static final long AROUND_NANOS = 10_000_000_000L;

  /// A log that shows none is not proof that there are none: one in a minute is reckoned with.
  static final double UNSEEN = 1 / 60e9;

  private final Map<Request, List<Entry>> candidates;
  private final long offset;
  private final Map<Request, Integer> own = new HashMap<>();

  /// @param offset of the log's clock
  /// @param own how many entries are a request's own
  Rate(Map<Request, List<Entry>> candidates, long offset, ToIntFunction<Request> own) {
    this.candidates = candidates;
    this.offset = offset;
    candidates.keySet().forEach(request -> this.own.put(request, own.applyAsInt(request)));
  }

  /// In entries a nanosecond.
  double perNano(Request request) {
    List<Entry> all = candidates.getOrDefault(request, List.of());
    long from = request.window().startNanos() - AROUND_NANOS;
    long to = request.window().endNanos() + AROUND_NANOS;
    double near = others(request, all, from, to) / (to - from);
    long first = all.stream().mapToLong(Entry::startNanos).min().orElse(0);
    long last = all.stream().mapToLong(Entry::endNanos).max().orElse(0);
    double length = Math.max(last - first, 2 * AROUND_NANOS);
    return Math.max(near, others(request, all, first - offset, last - offset) / length);
  }

  private double others(Request request, List<Entry> all, long from, long to) {
    long there =
        all.stream()
            .filter(entry -> entry.endNanos() - offset >= from)
            .filter(entry -> entry.startNanos() - offset <= to)
            .count();
    long ours =
        candidates.keySet().stream()
            .filter(other -> Likeness.askTheSame(request, other))
            .filter(other -> other.window().endNanos() >= from)
            .filter(other -> other.window().startNanos() <= to)
            .mapToInt(other -> own.getOrDefault(other, 0))
            .sum();
    return Math.max(0, there - ours);
  }
}
