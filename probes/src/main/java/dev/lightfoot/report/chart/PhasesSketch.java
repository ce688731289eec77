package dev.lightfoot.report.chart;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.Phase;
import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.drawing.Ink;
import dev.lightfoot.report.drawing.Mark.Face;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.words.DistanceWords;
import dev.lightfoot.report.words.Numbers;
import java.util.List;

/// Where the time of a probe went: the phases of one run, the distance in them, and where each
/// phase ended in every run.
final class PhasesSketch {
  /// More runs are not drawn one by one: of these, every so-manieth is.
  static final int MOST_ROWS = 100;

  private static final double LEFT = 92;
  private static final double RIGHT = Sketch.WIDTH - 96;
  private static final double BAR_TOP = 40;
  private static final double BAR = 36;
  private static final double DISTANCE = BAR_TOP + BAR + 9;
  private static final double ROWS_TOP = DISTANCE + 17;

  /// From the last row down to what the ticks of the light floor are.
  private static final double LEGEND = 32;

  private final PhaseBar bar;
  private final Sketch sketch = new Sketch();
  private final TimeAxis time;
  private final List<PhaseBar.Row> rows;
  private final double pitch;

  private PhasesSketch(PhaseBar bar) {
    this.bar = bar;
    this.time = new TimeAxis(LEFT, RIGHT, 0, bar.axis().endNanos());
    this.rows = rows(bar.rows());
    this.pitch = Math.clamp(220.0 / Math.max(1, rows.size()), 4, 8);
  }

  static Drawing of(PhaseBar bar) {
    return new PhasesSketch(bar).draw();
  }

  private static List<PhaseBar.Row> rows(List<PhaseBar.Row> all) {
    int step = Math.ceilDiv(all.size(), MOST_ROWS);
    return all.size() < 2
        ? List.of()
        : all.stream().filter(row -> (row.run() - 1) % step == 0).toList();
  }

  private Drawing draw() {
    double bottom = ROWS_TOP + pitch * rows.size() + 2;
    time.draw(sketch, bar.axis(), BAR_TOP - 4, bottom, bottom + 12);
    bar.run().ifPresent(run -> name(say("chart.run", Numbers.count(run)), BAR_TOP + BAR / 2));
    bars();
    labels();
    split();
    distance();
    light(bottom);
    end();
    dots();
    double below = bar.light().isPresent() ? LEGEND + 14 : 24;
    return sketch.drawing(say("chart.phases"), bottom + below);
  }

  private void name(String text, double y) {
    sketch.start(Face.STRONG, "text", text, 0, y);
  }

  private void bars() {
    int hop = 0;
    for (PhaseBar.Bar each : bar.bars()) {
      double x = time.x(each.startNanos());
      if (each.hop() > hop) {
        hop = each.hop();
        sketch.dashes("text-2", x - 0.5, BAR_TOP - 34, x - 0.5, ROWS_TOP);
      }
      sketch.bar(Ink.of(each.phase()), x, BAR_TOP, time.width(each.durationNanos()), BAR);
    }
  }

  /// A name stands over its bar where it has room; the table has all of them.
  private void labels() {
    double free = 0;
    List<PhaseBar.Bar> shown = bar.bars().stream().filter(this::isNamed).toList();
    for (int i = 0; i < shown.size(); i++) {
      PhaseBar.Bar each = shown.get(i);
      double x = Math.max(time.x(each.startNanos()) + 1, free);
      boolean last = i + 1 == shown.size();
      double room = (last ? Sketch.WIDTH : time.x(shown.get(i + 1).startNanos())) - x;
      String number = Numbers.ofTenths(each.tenths()) + (last ? " ms" : "");
      double wide = Math.max(Face.CAPTION.width(each.label()), Face.MONO_STRONG.width(number));
      boolean fits = last || room >= wide || isPushed(shown.get(i + 1), x + wide + 8);
      if (x <= latest(each) && fits) {
        label(each, number, x, room);
        free = x + wide + 8;
      }
    }
  }

  /// A name begins over its own bar.
  private double latest(PhaseBar.Bar each) {
    return time.x(each.startNanos()) + Math.max(10, time.width(each.durationNanos()));
  }

  /// Whether a name still begins over its bar where that place is the first that is free.
  private boolean isPushed(PhaseBar.Bar each, double free) {
    return free <= latest(each) - 20;
  }

  private boolean isNamed(PhaseBar.Bar each) {
    return time.width(each.durationNanos()) >= 5 && each.phase() != Phase.SEND;
  }

  private void label(PhaseBar.Bar each, String number, double x, double room) {
    sketch.start(Face.CAPTION, "text", each.label(), x, BAR_TOP - 28);
    int trips = each.trips().orElse(0);
    String counted = trips == 0 ? "" : "· " + count("chart.trips", trips);
    double named = Face.CAPTION.width(each.label()) + 4;
    if (named + Face.CAPTION.width(counted) + 4 <= room) {
      sketch.start(Face.CAPTION, "text-2", counted, x + named, BAR_TOP - 28);
    }
    sketch.start(Face.MONO_STRONG, "text", number, x, BAR_TOP - 12);
  }

