package dev.lightfoot.report.finding;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;

/// What someone lives with, as people read it.
public final class AcknowledgementWords {
  private AcknowledgementWords() {}

  /// Such as `repeated-query on /admin/*: rarely used, since 2026-11-23`.
  public static String of(Acknowledgement it) {
    return say("acknowledged.line", target(it.target()), terms(it));
  }

  /// Why and for how long: `rarely used, since 2026-11-23, until 2027-01-31, up to 50 times`.
  public static String terms(Acknowledgement it) {
    StringBuilder terms = new StringBuilder(say("acknowledged.why", it.reason(), it.since() + ""));
    it.until().ifPresent(day -> terms.append(say("acknowledged.until", day + "")));
    it.count()
        .ifPresent(most -> terms.append(say("acknowledged.count", count("finding.times", most))));
    return terms.toString();
  }

  /// Such as `repeated-query on /admin/*`.
  public static String target(Target target) {
    return switch (target) {
      case Target.OfFinding(String fingerprint, String about) ->
          about.isEmpty() ? fingerprint : say("acknowledged.finding", fingerprint, about);
      case Target.OfRule(String rule, String route) -> say("acknowledged.rule", rule, route);
    };
  }
}
