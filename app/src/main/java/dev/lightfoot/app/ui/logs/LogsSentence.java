package dev.lightfoot.app.ui.logs;

import dev.lightfoot.analysis.route.Durations;
import dev.lightfoot.analysis.route.RouteStatistics;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.OptionalLong;

/// The answer of the logs screen: where most of the time goes.
///
/// What is true of the requests whose duration is known is not said of the others.
final class LogsSentence {
  private LogsSentence() {}

  /// @param rows at least one, most time first
  static String of(List<LogsRow> rows, LogsRow.Kind kind) {
    RouteStatistics most = rows.getFirst().counted();
    String name = Redactor.redactName(most.key().name());
    long all = rows.stream().mapToLong(row -> row.counted().count()).sum();
    long timed = rows.stream().mapToLong(row -> row.counted().durations().count()).sum();
    OptionalLong median = most.durations().p50();
    if (kind != LogsRow.Kind.ROUTES) {
      return median.isPresent()
          ? calls(name, rows, timed < all)
          : Words.text("logs.sentence.calls-untimed", name, calls(most.count()));
    }
    if (median.isEmpty()) {
      return Words.text("logs.sentence.untimed", name, requests(most.count()));
    }
    String duration = Numbers.duration(median.getAsLong());
    if (timed < all) {
      return Words.text(
          timed == 1 ? "logs.sentence.timed.one" : "logs.sentence.timed",
          Numbers.count(timed),
          Numbers.count(all),
          name,
          requests(most.durations().count()),
          duration);
    }
    return most.count() == 1
        ? Words.text(
            rows.size() == 1 ? "logs.sentence.one.once" : "logs.sentence.once", name, duration)
        : Words.text(
            rows.size() == 1 ? "logs.sentence.one" : "logs.sentence",
            name,
            requests(most.count()),
            duration);
  }

  /// How much of the time that all calls took together, and how many of them those are.
  private static String calls(String name, List<LogsRow> rows, boolean someUntimed) {
    Durations most = rows.getFirst().counted().durations();
    String took = Numbers.duration(most.totalNanos());
    if (rows.size() == 1 && !someUntimed) {
      return Words.text("logs.sentence.calls.one", name, calls(most.count()), took);
    }
    List<Durations> all = rows.stream().map(row -> row.counted().durations()).toList();
    return Words.text(
        someUntimed ? "logs.sentence.calls.timed" : "logs.sentence.calls",
        name,
        took,
        Numbers.duration(all.stream().mapToLong(Durations::totalNanos).sum()),
        Numbers.count(most.count()),
        Numbers.count(all.stream().mapToLong(Durations::count).sum()));
  }

  private static String requests(long number) {
    return number == 1
        ? Words.text("logs.requests-count.one")
        : Words.text("logs.requests-count.many", Numbers.count(number));
  }

  private static String calls(long number) {
    return number == 1
        ? Words.text("logs.calls-count.one")
        : Words.text("logs.calls-count.many", Numbers.count(number));
  }
}
