package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.ledger.FirstByteFit;
import dev.lightfoot.analysis.statistics.StraightLine;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How the time to the first byte grows with distance, in words: the same in texts and in the
/// window.
///
/// @param snapshots those that the fit is of, in its order
public record FitWords(List<Snapshot> snapshots) {
  public FitWords {
    snapshots = List.copyOf(snapshots);
  }

  /// What it is.
  public static String title() {
    return say("fit.title");
  }

  /// The line with its error, or why there is none; and what speaks against it.
  public List<String> sentences(FirstByteFit fit) {
    List<String> said = new ArrayList<>();
    fit.line().ifPresent(line -> line(fit, line, said));
    fit.refusal().ifPresent(why -> said.add(refused(fit, why)));
    if (snapshots.stream().map(Snapshot::target).distinct().count() > 1) {
      said.add(say("fit.targets"));
    }
    return said;
  }

  private static void line(FirstByteFit fit, StraightLine line, List<String> said) {
    long rest = Math.round(line.intercept());
    String times = Numbers.hundredths(line.slope());
    String size = Numbers.duration(Math.abs(rest));
    String trips = count("trips", Math.max(0, Math.round(line.slope())));
    // what is shown as 0.0 is nothing: no less, and nothing is part of it
    boolean nothing = Numbers.tenths(rest) == 0;
    String kind = nothing ? "fit.through" : rest < 0 ? "fit.negative" : "fit.line";
    said.add(say(kind, size, times, trips));
    String error =
        say(
            "fit.error",
            Numbers.hundredths(line.slope() - line.slopeHalf()),
            Numbers.hundredths(line.slope() + line.slopeHalf()),
            Numbers.millis(Math.round(line.intercept() - line.interceptHalf())),
            Numbers.duration(Math.round(line.intercept() + line.interceptHalf())),
            Numbers.count(fit.points().size()),
            say("fit.state." + fit.state().map(RunState::label).orElse("cold")));
    said.add(nothing ? error : error + " " + say("fit.near", size));
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

  /// Heads of the table of its points: two of words, the others of numbers.
  public static List<String> heads() {
    return List.of(
        say("bill.column.snapshot"),
        say("bill.column.server"),
        say("column.runs"),
        say("bill.column.rtt"),
        say("bill.column.firstByte"),
        say("bill.column.line"),
        say("bill.column.off"));
  }

  /// A row of it.
  public List<String> cells(FirstByteFit fit, FirstByteFit.Point point) {
    boolean any = fit.line().isPresent();
    long drawn =
        fit.line()
            .map(line -> Math.round(line.intercept() + line.slope() * point.rttNanos()))
            .orElse(0L);
    return List.of(
        name(snapshots.get(point.snapshot()), point.snapshot()),
        point.peer(),
        Numbers.count(point.runs()),
        Numbers.rtt(point.rttNanos()),
        Numbers.millis(point.firstByteNanos()),
        any ? Numbers.millis(drawn) : Numbers.NOT_APPLICABLE,
        any ? Numbers.millis(point.firstByteNanos() - drawn) : Numbers.NOT_APPLICABLE);
  }

  /// Its name, or its place among those given.
  static String name(Snapshot snapshot, int at) {
    return snapshot.name().filter(name -> !name.isBlank()).orElse("#" + (at + 1));
  }
}
