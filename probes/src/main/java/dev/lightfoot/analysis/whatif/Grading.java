package dev.lightfoot.analysis.whatif;

import dev.lightfoot.analysis.change.Change;
import dev.lightfoot.analysis.change.ChangeKind;
import dev.lightfoot.analysis.change.Draw;
import dev.lightfoot.analysis.change.Fingerprints;
import dev.lightfoot.analysis.change.parse.ChangeFault.Refused;
import dev.lightfoot.analysis.change.parse.Changes;
import dev.lightfoot.analysis.replay.RunFacts;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.prediction.Grade;
import dev.lightfoot.model.prediction.Prediction;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Grades a prediction by a later snapshot.
public final class Grading {
  private Grading() {}

  /// What a later snapshot says of a prediction.
  public sealed interface Verdict {
    /// It shows the change.
    record Graded(Grade grade) implements Verdict {}

    /// It is of another target, or was taken elsewhere, or earlier.
    record Unfit() implements Verdict {}

    /// It fits and does not show the change.
    record NotThere(String change) implements Verdict {}

    /// Whether the change was made cannot be seen in it.
    record CannotTell(String change) implements Verdict {}
  }

  /// Grades it, or says why that snapshot does not.
  ///
  /// @param known findings of what the prediction was made from: its changes may name them
  /// @param before what the prediction was made from
  /// @param later a snapshot that may show the change
  public static Verdict of(
      Prediction prediction, Fingerprints known, Snapshot before, Snapshot later) {
    if (!fits(prediction, before, later)) {
      return new Verdict
          .Unfit(); // before its changes are resolved, for which findings are looked for
    }
    Optional<Changes> changes = changes(prediction, known);
    if (changes.isEmpty()) {
      return new Verdict.Unfit();
    }
    Optional<Change> unseen = unseen(changes.get(), Replays.facts(before, state(prediction)));
    if (unseen.isPresent()) {
      return new Verdict.CannotTell(unseen.get().text());
    }
    List<RunFacts> runs = Replays.facts(later, state(prediction, changes.get()));
    if (runs.isEmpty()) {
      return new Verdict.Unfit();
    }
    for (Change change : changes.get().list()) {
      Optional<Verdict> not = missing(change, runs);
      if (not.isPresent()) {
        return not.get();
      }
    }
    long measured = Spreading.median(runs.stream().mapToLong(RunFacts::observedNanos).toArray());
    boolean inside =
        measured >= prediction.after().lowNanos() && measured <= prediction.after().highNanos();
    return new Verdict.Graded(new Grade(later.id(), measured, inside));
  }

  private static Optional<Changes> changes(Prediction prediction, Fingerprints known) {
    try {
      return Optional.of(Changes.of(prediction.changes(), known));
    } catch (Refused _) {
      return Optional.empty();
    }
  }

  /// A change of which the snapshot before holds nothing: that a later one holds nothing of it
  /// either says nothing.
  private static Optional<Change> unseen(Changes changes, List<RunFacts> before) {
    Set<Change> seen = new HashSet<>();
    for (RunFacts facts : before) {
      seen.addAll(changes.edit(facts.graph(), Draw.MIDDLE));
    }
    return changes.list().stream().filter(change -> !seen.contains(change)).findFirst();
  }

  private static Optional<Verdict> missing(Change change, List<RunFacts> runs) {
    boolean told = false;
    for (RunFacts facts : runs) {
      Optional<Boolean> made = change.isMade(facts.graph());
      if (made.isPresent() && !made.get()) {
        return Optional.of(new Verdict.NotThere(change.text()));
      }
      told |= made.isPresent();
    }
    return told ? Optional.empty() : Optional.of(new Verdict.CannotTell(change.text()));
  }

  /// Whether a snapshot of that target may show what was predicted.
  ///
  /// @param before what the prediction was made from
  public static boolean mayBeOf(String target, Prediction prediction, Snapshot before) {
    return target.equals(before.target())
        || (mayMoveTarget(prediction) && led(before).contains(target));
  }

  /// Whether its changes lead to another target: without a redirect, where that led is asked for.
  public static boolean mayMoveTarget(Prediction prediction) {
    return prediction.kinds().contains(ChangeKind.DROP_REDIRECT.word());
  }

  private static boolean fits(Prediction prediction, Snapshot before, Snapshot later) {
    return mayBeOf(later.target(), prediction, before)
        && later.takenAt().isAfter(before.takenAt())
        && isPage(before) == isPage(later)
        && alike(before.environment(), later.environment());
  }

  /// Where the redirects led.
  private static List<String> led(Snapshot before) {
    return before.runs().stream()
        .flatMap(run -> run.exchanges().stream())
        .filter(exchange -> exchange.redirectedFrom().isPresent())
        .map(Exchange::url)
        .distinct()
        .toList();
  }

  private static boolean isPage(Snapshot snapshot) {
    return snapshot.runs().stream().map(Run::page).anyMatch(Optional::isPresent);
  }

  private static boolean alike(Environment one, Environment other) {
    return one.os().equals(other.os())
        && one.resolver().equals(other.resolver())
        && one.proxy().equals(other.proxy())
        && one.place().equals(other.place());
  }

  /// Resumed and kept connections are what runs of their own states measure.
  private static RunState state(Prediction prediction, Changes changes) {
    for (Change each : changes.list()) {
      if (each.kind() == ChangeKind.RESUMED) {
        return RunState.RESUMED;
      }
      if (each.kind() == ChangeKind.KEEP_ALIVE) {
        return RunState.WARM;
      }
    }
    return state(prediction);
  }

  /// That of the runs that were replayed.
  private static RunState state(Prediction prediction) {
    return Arrays.stream(RunState.values())
        .filter(state -> state.label().equals(prediction.state()))
        .findFirst()
        .orElse(RunState.COLD);
  }
}
