package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.match.Origin;
import dev.lightfoot.app.ui.compare.reading.CompareReading;
import dev.lightfoot.app.ui.compare.reading.Which;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.compare.CompareWords;
import dev.lightfoot.report.layout.compare.Overlay;
import dev.lightfoot.report.layout.compare.OverlayRow;
import dev.lightfoot.report.layout.compare.OverlayRow.Stretch;
import dev.lightfoot.report.words.Numbers;
import java.util.Optional;

/// What is said of the runs of both sides that are drawn.
final class OverlaySentences {
  private OverlaySentences() {}

  /// A request as one sentence: the same for the eye and the ear.
  static String spoken(Overlay overlay, OverlayRow row) {
    return Words.text(
        "compare.overlay.spoken",
        row.label(),
        took(overlay, row.a()),
        took(overlay, row.b()),
        CompareWords.matched(row.matchedBy()));
  }

  /// Its begin counts from the event.
  private static String took(Overlay overlay, Optional<Stretch> stretch) {
    return stretch
        .map(
            it ->
                Words.text(
                    "compare.overlay.took",
                    Numbers.millis(it.startNanos() - overlay.zeroNanos()),
                    Numbers.millis(it.durationNanos())))
        .orElseGet(() -> Words.text("compare.overlay.not"));
  }

  /// What stands above the waterfall of a side.
  static String head(CompareReading reading, Which which) {
    String head =
        Words.text(
            "compare.waterfall.head",
            which.name(),
            CompareSentences.title(reading.side(which)),
            Integer.toString(run(reading, which) + 1));
    return event(reading, which).map(at -> head + " · " + at).orElse(head);
  }

  /// What stands above both.
  static String head(CompareReading reading) {
    Origin origin = reading.comparison().origin();
    String from =
        CompareWords.origin(origin)
            .map(event -> Words.text("compare.overlay.from", event))
            .orElseGet(() -> Words.text("compare.overlay.from-start"));
    return Words.text(
        "compare.overlay.head",
        Integer.toString(run(reading, Which.A) + 1),
        Integer.toString(run(reading, Which.B) + 1),
        from);
  }

  private static int run(CompareReading reading, Which which) {
    return reading.shown().map(it -> which == Which.A ? it.runA() : it.runB()).orElse(0);
  }

  /// When that side's run has the event, where it is not its start.
  private static Optional<String> event(CompareReading reading, Which which) {
    return reading
        .shown()
        .flatMap(
            shown ->
                CompareWords.origin(reading.comparison().origin())
                    .map(
                        event ->
                            Words.text(
                                "compare.waterfall.event",
                                event,
                                Numbers.millis(
                                    shown.overlay().zeroNanos()
                                        - shown.overlay().lead(which == Which.B)))));
  }
}
