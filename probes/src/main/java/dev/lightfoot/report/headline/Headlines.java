package dev.lightfoot.report.headline;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.summary.RunTime;
import dev.lightfoot.analysis.summary.StateSummary;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.layout.page.PageWaterfall;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import dev.lightfoot.report.words.Sentences;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Makes the [Headline] of runs that are done, go on, failed or were stopped.
public final class Headlines {
  /// Fewer runs than this show no verdict after a stop.
  private static final int FEWEST_FOR_A_VERDICT = 5;

  private Headlines() {}

  /// Of a snapshot whose runs are over.
  ///
  /// @param planned how many were meant to be made; empty where that is not known any more
  public static Headline finished(Snapshot snapshot, OptionalInt planned) {
    List<Run> runs = snapshot.runs();
    return finished(snapshot, planned, run -> PageWaterfall.of(runs.get(run), runs));
  }

  /// Of a snapshot whose runs are over.
  ///
  /// @param waterfalls that of the run with an index: one that was made already need not be again
  public static Headline finished(
      Snapshot snapshot, OptionalInt planned, IntFunction<PageWaterfall> waterfalls) {
    List<Run> runs = snapshot.runs();
    Summary summary = Summary.of(runs);
    if (summary.billed().isEmpty()) {
      return plain(say("headline.nothing"), "");
    }
    Run billed = runs.get(summary.billed().getAsInt());
    if (billed.page().isPresent() && summary.headline().isPresent()) {
      return page(snapshot, summary, planned, waterfalls);
    }
    if (runs.stream().anyMatch(Captions::cancelled)) {
      return stopped(snapshot, summary, billed, planned);
    }
    return summary.states().isEmpty() && billed.error().isPresent()
        ? FailureHeadline.of(billed, billed.error().get(), runs)
        : measured(snapshot, summary, billed);
  }

  /// Of runs that go on.
  ///
  /// @param made the runs that are over
  /// @param planned how many will be made
  /// @param phase what the current run is doing
  public static Headline running(List<Run> made, int planned, Optional<Phase> phase) {
    String doing =
        phase
            .map(each -> say("running.phase", made.size() + 1, PhaseNames.of(each)))
            .orElse(say("running.between", Math.min(planned, made.size() + 1)));
    Summary summary = Summary.of(made);
    if (summary.states().isEmpty()) {
      return plain(say("running.first"), doing);
    }
    String caption = say("running.caption", made.size(), planned, doing);
    Run nearest = made.get(summary.billed().orElseThrow());
    if (nearest.page().isPresent()) {
      return plain(
          say("running.page", Numbers.roughly(summary.headlineNanos().orElseThrow())), caption);
    }
    Bill bill = Bill.of(nearest, summary, made);
    return new Headline(
        say("running.total", bill.roughTotal(), bill.trips(), bill.roughDistance()),
        rough(bill),
        caption,
        Optional.empty(),
        List.of());
  }

  private static Headline page(
      Snapshot snapshot,
      Summary summary,
      OptionalInt planned,
      IntFunction<PageWaterfall> waterfalls) {
    List<Run> runs = snapshot.runs();
    int billed = summary.billed().orElseThrow();
    Headline whole =
        PageHeadline.of(
            snapshot, summary.headline().orElseThrow(), billed, waterfalls.apply(billed));
    return runs.stream().anyMatch(Captions::cancelled)
        ? whole.captioned(after(runs, planned) + " · " + whole.caption())
        : whole;
  }

  private static String after(List<Run> runs, OptionalInt planned) {
    long made = runs.stream().filter(run -> !Captions.cancelled(run)).count();
    return planned.isPresent()
        ? say("stopped.ofPlanned", Numbers.count(made), Numbers.count(planned.getAsInt()))
        : count("stopped.after", made);
  }

