package dev.lightfoot.analysis.whatif;

import dev.lightfoot.analysis.change.ChangeKind;
import dev.lightfoot.analysis.change.Draw;
import dev.lightfoot.analysis.change.Uncertainty;
import dev.lightfoot.analysis.change.parse.ChangeFault.Refused;
import dev.lightfoot.analysis.change.parse.Changes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/// Works out what changes save. What is not known is put to either end of its range, one after the
/// other, and what that makes of the saving is taken together as independent errors are: as the
/// root of the sum of the squares.
public final class Gains {
  /// Nine of ten medians lie so far from theirs, by the distance between the quartiles of single
  /// runs and the root of how many there are (normal distribution).
  private static final double MEDIAN_ERROR = 1.53;

  private final List<ChangedRun> runs;
  private final Changes changes;
  private final boolean firstByte;

  private Gains(List<ChangedRun> runs, Changes changes) {
    this.runs = runs;
    this.changes = changes;
    this.firstByte =
        changes.list().stream().allMatch(each -> each.kind() == ChangeKind.STREAM_HEAD);
  }

  /// What those changes save: of the total, or of the time to the first byte where they change
  /// nothing else.
  ///
  /// @throws Refused where the runs do not hold them, or cannot be replayed
  public static Gain of(Replays replays, Changes changes) throws Refused {
    Draw middle = Draw.middle();
    return new Gains(replays.holding(changes, middle), changes).gain(middle.asked().keySet());
  }

  private Gain gain(Set<Uncertainty> unknown) {
    long before = Spreading.median(each(run -> before(run.run())));
    long gain = before - Spreading.median(each(this::after));
    double below = square(error(gain));
    double above = below;
    for (Uncertainty what : unknown) {
      long low = before - median(Draw.lowest(what)) - gain;
      long high = before - median(Draw.highest(what)) - gain;
      below += square((double) Math.min(0, Math.min(low, high)));
      above += square((double) Math.max(0, Math.max(low, high)));
    }
    long fewer = Spreading.median(each(run -> run.run().trips() - run.trips()));
    return new Gain(
        Math.clamp(fewer, 0, Integer.MAX_VALUE),
        gain - Math.round(Math.sqrt(below)),
        gain,
        gain + Math.round(Math.sqrt(above)),
        before,
        1 + 2 * unknown.size());
  }

  private long[] each(ToLongFunction<ChangedRun> what) {
    return runs.stream().mapToLong(what).toArray();
  }

  private long before(ReplayedRun run) {
    return firstByte ? run.firstByteNanos() : run.observedNanos();
  }

  private long after(ChangedRun run) {
    return firstByte ? run.firstByteNanos() : run.totalNanos();
  }

  private long median(Draw draw) {
    return Spreading.median(each(run -> after(ChangedRun.of(run.run(), changes, draw))));
  }

  /// How far the saving of other runs may lie from that of these, and what the replay misses of it.
  private double error(long gain) {
    long[] saved = each(run -> before(run.run()) - after(run));
    Arrays.sort(saved);
    long quartiles = saved[saved.length * 3 / 4] - saved[saved.length / 4];
    double apart = saved.length == 1 ? 0 : MEDIAN_ERROR * quartiles / Math.sqrt(saved.length);
    double misfit = Replays.misfit(runs.stream().map(ChangedRun::run).toList());
    return Math.hypot(apart, misfit * gain);
  }

  private static double square(double value) {
    return value * value;
  }
}
