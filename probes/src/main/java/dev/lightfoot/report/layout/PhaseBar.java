package dev.lightfoot.report.layout;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RunState;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The picture of where the time went, in time and without pixels: one run's phases as bars, the
/// distance beneath them, and for every run where each phase ended. Instants are nanoseconds from
/// the start of a run. [PhaseBarBuilder] makes it.
///
/// @param run number of the run that the bars show, from 1; empty where none has begun to show. It
///   is the one under way where none has ended
/// @param bars its phases in wire order, hop after hop
/// @param distance what of each bar is distance, drawn from that bar's start
/// @param light the light floor of its bars, where the places of both ends are known
/// @param split how the last wait divides, where the floor is known
/// @param endNanos where the run ended, or how far it has come; empty where there is none
/// @param stop where and why it stopped, where it failed
/// @param rows every run, in order
/// @param axis holds all of it
public record PhaseBar(
    OptionalInt run,
    List<Bar> bars,
    List<Segment> distance,
    Optional<LightTicks> light,
    Optional<WaitSplit> split,
    OptionalLong endNanos,
    Optional<Stop> stop,
    List<Row> rows,
    Axis axis) {
  public PhaseBar {
    bars = List.copyOf(bars);
    distance = List.copyOf(distance);
    rows = List.copyOf(rows);
  }

  /// Whether the bars show a run that goes on.
  public boolean isLive() {
    return rows.stream()
        .anyMatch(row -> row.live().isPresent() && run.equals(OptionalInt.of(row.run())));
  }

  /// One phase of one hop.
  ///
  /// @param hop from 0
  /// @param label the phase as people name it, such as `TLS 1.3`
  /// @param tenths its duration as it is shown, in tenths of a millisecond
  /// @param trips those within the wait include the servers' own
  /// @param failed whether it did not succeed
  public record Bar(
      int hop,
      Phase phase,
      String label,
      long startNanos,
      long durationNanos,
      long tenths,
      OptionalInt trips,
      boolean failed) {
    /// Where it ends.
    public long endNanos() {
      return startNanos + durationNanos;
    }
  }

  /// A wait that begins then, divided as it is shown: half its way there, the server, half its way
  /// back.
  ///
  /// @param nanos all of it
  /// @param way how much of it is the way there and back
  public WaitSplit divided(long startNanos, long nanos, long way) {
    return split
        .filter(each -> each.startNanos() == startNanos)
        .orElseGet(
            () ->
                WaitSplit.of(
                    startNanos, nanos, way, Numbers.tenths(nanos), Numbers.tenths(nanos - way)));
  }

  /// A stretch of time.
  public record Segment(long startNanos, long durationNanos) {}

  /// A wait: half a round trip there, the server, half a round trip back.
  ///
  /// @param thereTenths as it is shown, in tenths of a millisecond; the three add up to the wait's
  public record WaitSplit(
      long startNanos,
      long thereNanos,
      long serverNanos,
      long backNanos,
      long thereTenths,
      long serverTenths,
      long backTenths) {
    /// A wait of which that much is the way there and back.
    ///
    /// @param tenths the wait as it is shown
    /// @param serverTenths the server's part as it is shown
    static WaitSplit of(long start, long nanos, long way, long tenths, long serverTenths) {
      long ways = tenths - serverTenths;
      return new WaitSplit(
          start, way / 2, nanos - way, way - way / 2, ways - ways / 2, serverTenths, ways / 2);
    }
  }

  /// Where a run stopped short; what would follow is an empty frame up to the axis' end.
  ///
  /// @param phase in which; empty where it was between phases, such as at a redirect that is not
  ///   followed
  public record Stop(long atNanos, Optional<Phase> phase, String code) {}

  /// One run as a row of dots.
  ///
  /// @param run number from 1
  /// @param counts whether it enters the statistics; drawn hollow otherwise
  /// @param live the present instant of a run that goes on
  /// @param dots where each of its phases ended
  public record Row(int run, RunState state, boolean counts, OptionalLong live, List<Dot> dots) {
    public Row {
      dots = List.copyOf(dots);
    }
  }

  /// Where a phase ended.
  ///
  /// @param failed whether it did not succeed: the run ended there
  public record Dot(int hop, Phase phase, long atNanos, boolean failed) {
    /// A phase that succeeded.
    public Dot(int hop, Phase phase, long atNanos) {
      this(hop, phase, atNanos, false);
    }
  }

  /// A run that goes on.
  ///
  /// @param run its number from 1
  /// @param ended its phases so far, in order
  /// @param nowNanos present instant
  public record Live(int run, RunState state, List<Stretch> ended, long nowNanos) {
    public Live {
      ended = List.copyOf(ended);
    }

    List<Dot> dots() {
      return ended.stream()
          .map(each -> new Dot(each.hop(), each.phase(), each.endNanos()))
          .toList();
    }
  }

  /// A phase that is over, of a run that goes on.
  public record Stretch(int hop, Phase phase, long startNanos, long endNanos) {}
}
