package dev.lightfoot.analysis.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lightfoot.analysis.catalogue.Examination;
import dev.lightfoot.analysis.catalogue.KnownFindings;
import dev.lightfoot.analysis.change.parse.ChangeFault;
import dev.lightfoot.analysis.change.parse.ChangeFault.Refused;
import dev.lightfoot.analysis.change.parse.Changes;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.ShopLogs;
import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WhatIfTest {
  private static final long MILLI = 1_000_000;

  private static Snapshot shop() {
    Run plain = ShopLogs.run();
    ShopLogs logs = ShopLogs.of(plain);
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000)));
    spans.addAll(logs.django(0));
    spans.addAll(logs.postgresql(0));
    return Samples.snapshot(Samples.TARGET, Join.of(List.of(plain), spans).runs().getFirst());
  }

  private static Snapshot page() {
    return Samples.snapshot(Samples.TARGET, PageSamples.run(0));
  }

  private static Predicted predict(Snapshot snapshot, String... changes) throws Refused {
    return WhatIf.predict(snapshot, Changes.of(List.of(changes)), GradeHistory.NONE);
  }

  private static long saved(Predicted predicted) {
    return predicted.beforeNanos() - predicted.time().nanos();
  }

  @Test
  void fiftyQueriesBecomeOne() throws Refused {
    Predicted predicted = predict(shop(), "batch=shop_supplier");
    assertThat(predicted.before().trips() - predicted.after().trips()).isEqualTo(49);
    // 49 calls of 2.33 ms, and most of the 1.07 between them
    assertThat(saved(predicted)).isBetween(49 * 2_330_000L - 5 * MILLI, 49 * 3_400_000L);
    assertThat(predicted.time().lowNanos()).isLessThan(predicted.time().nanos());
    assertThat(predicted.time().highNanos()).isGreaterThan(predicted.time().nanos());
  }

  @Test
  void aDatabaseFartherAwayCostsEachOfItsTrips() throws Refused {
    Predicted predicted = predict(shop(), "rtt.database=20ms");
    // 51 trips of 20 instead of 2.23 ms, of which some is no distance
    assertThat(-saved(predicted)).isBetween(51 * 17_770_000L, 51 * 18_300_000L);
    assertThat(predicted.before().trips()).isEqualTo(predicted.after().trips());
  }

  @Test
  void callsThatAreNotMadeTakeTheirTripsWithThem() throws Refused {
    assertThat(predict(shop(), "drop=shop_supplier").after().trips())
        .isEqualTo(predict(shop(), "batch=shop_supplier").after().trips() - 1);
  }

  @Test
  void aFindingIsATargetByItsRuleAndByItsFingerprint() throws Refused {
    Snapshot shop = shop();
    KnownFindings known = new KnownFindings(shop);
    String fingerprint =
        Examination.of(shop).list().stream()
            .filter(each -> each.rule() == Rule.REPEATED_QUERY)
            .map(Finding::fingerprint)
            .findFirst()
            .orElseThrow();
    Interval byText = predict(shop, "batch=shop_supplier").time();
    for (String target : List.of("repeated-query", fingerprint)) {
      Changes changes = Changes.of(List.of("batch=" + target), known);
      assertThat(WhatIf.predict(shop, changes, GradeHistory.NONE).time()).isEqualTo(byText);
    }
  }

  @Test
  void theSameQuestionHasTheSameAnswer() throws Refused {
    assertThat(predict(shop(), "batch=shop_supplier").time())
        .isEqualTo(predict(shop(), "batch=shop_supplier").time());
  }

  @Test
  void aPreloadedFontIsNoLongerBehindTheStyleSheets() throws Refused {
    Predicted predicted = predict(page(), "preload=" + font());
    assertThat(saved(predicted)).isPositive();
  }

  private static String font() {
    return PageSamples.run(0).exchanges().get(12).url();
  }

  @Test
  void whatTheSnapshotDoesNotHoldIsRefusedWithTheNearest() {
    ChangeFault fault =
        catchThrowableOfType(Refused.class, () -> predict(shop(), "batch=shop_suplier")).fault();
    assertThat(fault)
        .isEqualTo(new ChangeFault.NoTarget("batch=shop_suplier", List.of("SELECT shop_supplier")));
    assertThat(catchThrowableOfType(Refused.class, () -> predict(page(), "drop-redirect")).fault())
        .isInstanceOf(ChangeFault.NoTarget.class);
  }

  @Test
  void aSnapshotWithoutARunThatCameToItsEndIsRefused() {
    Snapshot none = Samples.snapshot(Samples.TARGET);
    assertThat(catchThrowableOfType(Refused.class, () -> predict(none, "tls=1.3")).fault())
        .isEqualTo(new ChangeFault.NoRuns());
  }

  /// A style sheet that was asked for after a part of the document whose stamp is later than that
  /// of the next part: the replay asks for it 14 earlier.
  private static Run contradicting() {
    MadePage page = new MadePage();
    page.document(100)
        .on(1, false, "h2", 20)
        .took(Phase.RECEIVE, 20, 0)
        .builder()
        .chunks(List.of(new Chunk(118 * MILLI, 1_000), new Chunk(104 * MILLI, 1_000)));
    page.ask("/a.css", 119)
        .of(ResourceType.STYLESHEET)
        .by(Initiator.Type.PARSER, 0)
        .on(1, true, "h2", 20)
        .until(200);
    return page.loaded(200).run();
  }

  @Test
  void whatTheReplayMissesIsNoSaving() throws Refused {
    Predicted predicted = predict(Samples.snapshot(Samples.TARGET, contradicting()), "rtt=20ms");
    assertThat(predicted.assumptions()).anyMatch(Assumption.Misfit.class::isInstance);
    assertThat(saved(predicted)).isZero();
  }

  @Test
  void oneRunIsSaidToBeOne() throws Refused {
    assertThat(predict(shop(), "batch=shop_supplier").assumptions())
        .contains(new Assumption.OneRun());
  }
}
