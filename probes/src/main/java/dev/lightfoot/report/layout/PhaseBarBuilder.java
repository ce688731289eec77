package dev.lightfoot.report.layout;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.distance.Distances;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Lays out a [PhaseBar] from the runs there are.
public final class PhaseBarBuilder {
  /// How much longer than what was measured the axis of a failed run is: room for what is missing.
  private static final double FAILED_ROOM = 1.6;

  private final List<Run> runs;
  private Distances distances;
  private OptionalInt chosen;
  private Optional<BilledChain> bill = Optional.empty();
  private Optional<PhaseBar.Live> live = Optional.empty();
  private Axis shortest = new Axis(0, 1);

  private PhaseBarBuilder(List<Run> runs) {
    this.runs = List.copyOf(runs);
    this.distances = Distances.of(runs);
    this.chosen = Summary.of(runs).billed();
  }

  /// Of these runs; the bars show the one that stands for all.
  public static PhaseBarBuilder of(List<Run> runs) {
    return new PhaseBarBuilder(runs);
  }

  /// With the light floor where the places of both ends are known.
  public PhaseBarBuilder across(Distances known) {
    distances = known;
    return this;
  }

  /// The bars show the run of that index.
  public PhaseBarBuilder showing(int index) {
    chosen = OptionalInt.of(index);
    return this;
  }

  /// The same, by the bill of that run, which is made already.
  public PhaseBarBuilder showing(int index, BilledChain made) {
    bill = Optional.of(made);
    return showing(index);
  }

  /// With a run that goes on.
  public PhaseBarBuilder live(PhaseBar.Live goingOn) {
    live = Optional.of(goingOn);
    return this;
  }

  /// With an axis at least as long as this one, so that it never jumps back.
  public PhaseBarBuilder noShorterThan(Axis axis) {
    shortest = axis;
    return this;
  }

  public PhaseBar build() {
    List<PhaseBar.Row> rows = rows();
    Optional<Run> run =
        chosen.isPresent() ? Optional.of(runs.get(chosen.getAsInt())) : Optional.empty();
    Optional<BilledChain> billed =
        run.map(each -> bill.orElseGet(() -> BilledChain.of(each, runs)));
    List<PhaseBar.Bar> bars =
        billed
            .map(PhaseBarBuilder::bars)
            .orElseGet(() -> live.map(PhaseBarBuilder::bars).orElse(List.of()));
    Optional<PhaseBar.Stop> stop = run.flatMap(each -> stop(each, bars));
    return new PhaseBar(
        number(bars),
        bars,
        billed.map(each -> distance(each, bars)).orElse(List.of()),
        billed.flatMap(each -> LightTicks.of(bars, each.chain().hops(), distances)),
        billed.flatMap(each -> split(each, bars)),
        bars.isEmpty() ? OptionalLong.empty() : OptionalLong.of(end(bars)),
        stop,
        rows,
        shortest.orLonger(axis(bars, stop, rows)));
  }

  private OptionalInt number(List<PhaseBar.Bar> bars) {
    if (chosen.isPresent()) {
      return OptionalInt.of(chosen.getAsInt() + 1);
    }
    return bars.isEmpty()
        ? OptionalInt.empty()
        : live.stream().mapToInt(PhaseBar.Live::run).findFirst();
  }

  /// What of a run that goes on is over already.
  private static List<PhaseBar.Bar> bars(PhaseBar.Live going) {
    return going.ended().stream()
        .map(
            each -> {
              long nanos = each.endNanos() - each.startNanos();
              return new PhaseBar.Bar(
                  each.hop(),
                  each.phase(),
                  PhaseNames.of(each.phase()),
                  each.startNanos(),
                  nanos,
                  Numbers.tenths(nanos),
                  OptionalInt.empty(),
                  false);
            })
        .toList();
  }

  private static List<PhaseBar.Bar> bars(BilledChain billed) {
    List<PhaseBar.Bar> bars = new ArrayList<>();
    for (int hop = 0; hop < billed.chain().hops().size(); hop++) {
      Exchange exchange = billed.chain().hops().get(hop);
      for (var entry : exchange.phases().byPhase().entrySet()) {
        Phase phase = entry.getKey();
        switch (entry.getValue()) {
          case PhaseTiming.Measured m ->
              bars.add(bar(billed, hop, phase, m.startNanos(), m.durationNanos(), false));
          case PhaseTiming.Failed f ->
              bars.add(bar(billed, hop, phase, f.startNanos(), f.durationNanos(), true));
          case PhaseTiming.NotApplicable _ -> {}
        }
      }
    }
    return bars;
  }

