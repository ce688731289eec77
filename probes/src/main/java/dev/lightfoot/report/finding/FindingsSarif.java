package dev.lightfoot.report.finding;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.report.sarif.SarifWriter;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/// Findings as SARIF 2.1.0 (OASIS): the rules that were asked, a result for each finding, at its
/// route and at the lines of files that show it. Acknowledged ones are suppressed.
public final class FindingsSarif {
  private static final int MOST_LINES = 10;

  private final FindingWords words;
  private final Map<Finding, String> acknowledged;
  private final List<Rule> rules;

  private FindingsSarif(FindingWords words, Sifted sifted) {
    this.words = words;
    this.rules =
        Stream.of(
                sifted.all().list().stream().map(Finding::rule),
                sifted.all().inOrder().stream(),
                sifted.all().notApplicable().keySet().stream())
            .flatMap(each -> each)
            .distinct()
            .sorted()
            .toList();
    this.acknowledged =
        sifted.acknowledged().stream()
            .collect(
                Collectors.toMap(
                    Sifted.Known::finding,
                    known -> known.acknowledgement().reason(),
                    (one, _) -> one));
  }

  /// The document.
  ///
  /// @param version of Lightfoot
  public static String of(Sifted sifted, FindingWords words, String version) {
    FindingsSarif findings = new FindingsSarif(words, sifted);
    return SarifWriter.document(
        version,
        sarif -> findings.rules.forEach(rule -> rule(sarif, rule)),
        sarif -> sifted.all().list().forEach(it -> findings.new Result(sarif).write(it)));
  }

  private static void rule(SarifWriter sarif, Rule rule) {
    sarif.json().writeStartObject();
    sarif.json().writeStringProperty("id", rule.label());
    sarif.text("shortDescription", FindingNames.of(rule));
    remedy(rule).ifPresent(help -> sarif.text("help", help));
    sarif.json().writeEndObject();
  }

  /// What to do in general, where that needs no numbers of a finding.
  private static Optional<String> remedy(Rule rule) {
    return RuleBundle.of(rule.family())
        .text(rule, "elsewhere")
        .map(Template::new)
        .filter(template -> template.names().isEmpty())
        .map(Template::text);
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW -> "note";
    };
  }

  private String message(Finding it) {
    StringBuilder message = new StringBuilder(words.title(it)).append(". ").append(words.says(it));
    it.saving().ifPresent(saved -> message.append(" Saves ").append(SavingWords.of(saved) + "."));
    FindingRemedy remedy = words.remedy(it);
    message.append(' ').append(remedy.elsewhere());
    remedy.django().ifPresent(django -> message.append(" In Django: ").append(django));
    return Numbers.plain(message.toString());
  }

  /// Writes results.
  private final class Result {
    private final SarifWriter sarif;
    private final JsonGenerator json;

    Result(SarifWriter sarif) {
      this.sarif = sarif;
      this.json = sarif.json();
    }

    void write(Finding it) {
      json.writeStartObject();
      json.writeStringProperty("ruleId", it.rule().label());
      json.writeNumberProperty("ruleIndex", rules.indexOf(it.rule()));
      json.writeStringProperty("level", level(it.severity()));
      sarif.text("message", message(it));
      json.writeArrayPropertyStart("locations");
      location(it);
      json.writeEndArray();
      sarif.fingerprint("finding/v1", it.fingerprint());
      Optional.ofNullable(acknowledged.get(it)).ifPresent(this::suppressed);
      json.writeEndObject();
    }

    /// The route, and the first lines that show it.
    private void location(Finding it) {
      List<Proof.OfLine> lines =
          it.evidence().stream()
              .filter(Proof.OfLine.class::isInstance)
              .map(Proof.OfLine.class::cast)
              .limit(MOST_LINES)
              .toList();
      if (lines.isEmpty()) {
        json.writeStartObject();
        logical(it);
        json.writeEndObject();
      }
      for (Proof.OfLine line : lines) {
        json.writeStartObject();
        sarif.line(words.shown(line.file()), line.line());
        logical(it);
        json.writeEndObject();
      }
    }

    private void logical(Finding it) {
      json.writeArrayPropertyStart("logicalLocations");
      json.writeStartObject();
      String route = words.subject(it).route();
      json.writeStringProperty("name", route.isEmpty() ? it.rule().label() : route);
      String where = words.where(it);
      if (!where.isEmpty()) {
        json.writeStringProperty("fullyQualifiedName", where);
      }
      json.writeStringProperty("kind", "resource");
      json.writeEndObject();
      json.writeEndArray();
    }

    private void suppressed(String reason) {
      json.writeArrayPropertyStart("suppressions");
      json.writeStartObject();
      json.writeStringProperty("kind", "external");
      json.writeStringProperty("status", "accepted");
      json.writeStringProperty("justification", reason);
      json.writeEndObject();
      json.writeEndArray();
    }
  }
}