  private static Headline measured(Snapshot snapshot, Summary summary, Run billed) {
    List<Run> runs = snapshot.runs();
    if (summary.headline().isEmpty()) {
      String total = Numbers.duration(RunTime.nanos(billed));
      return plain(
          say(billed.interrupted() ? "headline.interrupted" : "headline.leftOut", total),
          count("caption.leftOut", runs.size()));
    }
    Bill bill = Bill.of(billed, summary, runs);
    Optional<String> second =
        Stream.of(server(billed, bill), ConnectionCost.of(summary))
            .flatMap(Optional::stream)
            .reduce((one, other) -> one + " " + other);
    return new Headline(
        total(billed, bill),
        second,
        Captions.of(snapshot, summary.headline().get(), billed),
        Optional.empty(),
        List.of());
  }

  private static Headline stopped(
      Snapshot snapshot, Summary summary, Run billed, OptionalInt planned) {
    List<Run> runs = snapshot.runs();
    String after = after(runs, planned);
    if (summary.states().isEmpty()) {
      return plain(after + say("stopped.none"), say("stopped.kept"));
    }
    StateSummary state = summary.headline().orElseThrow();
    Bill bill = Bill.of(billed, summary, runs);
    String caption = Captions.of(snapshot, state, billed);
    if (state.total().count() < FEWEST_FOR_A_VERDICT) {
      return new Headline(
          after + say("stopped.tooFew", FEWEST_FOR_A_VERDICT),
          Optional.of(say("stopped.nearest", total(billed, bill))),
          caption,
          Optional.empty(),
          List.of());
    }
    return new Headline(
        total(billed, bill),
        server(billed, bill),
        after + " · " + caption,
        Optional.empty(),
        List.of());
  }

  private static Optional<String> rough(Bill bill) {
    if (bill.isServerBeyondHeadline()) {
      return Optional.empty();
    }
    return bill.serverTenths().stream()
        .mapToObj(tenths -> Numbers.roughly(tenths * Numbers.NANOS_PER_TENTH))
        .map(time -> say("headline.server", time))
        .findFirst();
  }

  /// What passes inside the server, and where its own trips went.
  private static Optional<String> server(Run billed, Bill bill) {
    if (bill.serverTenths().isEmpty()) {
      return Optional.empty();
    }
    String time = bill.serverTime();
    if (billed.spans().isEmpty()) {
      return Optional.of(say("headline.server", time));
    }
    return Optional.of(
        bill.busiestBehind()
            .map(
                line ->
                    count(
                        "headline.server.trips",
                        line.trips().orElseThrow(),
                        time,
                        behind(line.layer())))
            .orElseGet(() -> say("headline.server.opened", time)));
  }

  private static String behind(Layer layer) {
    String key = "headline.behind." + layer.label();
    return Sentences.knows(key) ? say(key) : layer.label();
  }

  private static String total(Run billed, Bill bill) {
    RedirectChain chain = RedirectChain.of(billed);
    Exchange last = chain.hops().getLast();
    String total = Numbers.duration(bill.headlineNanos());
    String subject =
        isError(last)
            ? say("headline.status", total, Integer.toString(last.status().getAsInt()))
            : total;
    if (chain.hops().stream().anyMatch(exchange -> exchange.proxy().isPresent())) {
      return say("headline.proxied", subject, bill.trips());
    }
    if (chain.hops().stream().allMatch(Headlines::isHere)) {
      return say("headline.here", subject, bill.trips());
    }
    return bill.table().total().distance() == 0
        ? say("headline.noDistance", subject, bill.trips())
        : say("headline.total", subject, bill.trips(), bill.distance());
  }

  /// Whether the answer is an error: its status is part of the sentence then.
  static boolean isError(Exchange last) {
    return last.status().orElse(0) >= 400;
  }

  private static boolean isHere(Exchange hop) {
    return hop.connection().flatMap(Connection::address).filter(Floors::isHere).isPresent();
  }

  private static Headline plain(String first, String caption) {
    return new Headline(first, Optional.empty(), caption, Optional.empty(), List.of());
  }
}
