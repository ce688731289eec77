package dev.lightfoot.report.finding;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.report.text.Block;
import dev.lightfoot.report.text.TextPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All that the rules say, as text: what was found with its evidence, what someone lives with, what
/// is in order and what could not be looked at.
public final class FindingsText {
  /// Evidence that is listed of each finding.
  private static final int EVIDENCE = 5;

  private final TextPage page = new TextPage();
  private final FindingWords words;
  private final EvidenceWords evidence;

  private FindingsText(FindingWords words, EvidencePlaces places) {
    this.words = words;
    this.evidence = new EvidenceWords(words, places);
  }

  /// The whole answer.
  public static String of(Sifted sifted, FindingWords words, EvidencePlaces places) {
    FindingsText text = new FindingsText(words, places);
    text.page.paragraph(FindingsHeadline.of(sifted));
    FindingsHeadline.largest(sifted.open(), words).ifPresent(text.page::paragraph);
    if (sifted.open().list().size() > 1) {
      text.page.paragraph(say("finding.overlap"));
    }
    text.body(sifted);
    return text.page.text();
  }

  /// What follows the first lines, for a report that has a section of it.
  public static List<Block> section(Sifted sifted, FindingWords words, EvidencePlaces places) {
    FindingsText text = new FindingsText(words, places);
    text.page.title(say("finding.section"));
    text.page.paragraph(FindingsHeadline.of(sifted));
    if (sifted.open().list().size() > 1) {
      text.page.paragraph(say("finding.overlap"));
    }
    text.body(sifted);
    return text.page.blocks();
  }

  private void body(Sifted sifted) {
    List<Finding> open = sifted.open().list();
    for (int i = 0; i < open.size(); i++) {
      finding(i + 1, open.get(i), sifted);
    }
    known(sifted.acknowledged());
    rules(sifted.all());
  }

  private void finding(int number, Finding it, Sifted sifted) {
    page.title(say("finding.title", number + "", FindingNames.of(it.severity()), words.title(it)));
    page.paragraph(words.place(it));
    page.paragraph(words.says(it));
    it.saving()
        .ifPresent(saving -> page.item("-", say("finding.saves", SavingWords.sourced(saving))));
    FindingRemedy remedy = words.remedy(it);
    remedy.django().ifPresent(text -> page.item("-", say("finding.django", text)));
    page.item(
        "-",
        say(
            remedy.django().isPresent() ? "finding.elsewhere" : "finding.change",
            remedy.elsewhere()));
    words.disproof(it).ifPresent(text -> page.item("-", say("finding.wrong", text)));
    page.item(
        "-", say("finding.name", it.rule().label(), it.fingerprint(), FindingNames.of(it.grade())));
    evidence.of(it, EVIDENCE).forEach(line -> page.item("·", line));
    sifted.returned().stream()
        .filter(known -> known.finding().equals(it))
        .forEach(known -> page.item("!", returned(known)));
  }

  private static String returned(Sifted.Known known) {
    Acknowledgement it = known.acknowledgement();
    return it.outgrown(known.finding().count())
        ? say(
            "finding.returned.grown",
            it.reason(),
            count("finding.times", it.count().orElse(0)),
            count("finding.times", known.finding().count()))
        : say("finding.returned.late", it.reason(), it.until().map(Object::toString).orElse(""));
  }

  private void known(List<Sifted.Known> acknowledged) {
    if (acknowledged.isEmpty()) {
      return;
    }
    page.title(count("finding.acknowledged", acknowledged.size()));
    for (Sifted.Known each : acknowledged) {
      page.item(
          "-",
          say(
              "finding.known",
              words.title(each.finding()),
              words.spot(each.finding()),
              AcknowledgementWords.terms(each.acknowledgement()),
              each.finding().fingerprint()));
    }
  }

  private void rules(Findings findings) {
    if (!findings.inOrder().isEmpty()) {
      page.title(say("finding.in-order.title"));
      page.paragraph(labels(findings.inOrder()));
    }
    if (findings.notApplicable().isEmpty()) {
      return;
    }
    page.title(say("finding.not-applicable.title"));
    Map<String, List<Rule>> byReason = new TreeMap<>();
    findings
        .notApplicable()
        .forEach(
            (rule, reason) ->
                byReason
                    .computeIfAbsent(FindingNames.of(reason), _ -> new ArrayList<>())
                    .add(rule));
    byReason.forEach(
        (reason, rules) -> page.item("-", say("finding.reason.of", reason, labels(rules))));
  }

  private static String labels(List<Rule> rules) {
    return rules.stream().map(Rule::label).collect(Collectors.joining(", "));
  }
}
