package dev.lightfoot.analysis.ledger;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.statistics.StraightLine;
import dev.lightfoot.analysis.summary.Spread;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.connection.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// How the time to the first byte grows with distance: over measurements of the same request at
/// different round-trip times, TTFB = a + k × RTT. k is how many round trips it waits for, a what
/// passes wherever it is asked from: work, and trips to peers that are always as near.
///
/// @param state of the runs; empty where the snapshots have none in common
/// @param points one for each snapshot and server address
/// @param line through the points, in nanoseconds; empty where there is none to be had
/// @param refusal why not
public record FirstByteFit(
    Optional<RunState> state,
    List<Point> points,
    Optional<StraightLine> line,
    Optional<Refusal> refusal) {
  /// Round trips that differ by less are the same one, measured several times.
  private static final long LEAST_NANOS = 1_000_000;

  private static final long LEAST_PART = 10;

  public FirstByteFit {
    points = List.copyOf(points);
  }

  /// One measurement.
  ///
  /// @param snapshot its position among those given
  /// @param peer address and port of the server that answered
  /// @param rttNanos its floor
  /// @param firstByteNanos from the start to the first byte of the final answer: the median
  /// @param runs how many
  public record Point(int snapshot, String peer, long rttNanos, long firstByteNanos, int runs) {}

  /// Why no line is drawn.
  public enum Refusal {
    /// No state of which each snapshot has a run that counts.
    NO_COMMON_STATE,
    /// Fewer than three points.
    TOO_FEW,
    /// All round-trip times are about the same.
    ALIKE
  }

  /// The line of these snapshots.
  public static FirstByteFit of(List<Snapshot> snapshots) {
    Optional<RunState> state =
        List.of(RunState.values()).stream()
            .filter(each -> snapshots.stream().allMatch(one -> !counting(one, each).isEmpty()))
            .findFirst();
    if (state.isEmpty()) {
      return new FirstByteFit(
          state, List.of(), Optional.empty(), Optional.of(Refusal.NO_COMMON_STATE));
    }
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < snapshots.size(); i++) {
      points.addAll(points(i, snapshots.get(i), state.get()));
    }
    return through(state, points);
  }

  /// The line through these points.
  public static FirstByteFit through(Optional<RunState> state, List<Point> points) {
    Optional<Refusal> refusal = refusal(points);
    Optional<StraightLine> line =
        refusal.isPresent()
            ? Optional.empty()
            : Optional.of(
                StraightLine.through(
                    points.stream().mapToDouble(Point::rttNanos).toArray(),
                    points.stream().mapToDouble(Point::firstByteNanos).toArray()));
    return new FirstByteFit(state, points, line, refusal);
  }

  private static Optional<Refusal> refusal(List<Point> points) {
    if (points.size() < StraightLine.FEWEST) {
      return Optional.of(Refusal.TOO_FEW);
    }
    long least = points.stream().mapToLong(Point::rttNanos).min().orElse(0);
    long most = points.stream().mapToLong(Point::rttNanos).max().orElse(0);
    return most - least < Math.max(LEAST_NANOS, most / LEAST_PART)
        ? Optional.of(Refusal.ALIKE)
        : Optional.empty();
  }

  private static List<Run> counting(Snapshot snapshot, RunState state) {
    return snapshot.runs().stream().filter(run -> run.state() == state && run.counts()).toList();
  }

  private static List<Point> points(int index, Snapshot snapshot, RunState state) {
    Floors floors = Floors.of(snapshot.runs());
    Map<String, List<Long>> byPeer = new LinkedHashMap<>();
    for (Run run : counting(snapshot, state)) {
      RedirectChain chain = RedirectChain.of(run);
      OptionalLong first = firstByte(chain);
      Optional<String> peer = chain.last().flatMap(FirstByteFit::peer);
      if (first.isPresent() && peer.isPresent()) {
        byPeer.computeIfAbsent(peer.get(), _ -> new ArrayList<>()).add(first.getAsLong());
      }
    }
    List<Point> points = new ArrayList<>();
    byPeer.forEach(
        (peer, times) ->
            floors.nanos(peer).ifPresent(rtt -> points.add(point(index, peer, rtt, times))));
    return points;
  }

  private static Point point(int index, String peer, long rtt, List<Long> times) {
    long median =
        Spread.of(times.stream().mapToLong(Long::longValue).toArray())
            .map(Spread::medianNanos)
            .orElse(0L);
    return new Point(index, peer, rtt, median, times.size());
  }

  /// Behind a proxy the server's distance cannot be seen.
  private static Optional<String> peer(Exchange exchange) {
    return exchange.proxy().isPresent()
        ? Optional.empty()
        : exchange.connection().flatMap(Connection::address);
  }

  /// From the start of the chain until its last hop began to be answered.
  private static OptionalLong firstByte(RedirectChain chain) {
    if (chain.hops().isEmpty()) {
      return OptionalLong.empty();
    }
    Exchange last = chain.hops().getLast();
    long start = chain.hops().getFirst().startNanos();
    if (last.marks().finalFirstByteNanos().isPresent()) {
      return OptionalLong.of(last.marks().finalFirstByteNanos().getAsLong() - start);
    }
    return last.phases().timing(Phase.WAIT).orElse(null) instanceof PhaseTiming.Measured wait
        ? OptionalLong.of(wait.startNanos() + wait.durationNanos() - start)
        : OptionalLong.empty();
  }
}