  private void split() {
    bar.split()
        .ifPresent(
            split -> {
              double from = time.x(split.startNanos());
              double there = time.x(split.startNanos() + split.thereNanos());
              double back = time.x(split.startNanos() + split.thereNanos() + split.serverNanos());
              double middle = BAR_TOP + BAR / 2;
              for (double x : new double[] {there, back}) {
                sketch.dashes("on-wait", x, BAR_TOP + 2, x, BAR_TOP + BAR - 2);
              }
              String out = Numbers.ofTenths(split.thereTenths()) + " →";
              double free = free(from, there);
              if (free - from > Face.MONO_STRONG.width(out) + 6) {
                sketch.middle(Face.MONO_STRONG, "on-wait", out, (from + free) / 2, middle);
              }
              if (there - from > Face.MONO_STRONG.width(out) + 6) {
                String home = "← " + Numbers.ofTenths(split.backTenths());
                sketch.middle(Face.MONO_STRONG, "on-wait", home, back + (there - from) / 2, middle);
              }
              String server = say("chart.server", Numbers.durationOfTenths(split.serverTenths()));
              if (back - there > Face.STRONG.width(server) + 12) {
                sketch.middle(Face.STRONG, "on-wait", server, (there + back) / 2, middle);
              }
            });
  }

  private void distance() {
    if (!bar.distance().isEmpty()) {
      sketch.start(Face.CAPTION, "text-2", say("chart.distance"), 0, DISTANCE);
    }
    for (PhaseBar.Segment each : bar.distance()) {
      double wide = Math.max(2, time.width(each.durationNanos()) - 1);
      sketch.fill("distance", time.x(each.startNanos()), DISTANCE - 5, wide, 10);
    }
  }

  /// How far words can go within the way there: up to its tick, where it has one.
  private double free(double from, double there) {
    return bar.light().stream()
        .flatMap(light -> light.ticks().stream())
        .mapToDouble(tick -> time.x(tick) - 3)
        .filter(x -> x > from && x < there)
        .findFirst()
        .orElse(there);
  }

  private void light(double bottom) {
    bar.light()
        .ifPresent(
            light -> {
              light.ticks().forEach(tick -> sketch.foot(time.x(tick), BAR_TOP, DISTANCE + 10));
              sketch.foot(LEFT, bottom + LEGEND - 7, bottom + LEGEND + 6);
              String words = DistanceWords.legend(light.last());
              sketch.start(Face.CAPTION, "text-2", words, LEFT + 10, bottom + LEGEND);
            });
  }

  private void end() {
    if (bar.endNanos().isEmpty()) {
      return;
    }
    double x = time.x(bar.endNanos().getAsLong());
    double middle = BAR_TOP + BAR / 2;
    if (bar.stop().isPresent()) {
      sketch.frame("text-3", x, BAR_TOP, RIGHT - x, BAR);
      sketch.cross(x, middle, 9);
      sketch.start(Face.STRONG, "danger", bar.stop().get().code(), x + 18, middle);
      return;
    }
    String total = Numbers.duration(bar.endNanos().getAsLong());
    sketch.start(Face.NUMBER, "text", total, x + 9, middle - 8);
    sketch.start(Face.CAPTION, "text-2", say("chart.lastByte"), x + 9, middle + 9);
  }

  private void dots() {
    if (!rows.isEmpty()) {
      String all = Numbers.count(bar.rows().size());
      sketch.start(Face.CAPTION, "text-2", say("chart.rows", all), 0, ROWS_TOP + 4);
    }
    for (int i = 0; i < rows.size(); i++) {
      PhaseBar.Row row = rows.get(i);
      double y = ROWS_TOP + pitch * i + 2;
      long last = row.dots().stream().mapToLong(PhaseBar.Dot::atNanos).max().orElse(0);
      sketch.line("border", 1, time.x(0), y, time.x(last), y);
      for (PhaseBar.Dot dot : row.dots()) {
        if (dot.failed()) {
          sketch.cross(time.x(dot.atNanos()), y, pitch * 0.55);
        } else if (dot.phase() != Phase.SEND
            && dot.phase() != Phase.BLOCKED
            && !isHidden(row, dot)) {
          Phase phase = dot.phase() == Phase.RECEIVE ? Phase.WAIT : dot.phase();
          Ink ink = Ink.of(phase);
          sketch.dot(
              row.counts() ? ink.token() : "surface",
              ink.borderToken(),
              time.x(dot.atNanos()),
              y,
              pitch * 0.42);
        }
      }
    }
  }

  /// The end of a wait right before the end of its short receive.
  private boolean isHidden(PhaseBar.Row row, PhaseBar.Dot dot) {
    return dot.phase() == Phase.WAIT
        && row.dots().stream()
            .anyMatch(
                other ->
                    other.phase() == Phase.RECEIVE
                        && other.hop() == dot.hop()
                        && time.width(other.atNanos() - dot.atNanos()) < 6);
  }
}
