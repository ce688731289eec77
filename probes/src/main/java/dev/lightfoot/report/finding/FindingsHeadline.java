package dev.lightfoot.report.finding;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.finding.Findings;
import java.util.Optional;

/// What comes first of all findings: how many there are, and what the best one saves.
public final class FindingsHeadline {
  private FindingsHeadline() {}

  /// Counts all three lists: `3 findings; 31 rules in order; 24 not applicable`.
  public static String of(Findings findings) {
    return say(
        "finding.headline",
        count("finding.count", findings.list().size()),
        count("finding.in-order", findings.inOrder().size()),
        count("finding.not-applicable", findings.notApplicable().size()));
  }

  /// The same of findings of which some are acknowledged.
  public static String of(Sifted sifted) {
    String counted =
        say(
            "finding.headline",
            count("finding.count", sifted.open().list().size()),
            count("finding.in-order", sifted.all().inOrder().size()),
            count("finding.not-applicable", sifted.all().notApplicable().size()));
    int known = sifted.acknowledged().size();
    return known == 0
        ? counted
        : say("finding.headline.known", counted, count("finding.acknowledged", known));
  }

  /// The one that saves most: `Largest saving: The same SELECT runs 50 times: 49 trips, 60 to 110
  /// ms, most likely 98 ms`; empty where none saves any time.
  public static Optional<String> largest(Findings findings, FindingWords words) {
    return findings
        .largestSaving()
        .flatMap(
            finding ->
                finding
                    .saving()
                    .map(
                        saving ->
                            say("finding.largest", words.title(finding), SavingWords.of(saving))));
  }
}
