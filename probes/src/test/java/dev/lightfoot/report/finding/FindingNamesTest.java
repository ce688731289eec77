package dev.lightfoot.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Principle;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingNamesTest {
  @ParameterizedTest
  @EnumSource(Rule.class)
  void everyRuleSaysWhatItLooksFor(Rule rule) {
    assertThat(FindingNames.of(rule)).isNotBlank().doesNotEndWith(".");
  }

  @ParameterizedTest
  @EnumSource(Reason.Kind.class)
  void everyReasonHasWords(Reason.Kind kind) {
    assertThat(FindingNames.of(Reason.of(kind))).isNotBlank();
  }

  @Test
  void whatAnAuditBlindsNamesTheAudit() {
    assertThat(FindingNames.of(Reason.cannotTell(Rule.STATEMENT_TEXT_CUT)))
        .isEqualTo("cannot tell: statement-text-cut");
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void everySeverityHasAName(Severity severity) {
    assertThat(FindingNames.of(severity)).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(Principle.class)
  void everyPrincipleHasAName(Principle principle) {
    assertThat(FindingNames.of(principle)).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(Evidence.class)
  void everyGradeHasWords(Evidence grade) {
    assertThat(FindingNames.of(grade)).startsWith(grade.label());
  }

  @ParameterizedTest
  @EnumSource(Layer.class)
  void everyLayerHasAName(Layer layer) {
    assertThat(FindingNames.of(layer)).isNotBlank();
  }

  @Test
  void theFirstLineCountsAllThreeLists() {
    Findings none =
        new Findings(
            List.of(),
            List.of(Rule.REDIRECT),
            Map.of(
                Rule.FAR_CACHE, Reason.of(Reason.Kind.NO_RECORDS),
                Rule.RETRIES, Reason.of(Reason.Kind.NO_RECORDS)));
    assertThat(FindingsHeadline.of(none))
        .isEqualTo("0 findings; 1 rule in order; 2 not applicable");
  }
}
