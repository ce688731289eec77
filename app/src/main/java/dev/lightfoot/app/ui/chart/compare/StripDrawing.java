package dev.lightfoot.app.ui.chart.compare;

import dev.lightfoot.analysis.compare.Estimate;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.app.ui.chart.paint.Brush;
import dev.lightfoot.app.ui.chart.paint.Brush.Face;
import dev.lightfoot.app.ui.chart.paint.TextFit;
import dev.lightfoot.app.ui.chart.row.RowLines;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.layout.compare.NanosScale;
import dev.lightfoot.report.layout.compare.StripRow;
import dev.lightfoot.report.layout.compare.StripSubject;
import java.util.List;
import java.util.OptionalLong;
import javafx.scene.text.TextAlignment;

/// Draws the strips of a comparison: for each phase every run of both sides, and how far they are
/// apart.
final class StripDrawing {
  private static final double CAP = 0.3;

  private final Brush brush;
  private final StripGeometry at;
  private final double height;
  private final StripPicture picture;
  private final TextFit fit;
  private final RowLines rows;
  private final NanosScale shifts;
  private final double em;

  StripDrawing(Brush brush, StripGeometry at, double height, StripPicture picture, TextFit fit) {
    this.brush = brush;
    this.at = at;
    this.height = height;
    this.picture = picture;
    this.fit = fit;
    this.rows = at.rows();
    this.shifts = picture.table().shifts();
    this.em = brush.em();
  }

  void draw() {
    List<StripRow> all = picture.table().rows();
    int end = rows.end(height, all.size());
    for (int i = rows.first(); i < end; i++) {
      ground(i, all.get(i));
    }
    double bottom = Math.min(height, rows.y(all.size()));
    if (at.hasShifts()) {
      grid(bottom);
    }
    for (int i = rows.first(); i < end; i++) {
      row(all.get(i), rows.y(i));
    }
    head();
  }

  private void ground(int index, StripRow row) {
    double y = rows.y(index);
    boolean total = row.subject() instanceof StripSubject.OfTotal;
    if (total) {
      brush.fill("sunk", 0, y, at.width(), at.rowHeight());
    }
    if (index == picture.selected()) {
      brush.fill("hover", 0, y, at.width(), at.rowHeight());
      brush.fill("accent", 0, y, 3, at.rowHeight());
    }
    brush.fill(total ? "border-strong" : "border", 0, total ? y : y - 1, at.width(), 1);
  }

  private void grid(double bottom) {
    for (long tick : ticks()) {
      double x = Math.rint(at.shiftX(shifts, tick)) + 0.5;
      brush.line(tick == 0 ? "border-strong" : "border", 1, x, at.head(), x, bottom);
    }
  }

  private void row(StripRow row, double y) {
    double middle = y + Math.rint(at.rowHeight() / 2);
    name(row, middle);
    if (at.hasMedians()) {
      mono("text", picture.labels().before(row), at.beforeRight(), middle);
      mono("text", picture.labels().after(row), at.afterRight(), middle);
    }
    runs(row, middle);
    if (at.hasShifts()) {
      row.shift().estimate().ifPresent(estimate -> shift(row, estimate, middle));
    }
    mono("text", picture.labels().shift(row), at.millisRight(), middle);
    verdict(row, middle);
    if (at.hasDelta()) {
      mono("text", picture.labels().delta(row), at.deltaRight(), middle);
    }
  }

  private void mono(String token, String text, double right, double middle) {
    brush.text(Face.MONO, token, text, right, middle, TextAlignment.RIGHT);
  }

  private void name(StripRow row, double middle) {
    double left = at.nameLeft();
    switch (row.subject()) {
      case StripSubject.OfPhase(var phase) -> swatch(Ink.of(phase), middle);
      case StripSubject.OfLayer(var layer) -> swatch(Ink.of(layer.layer()), middle);
      case StripSubject.OfSnapshot _, StripSubject.OfTotal _ -> left = at.swatchLeft();
    }
    Face face = row.subject() instanceof StripSubject.OfTotal ? Face.STRONG : Face.BODY;
    double room = at.nameRight() - left;
    String note = picture.labels().note(row);
    double up = note.isEmpty() ? 0 : 0.6 * em;
    String name = fit.fit(face.font(em), picture.labels().name(row), room);
    brush.text(face, "text", name, left, middle - up, TextAlignment.LEFT);
    if (!note.isEmpty()) {
      String cut = fit.fit(Face.CAPTION.font(em), note, room);
      brush.text(Face.CAPTION, "text-2", cut, left, middle + up, TextAlignment.LEFT);
    }
  }

  private void swatch(Ink ink, double middle) {
    double size = Math.rint(0.93 * em);
    brush.bar(ink, at.swatchLeft(), middle - Math.rint(size / 2), size, size);
  }

  private void runs(StripRow row, double middle) {
    if (row.shift().a().isEmpty() && row.shift().b().isEmpty()) {
      return;
    }
    NanosScale scale = row.scale();
    mono("text-2", scale.label(scale.lowNanos()), at.lowRight(), middle);
    String high = scale.label(scale.highNanos());
    brush.text(Face.MONO, "text-2", high, at.highLeft(), middle, TextAlignment.LEFT);
    brush.line("border", 1, at.runsLeft(), middle + 0.5, at.runsRight(), middle + 0.5);
    for (StripDots.Dot dot : StripDots.of(row, at, middle).dots()) {
      if (dot.second()) {
        brush.diamond("accent", dot.x(), dot.y(), 1.3 * at.radius());
      } else {
        brush.dot(OrderChart.FIRST, dot.x(), dot.y(), at.radius(), true);
      }
    }
    double reach = at.rowHeight() / 2 - 4;
    median(row, row.medianA(), middle - reach, middle);
    median(row, row.medianB(), middle, middle + reach);
  }

