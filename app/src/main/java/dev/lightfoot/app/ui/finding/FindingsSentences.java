package dev.lightfoot.app.ui.finding;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.report.finding.FindingNames;
import dev.lightfoot.report.finding.FindingsHeadline;
import dev.lightfoot.report.finding.SavingWords;
import dev.lightfoot.report.words.Numbers;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What the findings come to, in words.
final class FindingsSentences {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private FindingsSentences() {}

  /// How many there are, and what the best one saves.
  ///
  /// @param open those that are not acknowledged
  static String answer(FindingsReading reading, List<FindingRow> open) {
    if (open.isEmpty()) {
      String key =
          reading.rows().isEmpty() ? "findings.sentence.nothing" : "findings.sentence.known";
      return Words.text(key);
    }
    String count = Words.count("findings.count", open.size());
    return open.stream()
        .map(row -> row.finding().saving())
        .flatMap(Optional::stream)
        .filter(saving -> saving.nanos() > 0)
        .max(Comparator.comparingLong(Saving::nanos))
        .map(saving -> largest(count, saving, reading.examined().wholeNanos(), open.size() == 1))
        .orElseGet(() -> Words.text("findings.sentence.no-time", count));
  }

  private static String largest(String count, Saving saving, OptionalLong whole, boolean only) {
    String key = "findings.sentence." + (only ? "only" : "largest");
    String time = Words.text("findings.about", SavingWords.likely(saving));
    String what =
        saving.trips() == 0
            ? time
            : Words.text("findings.trips-and", SavingWords.trips(saving), time);
    String all =
        whole.isPresent() ? Words.text("findings.of-whole", Numbers.millis(whole.getAsLong())) : "";
    return Words.text(key, count, what + all);
  }

  /// Why a finding is acknowledged, and until when.
  static String noted(Acknowledgement as) {
    return as.until()
        .map(day -> Words.text("findings.noted-until", as.reason(), DAY.format(day)))
        .orElseGet(() -> Words.text("findings.noted", as.reason()));
  }

  /// Why a finding stands again that was acknowledged.
  static String returned(Acknowledgement as, Finding finding) {
    return as.outgrown(finding.count())
        ? Words.text("findings.outgrown", as.reason(), Numbers.count(as.count().orElse(0)))
        : Words.text("findings.day-over", as.reason());
  }

  /// All three counts, and how the list is to be read.
  static String caption(FindingsReading reading) {
    String counts = FindingsHeadline.of(reading.examined().findings()) + ".";
    return reading.rows().size() < 2 ? counts : counts + " " + Words.text("findings.caption");
  }

  /// A finding and all that belongs to it, for a ticket.
  static String text(FindingRow row) {
    Finding finding = row.finding();
    List<String> lines = new ArrayList<>();
    lines.add(row.title());
    lines.add(
        FindingNames.of(finding.severity()) + " · " + finding.rule().label() + " · " + row.where());
    lines.add("");
    lines.add(row.says());
    lines.add(row.often());
    finding
        .saving()
        .ifPresent(saving -> lines.add(Words.text("findings.saves", SavingWords.of(saving))));
    if (!row.subject().isEmpty()) {
      lines.add("");
      lines.add(row.subject());
    }
    lines.add("");
    lines.add(Words.text("findings.change"));
    row.remedy().django().ifPresent(text -> lines.add(Words.text("findings.django", text)));
    lines.add(row.remedy().elsewhere());
    row.disproof()
        .ifPresent(text -> lines.addAll(List.of("", Words.text("findings.disproof"), text)));
    lines.add("");
    lines.add(Words.text("findings.evidence") + " " + FindingNames.of(finding.grade()));
    row.evidence().forEach(each -> lines.add(each.text()));
    if (finding.evidenceLeftOut() > 0) {
      lines.add(Words.text("findings.more", Numbers.count(finding.evidenceLeftOut())));
    }
    return Numbers.plain(String.join("\n", lines)) + "\n";
  }
}
