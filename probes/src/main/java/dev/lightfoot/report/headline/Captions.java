package dev.lightfoot.report.headline;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.distance.Distances;
import dev.lightfoot.analysis.summary.StateSummary;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.report.words.DistanceWords;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import dev.lightfoot.report.words.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// What a headline rests on: how many runs, how far apart, over what, how far away.
final class Captions {
  private Captions() {}

  static String of(Snapshot snapshot, StateSummary state, Run billed) {
    List<Run> runs = snapshot.runs();
    List<String> parts = new ArrayList<>();
    parts.add(runs(state));
    long leftOut =
        runs.stream()
            .filter(run -> run.state() == state.state() && !run.counts())
            .filter(run -> !cancelled(run))
            .count();
    if (leftOut > 0) {
      parts.add(count("caption.leftOut", leftOut));
    }
    long busy = runs.stream().filter(run -> run.state() == state.state() && run.isBusy()).count();
    if (busy > 0) {
      parts.add(count("caption.busy", busy));
    }
    RedirectChain chain = RedirectChain.of(billed);
    Exchange last = chain.hops().getLast();
    int redirects = chain.hops().size() - 1;
    if (redirects > 0) {
      parts.add(count("caption.redirects", redirects));
    }
    parts.add(status(runs, state, last));
    parts.add(protocols(last));
    parts.add(DistanceWords.caption(Distances.of(snapshot).of(last)));
    last.response()
        .flatMap(ResponseFacts::cut)
        .ifPresent(reason -> parts.add(say("caption.cut", say("cut." + known(reason)))));
    parts.removeIf(String::isEmpty);
    return String.join(" · ", parts);
  }

  /// The status of the billed run, and how many had it where not all did; nothing where the
  /// headline says it.
  private static String status(List<Run> runs, StateSummary state, Exchange billed) {
    if (billed.status().isEmpty()) {
      return "";
    }
    List<OptionalInt> all =
        runs.stream()
            .filter(run -> run.state() == state.state() && run.counts())
            .map(run -> RedirectChain.of(run).hops().getLast().status())
            .toList();
    long same = all.stream().filter(billed.status()::equals).count();
    String code = Integer.toString(billed.status().getAsInt());
    if (same < all.size()) {
      return say("caption.status.some", code, Numbers.count(same), Numbers.count(all.size()));
    }
    return Headlines.isError(billed) ? "" : say("caption.status", code);
  }

  /// Whether it was stopped before its end.
  static boolean cancelled(Run run) {
    return run.error()
        .filter(error -> error.errorType().equals(ErrorType.CANCELLED.label()))
        .isPresent();
  }

  /// How many runs, and how far apart.
  static String runs(StateSummary state) {
    String name = PhaseNames.of(state.state());
    if (state.total().count() == 1) {
      return say("caption.oneRun", name);
    }
    return say(
        "caption.runs",
        Numbers.count(state.total().count()),
        name,
        Numbers.millis(state.total().minNanos()),
        Numbers.duration(state.total().maxNanos()));
  }

  private static String protocols(Exchange exchange) {
    List<String> names = new ArrayList<>();
    exchange.protocol().map(PhaseNames::protocol).ifPresent(names::add);
    exchange.tls().flatMap(TlsFacts::version).map(PhaseNames::version).ifPresent(names::add);
    return String.join(", ", names);
  }

  private static String known(String reason) {
    return Sentences.knows("cut." + reason) ? reason : "unknown";
  }
}
