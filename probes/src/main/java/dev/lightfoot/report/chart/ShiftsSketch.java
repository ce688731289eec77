package dev.lightfoot.report.chart;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.compare.Estimate;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.analysis.compare.match.Side;
import dev.lightfoot.report.compare.CompareWords;
import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.drawing.Mark.Face;
import dev.lightfoot.report.layout.compare.NanosScale;
import dev.lightfoot.report.layout.compare.StripRow;
import dev.lightfoot.report.layout.compare.StripSubject;
import dev.lightfoot.report.layout.compare.StripTable;
import dev.lightfoot.report.layout.compare.Swarm;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Every run of both sides, a row for each phase with a scale of its own, and beside it the shift
/// with its interval over the floor, on one scale for all.
final class ShiftsSketch {
  private static final double HEAD = 28;
  private static final double ROW = 46;
  private static final double MEDIAN_A = 196;
  private static final double MEDIAN_B = 266;
  private static final double LEFT = 346;
  private static final double RIGHT = 640;
  private static final double SHIFT_LEFT = 728;
  private static final double SHIFT_RIGHT = 900;
  private static final double SHIFT = 966;
  private static final double VERDICT = 982;
  private static final int LEVELS = 3;
  private static final int ROWS_A_SLICE = 8;

  private final StripTable table;
  private final Sketch sketch = new Sketch();

  private ShiftsSketch(StripTable table) {
    this.table = table;
  }

  static Drawing of(StripTable table) {
    return new ShiftsSketch(table).draw();
  }

  private Drawing draw() {
    double bottom = HEAD + table.rows().size() * ROW;
    heads();
    for (int i = 0; i < table.rows().size(); i++) {
      double y = HEAD + i * ROW;
      StripRow row = table.rows().get(i);
      if (row.subject() instanceof StripSubject.OfTotal) {
        sketch.fill("sunk", 0, y, Sketch.WIDTH, ROW);
      }
      sketch.line("border", 1, 0, y + 0.5, Sketch.WIDTH, y + 0.5);
      if (i > 0 && i % ROWS_A_SLICE == 0) {
        sketch.cut(y);
      }
    }
    axis(bottom);
    for (int i = 0; i < table.rows().size(); i++) {
      row(table.rows().get(i), HEAD + i * ROW + ROW / 2);
    }
    return sketch.drawing(say("chart.shifts"), bottom + 22);
  }

  private void heads() {
    double y = HEAD - 13;
    sketch.end(Face.CAPTION, "text-2", say("chart.shifts.a"), MEDIAN_A, y);
    sketch.end(Face.CAPTION, "text-2", say("chart.shifts.b"), MEDIAN_B, y);
    sketch.start(Face.CAPTION, "text-2", say("chart.shifts.runs"), LEFT, y);
    sketch.start(Face.CAPTION, "text-2", say("chart.shifts.shift"), SHIFT_LEFT, y);
    sketch.start(Face.CAPTION, "text-2", say("chart.shifts.verdict"), VERDICT, y);
  }

  private static double shiftX(NanosScale scale, long nanos) {
    return SHIFT_LEFT + (SHIFT_RIGHT - SHIFT_LEFT) * scale.part(nanos);
  }

  private void axis(double bottom) {
    NanosScale scale = table.shifts();
    List<Long> ticks = scale.ticks();
    double free = 0;
    for (long tick : ticks) {
      double x = Math.rint(shiftX(scale, tick)) + 0.5;
      boolean zero = tick == 0;
      sketch.line(zero ? "border-strong" : "border", zero ? 2 : 1, x, HEAD, x, bottom);
      String label = scale.label(tick) + (zero ? " ms" : "");
      double half = Face.MONO.width(label) / 2;
      if (x - half >= free) {
        sketch.middle(Face.MONO, "text-2", label, x, bottom + 12);
        free = x + half + 6;
      }
    }
  }

  private void row(StripRow row, double middle) {
    boolean total = row.subject() instanceof StripSubject.OfTotal;
    Face face = total ? Face.STRONG : Face.BODY;
    ink(row.subject()).ifPresent(ink -> sketch.bar(ink, 2, middle - 6.5, 13, 13));
    sketch.start(face, "text", name(row.subject()), total ? 2 : 24, middle);
    sketch.end(Face.MONO, "text", median(row.medianA()), MEDIAN_A, middle);
    sketch.end(Face.MONO, "text", median(row.medianB()), MEDIAN_B, middle);
    strip(row, middle);
    shift(row, middle);
  }