  private void median(StripRow row, OptionalLong median, double from, double to) {
    if (median.isPresent()) {
      double x = Math.rint(at.runX(row.scale(), median.getAsLong()));
      brush.line("text", 2, x, from, x, to);
    }
  }

  private void shift(StripRow row, Estimate estimate, double middle) {
    double left = at.shiftX(shifts, -row.shift().floorNanos());
    double right = at.shiftX(shifts, row.shift().floorNanos());
    double high = Math.rint(0.5 * at.rowHeight());
    double wide = Math.max(1, right - left);
    double top = middle - high / 2;
    brush.fill("border-strong", left - 1, top - 1, wide + 2, high + 2);
    brush.fill("border", left, top, wide, high);
    String token = token(row.shift().verdict());
    double from = at.shiftX(shifts, estimate.lowNanos());
    double to = at.shiftX(shifts, estimate.highNanos());
    brush.line(token, 2, from, middle, to, middle);
    for (double x : new double[] {from, to}) {
      brush.line(token, 2, x, middle - CAP * em, x, middle + CAP * em);
    }
    double x = at.shiftX(shifts, estimate.shiftNanos());
    brush.dot(new Ink(token, token, Ink.Texture.SOLID), x, middle, 0.28 * em, false);
  }

  static String token(Verdict verdict) {
    return switch (verdict) {
      case FASTER -> "better";
      case SLOWER -> "worse";
      case NO_CHANGE_SHOWN, NOT_ENOUGH_RUNS -> "text-2";
    };
  }

  private void verdict(StripRow row, double middle) {
    Verdict verdict = row.shift().verdict();
    boolean change = verdict == Verdict.FASTER || verdict == Verdict.SLOWER;
    String interval = picture.labels().interval(row);
    double up = interval.isEmpty() ? 0 : 0.6 * em;
    double left = at.verdictLeft();
    Face face = change ? Face.STRONG : Face.BODY;
    double room = (at.hasDelta() ? at.deltaRight() - 4.4 * em : at.deltaRight()) - left;
    String words = fit.fit(face.font(em), picture.labels().verdict(row), room);
    brush.text(face, token(verdict), words, left, middle - up, TextAlignment.LEFT);
    brush.text(Face.MONO, "text-2", interval, left, middle + up, TextAlignment.LEFT);
  }

  private void head() {
    brush.cover(0, 0, at.width(), at.head());
    brush.fill("border-strong", 0, at.head() - 1, at.width(), 1);
    boolean several =
        picture.table().rows().getFirst().subject() instanceof StripSubject.OfSnapshot;
    caption(
        several ? "compare.series.snapshot" : "compare.phase", at.swatchLeft(), TextAlignment.LEFT);
    if (at.hasMedians()) {
      caption("compare.before", at.beforeRight(), TextAlignment.RIGHT);
      caption("compare.after", at.afterRight(), TextAlignment.RIGHT);
    }
    double room = (at.hasShifts() ? at.shiftsLeft() : at.millisRight() - 3 * em) - at.runsLeft();
    String title = Words.text(several ? "compare.series.runs" : "compare.runs");
    boolean whole = fit.width(Face.CAPTION.font(em), title) <= room;
    String runs =
        fit.fit(Face.CAPTION.font(em), whole ? title : Words.text("compare.runs.short"), room);
    brush.text(Face.CAPTION, "text-2", runs, at.runsLeft(), at.captionMiddle(), TextAlignment.LEFT);
    if (at.hasShifts()) {
      String shift =
          fit.fit(
              Face.CAPTION.font(em),
              Words.text("compare.shift"),
              at.millisRight() - 2.4 * em - at.shiftsLeft());
      brush.text(
          Face.CAPTION, "text-2", shift, at.shiftsLeft(), at.captionMiddle(), TextAlignment.LEFT);
      tickLabels();
    }
    caption("compare.ms", at.millisRight(), TextAlignment.RIGHT);
    caption("compare.verdict", at.verdictLeft(), TextAlignment.LEFT);
    if (at.hasDelta()) {
      caption("compare.delta", at.deltaRight(), TextAlignment.RIGHT);
    }
  }

  private void caption(String key, double x, TextAlignment side) {
    brush.text(Face.CAPTION, "text-2", Words.text(key), x, at.captionMiddle(), side);
  }

  private void tickLabels() {
    for (long tick : ticks()) {
      String label = shifts.label(tick);
      double x = at.shiftX(shifts, tick);
      brush.text(Face.MONO, "text-2", label, x, at.tickMiddle(), TextAlignment.CENTER);
    }
  }

  /// As many as have room for their labels.
  private List<Long> ticks() {
    double size = Face.MONO.font(em).getSize();
    double wide =
        Math.max(
            Brush.monoWidth(shifts.label(shifts.lowNanos()), size),
            Brush.monoWidth(shifts.label(shifts.highNanos()), size));
    double room = at.shiftsRight() - at.shiftsLeft();
    return shifts.ticks((int) (room / (wide + 0.8 * em)) + 1);
  }
}
