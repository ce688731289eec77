package dev.lightfoot.analysis.measured;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One cause seen in one run.
///
/// @param subject what it is about
/// @param exchanges that show it, the clearest first; at least one
/// @param saving what its removal would bring in this run; empty where it only names a risk
/// @param inferred whether something had to be assumed
/// @param severity where the rule itself says how much it matters; else the saving does
/// @param most that it may matter
/// @param facts what its words speak of
public record Sighting(
    FindingSubject subject,
    List<MeasuredExchange> exchanges,
    Optional<Saving> saving,
    boolean inferred,
    Optional<Severity> severity,
    Severity most,
    List<Fact> facts) {
  public Sighting {
    exchanges = List.copyOf(exchanges);
    facts = List.copyOf(facts);
  }

  /// Known, and as severe as its saving.
  public static Sighting of(
      FindingSubject subject, List<MeasuredExchange> exchanges, Saving saving, List<Fact> facts) {
    return new Sighting(
        subject, exchanges, Optional.of(saving), false, Optional.empty(), Severity.HIGH, facts);
  }

  /// A risk, which costs no trips.
  public static Sighting risk(
      FindingSubject subject, MeasuredExchange exchange, Severity severity, List<Fact> facts) {
    return new Sighting(
        subject,
        List.of(exchange),
        Optional.empty(),
        false,
        Optional.of(severity),
        Severity.HIGH,
        facts);
  }

  /// The same where something had to be assumed: that never exceeds medium.
  public Sighting assumed() {
    return new Sighting(
        subject, exchanges, saving, true, severity, most.atMost(Severity.MEDIUM), facts);
  }

  /// The same, at most that severe.
  public Sighting atMost(Severity severest) {
    return new Sighting(
        subject, exchanges, saving, inferred, severity, most.atMost(severest), facts);
  }

  MeasuredRun run() {
    return exchanges.getFirst().run();
  }

  long savedNanos() {
    return saving.map(Saving::nanos).orElse(0L);
  }

  /// Of this run and the same subject: the facts are those of the one that saves more.
  Sighting with(Sighting other) {
    Sighting main = other.savedNanos() > savedNanos() ? other : this;
    List<MeasuredExchange> all =
        Stream.concat(
                main.exchanges.stream(), (main.equals(this) ? other : this).exchanges.stream())
            .toList();
    return new Sighting(
        subject,
        all,
        saving.isEmpty()
            ? other.saving
            : other.saving.map(it -> sum(saving.get(), it)).or(() -> saving),
        inferred || other.inferred,
        severity,
        most.atMost(other.most),
        main.facts);
  }

  private Saving sum(Saving one, Saving other) {
    return Saving.within(
        run().wholeNanos(),
        one.trips() + other.trips(),
        one.lowNanos() + other.lowNanos(),
        one.nanos() + other.nanos(),
        one.highNanos() + other.highNanos());
  }
}
