package dev.lightfoot.report.finding;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.report.text.TextPage;
import java.util.Comparator;
import java.util.List;

/// Findings in a few lines, for texts that are about something else: the largest saving first.
public final class FindingsSummary {
  private static final int MOST = 5;

  private static final Comparator<Finding> LARGEST_FIRST =
      Comparator.comparingLong((Finding finding) -> finding.saving().map(Saving::nanos).orElse(0L))
          .reversed();

  private FindingsSummary() {}

  /// A section of its own.
  ///
  /// @param subject what `lightfoot findings` is to be given for the rest
  public static String of(Sifted sifted, FindingWords words, String subject) {
    TextPage page = new TextPage();
    page.title(say("finding.summary", FindingsHeadline.of(sifted)));
    List<Finding> open = sifted.open().list().stream().sorted(LARGEST_FIRST).toList();
    open.stream().limit(MOST).forEach(each -> page.item("-", line(each, words)));
    if (open.size() > MOST) {
      page.item("-", count("finding.more", open.size() - MOST));
    }
    page.paragraph(say("finding.rest", subject));
    return page.text();
  }

  private static String line(Finding finding, FindingWords words) {
    String title = words.title(finding);
    String where = words.where(finding);
    return finding
        .saving()
        .map(saving -> say("finding.line", title, SavingWords.of(saving), where))
        .orElseGet(() -> say("finding.line.risk", title, where));
  }
}
