package dev.lightfoot.report.finding;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.report.text.TextPage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Findings in a few lines, for texts that are about something else: the largest saving first.
public final class FindingsSummary {
  private static final int MOST = 5;

  private static final Comparator<Finding> LARGEST_FIRST =
      Comparator.comparingLong((Finding finding) -> finding.saving().map(Saving::nanos).orElse(0L))
          .reversed();

  private FindingsSummary() {}

  /// A section of its own.
  ///
  /// @param subject what `lightfoot findings` is to be given for the rest; empty where it is not
  ///   kept yet
  public static String of(Sifted sifted, FindingWords words, Optional<String> subject) {
    TextPage page = new TextPage();
    page.title(say("finding.summary", FindingsHeadline.of(sifted)));
    List<Finding> open = sifted.open().list().stream().sorted(LARGEST_FIRST).toList();
    open.stream().limit(MOST).forEach(each -> page.item("-", line(each, words)));
    if (open.size() > MOST) {
      page.item("-", count("finding.more", open.size() - MOST));
    }
    if (!open.isEmpty()) {
      page.paragraph(
          subject.map(name -> say("finding.rest", name)).orElseGet(() -> say("finding.keep")));
    }
    return page.text();
  }

  private static String line(Finding finding, FindingWords words) {
    String title = words.title(finding);
    String where = words.spot(finding);
    return finding
        .saving()
        .map(saving -> say("finding.line", title, SavingWords.of(saving), where))
        .orElseGet(() -> say("finding.line.risk", title, where));
  }
}
