package dev.lightfoot.app.ui.history;

import dev.lightfoot.analysis.statistics.ChangePoints;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.history.Trend;
import dev.lightfoot.report.layout.history.TrendLevel;
import dev.lightfoot.report.words.Numbers;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// What a trend says, in one sentence.
record TrendText(ZoneId zone) {
  /// Two levels have so many snapshots at least.
  private static final int FEWEST = 2 * ChangePoints.FEWEST;

  String sentence(Trend trend) {
    Optional<Trend.Change> last = trend.lastChange();
    int count = trend.points().size();
    if (count < FEWEST) {
      return Words.text("history.trend.few", Numbers.count(count), Numbers.count(FEWEST));
    }
    if (last.isEmpty()) {
      return Words.count("history.trend.level", count);
    }
    TrendLevel before = last.get().before();
    TrendLevel after = last.get().after();
    DateTimeFormatter when =
        DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH).withZone(zone);
    return Words.text(
        last.get().nanos() > 0 ? "history.trend.slower" : "history.trend.faster",
        Numbers.duration(Math.abs(last.get().nanos())),
        when.format(trend.points().get(after.from()).takenAt()),
        Numbers.duration(before.medianNanos()),
        Numbers.duration(after.medianNanos()),
        Numbers.count(before.to() - before.from()),
        Numbers.count(after.to() - after.from()));
  }
}