  private static PhaseBar.Bar bar(
      BilledChain billed, int hop, Phase phase, long start, long nanos, boolean failed) {
    return new PhaseBar.Bar(
        hop,
        phase,
        PhaseNames.of(phase, billed.chain().hops().get(hop)),
        start,
        nanos,
        billed.tenths().of(hop, phase),
        billed.trips(hop, phase),
        failed);
  }

  private static List<PhaseBar.Segment> distance(BilledChain billed, List<PhaseBar.Bar> bars) {
    List<PhaseBar.Segment> segments = new ArrayList<>();
    for (PhaseBar.Bar bar : bars) {
      long nanos = Math.min(bar.durationNanos(), billed.distanceNanos(bar.hop(), bar.phase()));
      if (nanos > 0) {
        segments.add(new PhaseBar.Segment(bar.startNanos(), nanos));
      }
    }
    return segments;
  }

  private static Optional<PhaseBar.WaitSplit> split(BilledChain billed, List<PhaseBar.Bar> bars) {
    Optional<PhaseBar.Bar> wait =
        bars.reversed().stream().filter(bar -> bar.phase() == Phase.WAIT).findFirst();
    if (wait.isEmpty() || wait.get().failed()) {
      return Optional.empty();
    }
    PhaseBar.Bar bar = wait.get();
    long way = billed.wayNanos(bar.hop());
    long server = billed.table().serverTenths(bar.hop());
    if (way == 0 || server == 0) {
      return Optional.empty();
    }
    return Optional.of(
        PhaseBar.WaitSplit.of(bar.startNanos(), bar.durationNanos(), way, bar.tenths(), server));
  }

  private static Optional<PhaseBar.Stop> stop(Run run, List<PhaseBar.Bar> bars) {
    if (run.error().isEmpty()) {
      return Optional.empty();
    }
    RunError error = run.error().get();
    return Optional.of(new PhaseBar.Stop(end(bars), error.phase(), error.code()));
  }

  private List<PhaseBar.Row> rows() {
    List<PhaseBar.Row> rows = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      List<PhaseBar.Dot> dots = dots(RedirectChain.of(run));
      rows.add(new PhaseBar.Row(i + 1, run.state(), run.counts(), OptionalLong.empty(), dots));
    }
    live.ifPresent(
        each ->
            rows.add(
                new PhaseBar.Row(
                    each.run(),
                    each.state(),
                    true,
                    OptionalLong.of(each.nowNanos()),
                    each.dots())));
    return rows;
  }

  private static List<PhaseBar.Dot> dots(RedirectChain chain) {
    List<PhaseBar.Dot> dots = new ArrayList<>();
    for (int hop = 0; hop < chain.hops().size(); hop++) {
      for (var entry : chain.hops().get(hop).phases().byPhase().entrySet()) {
        Phase phase = entry.getKey();
        switch (entry.getValue()) {
          case PhaseTiming.Measured m ->
              dots.add(new PhaseBar.Dot(hop, phase, m.startNanos() + m.durationNanos()));
          case PhaseTiming.Failed f ->
              dots.add(new PhaseBar.Dot(hop, phase, f.startNanos() + f.durationNanos(), true));
          case PhaseTiming.NotApplicable _ -> {}
        }
      }
    }
    return dots;
  }

  private static Axis axis(
      List<PhaseBar.Bar> bars, Optional<PhaseBar.Stop> stop, List<PhaseBar.Row> rows) {
    long longest = stop.isPresent() ? (long) (end(bars) * FAILED_ROOM) : end(bars);
    for (PhaseBar.Row row : rows) {
      longest = Math.max(longest, row.live().orElse(0));
      for (PhaseBar.Dot dot : row.dots()) {
        longest = Math.max(longest, dot.atNanos());
      }
    }
    return Axis.holding(longest);
  }

  private static long end(List<PhaseBar.Bar> bars) {
    return bars.stream().mapToLong(PhaseBar.Bar::endNanos).max().orElse(0);
  }
}
