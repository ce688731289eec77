package dev.lightfoot.report.headline;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.bill.RunBill;
import dev.lightfoot.analysis.distance.Distances;
import dev.lightfoot.analysis.page.PageCriticalPath;
import dev.lightfoot.analysis.page.PathCause;
import dev.lightfoot.analysis.page.PathStep;
import dev.lightfoot.analysis.summary.StateSummary;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.report.layout.BillTable;
import dev.lightfoot.report.layout.page.PageRow;
import dev.lightfoot.report.layout.page.PageWaterfall;
import dev.lightfoot.report.page.PageWords;
import dev.lightfoot.report.words.CaptureText;
import dev.lightfoot.report.words.DistanceWords;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The headline of a page: which chain of requests it waits for, whose they are, and why each waits
/// for the one before.
final class PageHeadline {
  private PageHeadline() {}

  /// Of the run that stands for all.
  ///
  /// @param drawn index of the run
  /// @param waterfall of it
  static Headline of(Snapshot snapshot, StateSummary state, int drawn, PageWaterfall waterfall) {
    List<Run> runs = snapshot.runs();
    return new Headline(
        first(waterfall.path(), RunBill.of(runs.get(drawn), runs)),
        Optional.of(second(waterfall)),
        caption(snapshot, state, drawn, waterfall),
        Optional.empty(),
        List.of());
  }

  /// The sentence that answers the question.
  static String first(PageCriticalPath path, RunBill bill) {
    String time = Numbers.duration(path.chainNanos());
    int requests = path.exchanges().size();
    if (requests == 0) {
      return say("headline.nothing");
    }
    if (path.trips().isEmpty()) {
      return count("page.headline.chain", requests, time);
    }
    String trips = count("trips", path.trips().getAsInt());
    String counted = path.isLowerBound() ? say("page.atLeast", trips) : trips;
    long distance = BillTable.of(bill).critical().cells().distance();
    return distance == 0
        ? count("page.headline.trips", requests, time, counted)
        : count(
            "page.headline.distance", requests, time, counted, Numbers.durationOfTenths(distance));
  }

  private static String second(PageWaterfall waterfall) {
    List<PathStep> steps = waterfall.path().steps();
    String names =
        String.join(
            ", ",
            waterfall.path().exchanges().stream()
                .map(exchange -> PageWords.shortName(waterfall, exchange))
                .toList());
    List<PathStep> others = steps.stream().filter(step -> !isDiscovery(step.cause())).toList();
    if (steps.size() < 2) {
      return say("page.headline.names", names);
    }
    if (others.isEmpty()) {
      return say("page.headline.found", names);
    }
    List<String> clauses =
        others.stream()
            .map(
                step ->
                    say(
                        "page.headline.waits",
                        PageWords.shortName(waterfall, step.exchange()),
                        PageWords.cause(waterfall, step)))
            .toList();
    return say("page.headline.held", names, String.join("; ", clauses));
  }

  private static boolean isDiscovery(PathCause cause) {
    return switch (cause) {
      case START, DISCOVERY, REDIRECT -> true;
      case PARSER_BLOCKED,
          SCRIPT_BLOCKED,
          RENDER_BLOCKED,
          CONNECTION_SETUP,
          CONNECTION_BUSY,
          UNKNOWN ->
          false;
    };
  }

  private static String caption(
      Snapshot snapshot, StateSummary state, int drawn, PageWaterfall waterfall) {
    List<Run> runs = snapshot.runs();
    List<String> parts = new ArrayList<>();
    parts.add(Captions.runs(state));
    if (runs.size() > 1) {
      parts.add(say("page.caption.run", Integer.toString(drawn + 1), Numbers.count(runs.size())));
    }
    runs.get(drawn).page().map(PageHeadline::engine).ifPresent(parts::add);
    parts.add(say("page.caption.time", Numbers.duration(waterfall.path().pageNanos())));
    waterfall.rows().stream()
        .max(Comparator.comparingLong(PageRow::endNanos))
        .filter(last -> last.endNanos() > waterfall.path().pageNanos())
        .ifPresent(
            last ->
                parts.add(
                    say("page.caption.later", last.label(), Numbers.duration(last.endNanos()))));
    document(runs.get(drawn))
        .map(document -> DistanceWords.caption(Distances.of(snapshot).of(document)))
        .filter(words -> !words.isEmpty())
        .ifPresent(parts::add);
    return String.join(" · ", parts);
  }

  private static Optional<Exchange> document(Run run) {
    return run.page().stream()
        .flatMapToInt(page -> page.documentExchange().stream())
        .mapToObj(run.exchanges()::get)
        .findFirst();
  }

  private static String engine(PageLoad load) {
    return switch (load.engine()) {
      case BUILTIN -> say("page.engine.builtin");
      case CHROME -> say("page.engine.chrome");
      case IMPORTED ->
          say(
              "page.engine.imported",
              load.source()
                  .map(source -> CaptureText.format(source.format()))
                  .orElseGet(() -> say("page.engine.file")));
    };
  }
}
