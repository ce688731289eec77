package dev.lightfoot.analysis.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lightfoot.analysis.catalogue.Examination;
import dev.lightfoot.analysis.catalogue.KnownFindings;
import dev.lightfoot.analysis.change.parse.ChangeFault.Refused;
import dev.lightfoot.analysis.change.parse.Changes;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.ShopLogs;
import dev.lightfoot.analysis.whatif.Gains;
import dev.lightfoot.analysis.whatif.GradeHistory;
import dev.lightfoot.analysis.whatif.Predicted;
import dev.lightfoot.analysis.whatif.Replays;
import dev.lightfoot.analysis.whatif.WhatIf;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /// The shop's request with those statements alone.
  private static Snapshot asking(String... statements) {
    Run plain = ShopLogs.run();
    ShopLogs logs = ShopLogs.of(plain);
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000)));
    List<Span> calls = logs.django(0);
    for (int i = 0; i < statements.length; i++) {
      Span call = calls.get(i);
      spans.add(call.with(call.attributes().with(AttributeNames.DB_QUERY, statements[i])));
    }
    return Samples.snapshot(Samples.TARGET, Join.of(List.of(plain), spans).runs().getFirst());
  }

  @Test
  void theFirstOfIdenticalQueriesIsAskedAgainAfterAWrite() {
    String read = "SELECT a FROM account WHERE id = 1";
    String write = "UPDATE account SET a = 2 WHERE id = 1";
    Saving saving =
        found(asking(read, read, write, read, read), Rule.IDENTICAL_QUERY).saving().orElseThrow();
    assertThat(saving.trips()).isEqualTo(2);
    assertThat(saving.from()).isEqualTo(Saving.From.FORMULA);
  }

  /// A page that leads to itself, each time over a connection of its own.
  private static Snapshot leadingToItself() {
    MadePage probe = new MadePage();
    opened(probe, 0, 1).answered(302, 0, "location", "/");
    opened(probe, 140, 2)
        .answered(200, 500)
        .builder()
        .redirectedFrom(Optional.of("https://shop.test/"));
    return Samples.snapshot("https://shop.test/", probe.probe(RunState.COLD));
  }

  private static MadePage.Asked opened(MadePage probe, long at, int connection) {
    return probe
        .ask("/", at)
        .on(connection, false, "http/1.1", 40)
        .took(Phase.TCP, 40, 1)
        .took(Phase.TLS, 45, 1)
        .took(Phase.WAIT, 45, 1);
  }

  @Test
  void theFirstConnectionOfAPageThatLeadsToItselfIsMadeAllTheSame() {
    Saving saving = found(leadingToItself(), Rule.CONNECTION_NOT_REUSED).saving().orElseThrow();
    assertThat(saving.from()).isEqualTo(Saving.From.REPLAY);
    assertThat(saving.trips()).isEqualTo(2);
    assertThat(saving.nanos()).isEqualTo(85_000_000);
  }

  @Test
  void onlyTheRunsOfTheStateThatIsReplayedCount() throws Refused {
    Snapshot both =
        Samples.snapshot(Samples.TARGET, Samples.cold(0), Samples.cold(1), Samples.warm(0));
    assertThat(Replays.size(both)).isEqualTo(2).isEqualTo(Replays.of(both).size());
  }

  @Test
  void aBatchIsReplayedOnceAndAtBothEndsOfThreeUnknowns() throws Refused {
    Snapshot shop = shop();
    Changes changes = Changes.of(List.of("batch=shop_supplier"), new KnownFindings(shop));
    assertThat(Gains.of(Replays.of(shop), changes).replays()).isEqualTo(7);
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

  @Test
  void aFindingOfAnotherSnapshotChangesNothingThatIsNotThere() {
    Snapshot page = Samples.snapshot(Samples.TARGET, PageSamples.run(0));
    Snapshot other = Samples.snapshot(Samples.TARGET, Samples.cold(0));
    assertThat(Examination.of(page).list())
        .filteredOn(each -> !FindingChange.of(each, page).isEmpty())
        .isNotEmpty()
        .allSatisfy(
            each -> assertThatCode(() -> FindingChange.of(each, other)).doesNotThrowAnyException());
  }
}