  private static String median(OptionalLong nanos) {
    return nanos.isPresent() ? Numbers.millis(nanos.getAsLong()) : Numbers.NOT_APPLICABLE;
  }

  private static Optional<Ink> ink(StripSubject subject) {
    return switch (subject) {
      case StripSubject.OfPhase it -> Optional.of(Ink.of(it.phase()));
      case StripSubject.OfLayer it -> Optional.of(Ink.of(it.layer().layer()));
      case StripSubject.OfSnapshot _, StripSubject.OfTotal _ -> Optional.empty();
    };
  }

  private static String name(StripSubject subject) {
    return switch (subject) {
      case StripSubject.OfPhase it -> PhaseNames.of(it.phase());
      case StripSubject.OfLayer it -> PhaseNames.of(it.layer().layer());
      case StripSubject.OfSnapshot(_, Side side) ->
          side.name().isEmpty() ? side.target() : side.name();
      case StripSubject.OfTotal _ -> say("column.total");
    };
  }

  private void strip(StripRow row, double middle) {
    if (row.medianA().isEmpty() && row.medianB().isEmpty()) {
      return;
    }
    NanosScale scale = row.scale();
    sketch.end(Face.MONO, "text-2", scale.label(scale.lowNanos()), LEFT - 8, middle);
    sketch.start(Face.MONO, "text-2", scale.label(scale.highNanos()), RIGHT + 8, middle);
    sketch.line("border-strong", 1, LEFT, middle, RIGHT, middle);
    dots(row.shift().a(), scale, middle, false);
    dots(row.shift().b(), scale, middle, true);
    row.medianA().ifPresent(at -> upright(stripX(scale, at), middle - 20, middle));
    row.medianB().ifPresent(at -> upright(stripX(scale, at), middle, middle + 20));
  }

  private void upright(double x, double from, double to) {
    sketch.fill("surface", x - 2, from, 4, to - from);
    sketch.fill("text", x - 1, from, 2, to - from);
  }

  private static double stripX(NanosScale scale, long nanos) {
    return LEFT + (RIGHT - LEFT) * scale.part(nanos);
  }

  private void dots(List<RunValue> runs, NanosScale scale, double middle, boolean second) {
    List<Long> values = runs.stream().map(RunValue::nanos).toList();
    long apart = (long) ((scale.highNanos() - scale.lowNanos()) * 6 / (RIGHT - LEFT));
    int[] levels = Swarm.levels(values, apart, LEVELS);
    for (int i = 0; i < levels.length; i++) {
      double x = stripX(scale, values.get(i));
      double away = 5 + 5.5 * levels[i];
      if (second) {
        sketch.diamond("accent", x, middle + away, 3.6);
      } else {
        sketch.dot("surface", "text-2", x, middle - away, 2.6);
      }
    }
  }

  private void shift(StripRow row, double middle) {
    NanosScale scale = table.shifts();
    double zero = shiftX(scale, 0);
    Verdict verdict = row.shift().verdict();
    if (row.shift().estimate().isPresent()) {
      Estimate estimate = row.shift().estimate().get();
      double floor = shiftX(scale, row.shift().floorNanos()) - zero;
      sketch.fill("border", zero - floor, middle - 13, 2 * floor, 26);
      String token = token(verdict);
      double from = shiftX(scale, estimate.lowNanos());
      double to = shiftX(scale, estimate.highNanos());
      sketch.line(token, 2, from, middle, to, middle);
      sketch.line(token, 2, from, middle - 6, from, middle + 6);
      sketch.line(token, 2, to, middle - 6, to, middle + 6);
      double at = shiftX(scale, estimate.shiftNanos());
      sketch.dot(token, token, at, middle, 3.5);
      String signed = CompareWords.signed(estimate.shiftNanos());
      sketch.end(Face.MONO, "text", signed, SHIFT, middle);
      boolean moved = verdict == Verdict.FASTER || verdict == Verdict.SLOWER;
      String words = CompareWords.verdict(verdict);
      Face face = moved ? Face.STRONG : Face.BODY;
      sketch.start(face, token, words, VERDICT, moved ? middle - 8 : middle);
      if (moved) {
        sketch.start(Face.MONO, "text-2", CompareWords.interval(estimate), VERDICT, middle + 9);
      }
      return;
    }
    sketch.start(Face.BODY, "text-2", CompareWords.verdict(verdict), VERDICT, middle);
  }

  static String token(Verdict verdict) {
    return switch (verdict) {
      case FASTER -> "better";
      case SLOWER -> "worse";
      case NO_CHANGE_SHOWN, NOT_ENOUGH_RUNS -> "text-2";
    };
  }
}
