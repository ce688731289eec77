package dev.lightfoot.report.compare;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.report.layout.Chart;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.compare.Overlay;
import dev.lightfoot.report.layout.compare.OverlayRow;
import dev.lightfoot.report.layout.compare.OverlayRow.Stretch;
import dev.lightfoot.report.layout.compare.ShownRuns;
import dev.lightfoot.report.layout.page.PageChoice;
import dev.lightfoot.report.layout.page.PageWaterfall;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import java.util.Optional;

/// A run of each side in a report: over each other, of a page also both by themselves, and as one
/// table.
final class ShownRunsText {
  private ShownRunsText() {}

  static void add(TextPage page, ShownRuns shown) {
    TimeWindow window = shown.window();
    Overlay overlay = shown.overlay();
    page.title(
        say(
            "report.overlay",
            Integer.toString(shown.runA() + 1),
            Integer.toString(shown.runB() + 1)));
    page.figure(new Chart.Overlaid(overlay, window));
    shown
        .waterfalls()
        .ifPresent(
            both -> {
              page.figure(waterfall(both.a(), window, overlay, false));
              page.figure(waterfall(both.b(), window, overlay, true));
            });
    page.table(table(overlay));
  }

  private static Chart waterfall(
      PageWaterfall waterfall, TimeWindow window, Overlay overlay, boolean second) {
    return new Chart.Compared(
        waterfall.view(PageChoice.STANDARD),
        ShownRuns.countedFrom(window, overlay.lead(second)),
        second);
  }

  private static TextTable table(Overlay overlay) {
    TextTable table = new TextTable("lrrrr");
    table.row(
        say("compare.column.request"),
        say("compare.column.a-from"),
        say("compare.column.a-ms"),
        say("compare.column.b-from"),
        say("compare.column.b-ms"));
    for (OverlayRow row : overlay.rows()) {
      table.row(
          row.label(),
          from(row.a(), overlay),
          millis(row.a()),
          from(row.b(), overlay),
          millis(row.b()));
    }
    return table;
  }

  /// From the event that times are measured from.
  private static String from(Optional<Stretch> made, Overlay overlay) {
    return made.map(it -> Numbers.millis(it.startNanos() - overlay.zeroNanos()))
        .orElse(Numbers.NOT_APPLICABLE);
  }

  private static String millis(Optional<Stretch> made) {
    return made.map(it -> Numbers.millis(it.durationNanos())).orElse(Numbers.NOT_APPLICABLE);
  }
}
