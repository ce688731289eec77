package dev.lightfoot.analysis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExaminationTest {
  private static final Span REQUEST =
      Span.of(
              "00000000000000a1",
              "GET /orders/",
              Layer.APP,
              SpanKind.SERVER,
              SpanTime.of(1_700_000_000_000_000_000L, 50_000_000, 1))
          .inTrace("0af7651916cd43dd8448eb211c80319c", Optional.empty());

  private static List<Rule> listed(Findings findings) {
    List<Rule> all = new ArrayList<>(findings.inOrder());
    all.addAll(findings.notApplicable().keySet());
    findings.list().stream().map(Finding::rule).distinct().forEach(all::add);
    return all;
  }

  private static Snapshot measured() {
    return Samples.snapshot("https://shop.test/", Samples.cold(0));
  }

  @Test
  void noRuleIsAskedTwice() {
    assertThat(Collections.disjoint(MeasuredRules.rules(), ServedRules.rules())).isTrue();
  }

  @Test
  void everyRuleOfASnapshotStandsInOneList() {
    assertThat(listed(Examination.of(measured()))).containsExactlyInAnyOrder(Rule.values());
  }

  @Test
  void everyRuleOfRecordsStandsInOneList() {
    assertThat(listed(Examination.of(ServedSpans.of(List.of(REQUEST)))))
        .containsExactlyInAnyOrder(Rule.values());
  }

  @Test
  void withoutRecordsRulesAboutThemCannotLook() {
    Findings findings = Examination.of(measured());
    assertThat(ServedRules.rules())
        .allSatisfy(
            rule ->
                assertThat(findings.notApplicable())
                    .containsEntry(rule, Reason.of(Reason.Kind.NO_RECORDS)));
  }

  @Test
  void withoutAMeasurementRulesAboutItCannotLook() {
    Findings findings = Examination.of(ServedSpans.of(List.of(REQUEST)));
    assertThat(MeasuredRules.rules())
        .allSatisfy(
            rule ->
                assertThat(findings.notApplicable())
                    .containsEntry(rule, Reason.of(Reason.Kind.NO_MEASUREMENT)));
  }
}
