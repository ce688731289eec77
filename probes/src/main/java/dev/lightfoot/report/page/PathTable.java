package dev.lightfoot.report.page;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.page.PageCriticalPath;
import dev.lightfoot.analysis.page.PathStep;
import dev.lightfoot.report.layout.page.PageWaterfall;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.Rounding;
import java.util.List;

/// The critical path as a table: its parts add up to the page's time, as shown.
final class PathTable {
  private PathTable() {}

  static TextTable of(PageWaterfall waterfall) {
    PageCriticalPath path = waterfall.path();
    long[] tenths = tenths(path);
    TextTable table = new TextTable("rllrrrrr");
    table.row(
        say("page.column.number"),
        say("page.path.request"),
        say("page.path.cause"),
        say("page.path.from"),
        say("page.path.pause"),
        say("page.path.time"),
        say("page.column.trips"),
        say("page.path.gain"));
    for (int i = 0; i < path.steps().size(); i++) {
      PathStep step = path.steps().get(i);
      table.row(
          Integer.toString(step.exchange() + 1),
          waterfall.row(step.exchange()).label(),
          PageWords.cause(step),
          Numbers.millis(step.fromNanos()),
          Numbers.ofTenths(tenths[2 * i]),
          Numbers.ofTenths(tenths[2 * i + 1]),
          step.trips().isPresent() ? Numbers.count(step.trips().getAsInt()) : Numbers.UNKNOWN,
          Numbers.millis(step.gainNanos()));
    }
    if (path.afterNanos() > 0) {
      table.row(
          "",
          say("page.path.after"),
          "",
          Numbers.millis(path.chainNanos()),
          Numbers.ofTenths(tenths[tenths.length - 1]),
          "",
          "",
          "");
    }
    table.total(totals(path, tenths));
    return table;
  }

  private static List<String> totals(PageCriticalPath path, long[] tenths) {
    long pauses = tenths[tenths.length - 1];
    long times = 0;
    for (int i = 0; i + 1 < tenths.length; i += 2) {
      pauses += tenths[i];
      times += tenths[i + 1];
    }
    String trips =
        path.trips().isPresent() ? Numbers.count(path.trips().getAsInt()) : Numbers.UNKNOWN;
    return List.of(
        "",
        say("page.path.total", Numbers.millis(path.pageNanos())),
        "",
        "",
        Numbers.ofTenths(pauses),
        Numbers.ofTenths(times),
        trips,
        "");
  }

  /// Pause and time of each step, then what comes after them.
  private static long[] tenths(PageCriticalPath path) {
    long[] parts = new long[path.steps().size() * 2 + 1];
    for (int i = 0; i < path.steps().size(); i++) {
      PathStep step = path.steps().get(i);
      parts[2 * i] = step.pauseNanos();
      parts[2 * i + 1] = step.durationNanos() - step.pauseNanos();
    }
    parts[parts.length - 1] = path.afterNanos();
    return Rounding.toTenths(parts);
  }
}
