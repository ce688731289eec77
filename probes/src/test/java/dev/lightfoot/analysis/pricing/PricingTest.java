package dev.lightfoot.analysis.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.Examination;
import dev.lightfoot.analysis.catalogue.KnownFindings;
import dev.lightfoot.analysis.change.ChangeFault.Refused;
import dev.lightfoot.analysis.change.Changes;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.ShopLogs;
import dev.lightfoot.analysis.whatif.GradeHistory;
import dev.lightfoot.analysis.whatif.Predicted;
import dev.lightfoot.analysis.whatif.WhatIf;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PricingTest {
  private static Snapshot shop() {
    Run plain = ShopLogs.run();
    ShopLogs logs = ShopLogs.of(plain);
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000)));
    spans.addAll(logs.django(0));
    spans.addAll(logs.postgresql(0));
    return Samples.snapshot(Samples.TARGET, Join.of(List.of(plain), spans).runs().getFirst());
  }

  private static Finding found(Snapshot snapshot, Rule rule) {
    return Examination.of(snapshot).list().stream()
        .filter(each -> each.rule() == rule)
        .findFirst()
        .orElseThrow();
  }

  private static long predicted(Snapshot snapshot, String change) throws Refused {
    Changes changes = Changes.of(List.of(change), new KnownFindings(snapshot));
    Predicted predicted = WhatIf.predict(snapshot, changes, GradeHistory.NONE);
    return predicted.beforeNanos() - predicted.time().nanos();
  }

  @Test
  void aFindingSavesWhatWhatIfPredictsOfItsChange() throws Refused {
    Snapshot shop = shop();
    Finding finding = found(shop, Rule.REPEATED_QUERY);
    Saving saving = finding.saving().orElseThrow();
    assertThat(saving.from()).isEqualTo(Saving.From.REPLAY);
    assertThat(saving.nanos()).isEqualTo(predicted(shop, "batch=" + finding.fingerprint()));
    assertThat(saving.trips()).isEqualTo(49);
    assertThat(saving.lowNanos()).isBetween(saving.nanos() - 30_000_000, saving.nanos() - 1);
    assertThat(saving.highNanos()).isGreaterThan(saving.nanos());
  }

  @Test
  void whatHasNoModelIsEstimatedByItsRule() {
    Snapshot page = Samples.snapshot(Samples.TARGET, PageSamples.run(0));
    assertThat(Examination.of(page).list())
        .filteredOn(each -> each.saving().isPresent())
        .filteredOn(each -> FindingChange.of(each, page).isEmpty())
        .isNotEmpty()
        .allSatisfy(
            each -> assertThat(each.saving().orElseThrow().from()).isEqualTo(Saving.From.FORMULA));
  }
}
