package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.ledger.FirstByteFit;
import dev.lightfoot.analysis.statistics.StraightLine;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Locale;

/// How the time to the first byte grows with distance, in words: the line with its error and its
/// points, or why there is none.
final class FitText {
  private final TextPage page;
  private final List<Snapshot> snapshots;

  FitText(TextPage page, List<Snapshot> snapshots) {
    this.page = page;
    this.snapshots = snapshots;
  }

  void write(FirstByteFit fit) {
    page.title(say("fit.title"));
    fit.line().ifPresent(line -> line(fit, line));
    fit.refusal().ifPresent(why -> page.paragraph(refused(fit, why)));
    if (snapshots.stream().map(Snapshot::target).distinct().count() > 1) {
      page.paragraph(say("fit.targets"));
    }
    if (!fit.points().isEmpty()) {
      page.table(points(fit));
    }
  }

  private void line(FirstByteFit fit, StraightLine line) {
    long rest = Math.round(line.intercept());
    String times = Numbers.hundredths(line.slope());
    String size = Numbers.duration(Math.abs(rest));
    String trips = count("trips", Math.max(0, Math.round(line.slope())));
    page.paragraph(say(rest < 0 ? "fit.negative" : "fit.line", size, times, trips));
    page.paragraph(
        say(
            "fit.error",
            Numbers.hundredths(line.slope() - line.slopeHalf()),
            Numbers.hundredths(line.slope() + line.slopeHalf()),
            Numbers.millis(Math.round(line.intercept() - line.interceptHalf())),
            Numbers.duration(Math.round(line.intercept() + line.interceptHalf())),
            Numbers.count(fit.points().size()),
            say("fit.state." + fit.state().map(RunState::label).orElse("cold")),
            size));
  }

  private static String refused(FirstByteFit fit, FirstByteFit.Refusal why) {
    return say(
        "fit.refused." + why.name().toLowerCase(Locale.ROOT),
        Numbers.count(fit.points().size()),
        rtt(fit.points().stream().mapToLong(FirstByteFit.Point::rttNanos).min().orElse(0)),
        rtt(fit.points().stream().mapToLong(FirstByteFit.Point::rttNanos).max().orElse(0)));
  }

  private static String rtt(long nanos) {
    return say("fit.ms", Numbers.rtt(nanos));
  }

  private TextTable points(FirstByteFit fit) {
    TextTable table = new TextTable("llrrrrr");
    table.row(
        say("bill.column.snapshot"),
        say("bill.column.server"),
        say("column.runs"),
        say("bill.column.rtt"),
        say("bill.column.firstByte"),
        say("bill.column.line"),
        say("bill.column.off"));
    for (FirstByteFit.Point point : fit.points()) {
      long drawn =
          fit.line()
              .map(line -> Math.round(line.intercept() + line.slope() * point.rttNanos()))
              .orElse(0L);
      boolean any = fit.line().isPresent();
      table.row(
          name(snapshots.get(point.snapshot()), point.snapshot()),
          point.peer(),
          Numbers.count(point.runs()),
          Numbers.rtt(point.rttNanos()),
          Numbers.millis(point.firstByteNanos()),
          any ? Numbers.millis(drawn) : Numbers.NOT_APPLICABLE,
          any ? Numbers.millis(point.firstByteNanos() - drawn) : Numbers.NOT_APPLICABLE);
    }
    return table;
  }

  /// Its name, or its place among those given.
  static String name(Snapshot snapshot, int at) {
    return snapshot.name().filter(name -> !name.isBlank()).orElse("#" + (at + 1));
  }
}
