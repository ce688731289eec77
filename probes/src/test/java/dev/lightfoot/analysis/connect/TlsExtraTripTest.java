package dev.lightfoot.analysis.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.MadeTls;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TlsExtraTripTest {
  private static final Rule RULE = Rule.TLS_EXTRA_TRIP;

  /// A probe of a server 40 ms away, whose handshake takes so long.
  private static Run probe(MadeTls tls, long rtt, long millis, int trips) {
    return made(tls, rtt, millis, trips).probe(RunState.COLD);
  }

  private static MadePage made(MadeTls tls, long rtt, long millis, int trips) {
    MadePage page = new MadePage();
    page.ask("/", 0)
        .of(ResourceType.DOCUMENT)
        .on(1, false, "h2", rtt)
        .took(Phase.TCP, rtt, 1)
        .took(Phase.TLS, millis, trips)
        .took(Phase.WAIT, rtt + 20, 1)
        .builder()
        .tls(tls.facts());
    return page;
  }

  @Test
  void aFullHandshakeOfTls12CostsATripMore() {
    Finding found = JudgedRuns.one(RULE, probe(MadeTls.of("TLSv1.2"), 40, 95, 2));
    assertThat(found.subject())
        .isEqualTo(new FindingSubject("shop.test", "", Optional.of(Layer.TLS), ""));
    assertThat(found.saving()).contains(JudgedRuns.saving(1, 40, 40, 55));
    assertThat(found.severity()).isEqualTo(Severity.HIGH);
    assertThat(found.grade()).isEqualTo(Evidence.MEASURED);
    assertThat(found.count()).isEqualTo(1);
    assertThat(found.traces()).isEqualTo(1);
    assertThat(found.evidence()).containsExactly(new Proof.OfExchange(0, 0));
    assertThat(JudgedRuns.variant(found)).isEqualTo("version");
  }

  @Test
  void aHelloRetryRequestCostsATripMore() {
    Finding found = JudgedRuns.one(RULE, probe(MadeTls.of("TLSv1.3").retrying(), 40, 85, 2));
    assertThat(found.saving()).contains(JudgedRuns.saving(1, 40, 40, 45));
    assertThat(JudgedRuns.variant(found)).isEqualTo("retry");
  }

  @Test
  void tls13InOneTripIsInOrder() {
    assertThat(JudgedRuns.by(RULE, probe(MadeTls.of("TLSv1.3"), 40, 45, 1)))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void tls12ResumedInOneTripIsInOrder() {
    assertThat(JudgedRuns.by(RULE, probe(MadeTls.of("TLSv1.2").offering(true), 40, 45, 1)))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aServerNextDoorIsInOrder() {
    assertThat(JudgedRuns.by(RULE, probe(MadeTls.of("TLSv1.2"), 4, 12, 2)))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void plainTextHasNoHandshakeToLookAt() {
    MadePage page = new MadePage();
    page.ask("/", 0).on(1, false, "http/1.1", 40).took(Phase.TCP, 40, 1).until(100);
    assertThat(JudgedRuns.by(RULE, page.probe(RunState.COLD)))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOTHING_TO_LOOK_AT));
  }

  @Test
  void runsThatShowTheSameAreOneFindingWithTheNumbersOfTheMedian() {
    MadeTls old = MadeTls.of("TLSv1.2");
    Finding found =
        JudgedRuns.one(
            RULE,
            probe(old, 40, 95, 2),
            probe(old, 40, 85, 2),
            probe(MadeTls.of("TLSv1.3"), 40, 45, 1),
            probe(old, 40, 120, 2));
    assertThat(found.traces()).isEqualTo(3);
    assertThat(found.saving().orElseThrow().nanos()).isEqualTo(40_000_000);
    assertThat(found.evidence())
        .containsExactlyInAnyOrder(
            new Proof.OfExchange(0, 0), new Proof.OfExchange(1, 0), new Proof.OfExchange(3, 0));
  }

  @Test
  void aHandshakeThatThePageDidNotWaitForSavesTripsOnly() {
    MadePage page = new MadePage();
    page.document(100);
    page.askFor("https://cdn.test/late.png", 10)
        .third()
        .on(2, false, "h2", 40)
        .took(Phase.TCP, 10, 1)
        .took(Phase.TLS, 20, 2)
        .until(60)
        .builder()
        .tls(MadeTls.of("TLSv1.2").facts());
    Finding found = JudgedRuns.one(RULE, page.loaded(100).run());
    assertThat(found.saving()).contains(JudgedRuns.saving(1, 0, 0, 0));
    assertThat(found.severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void whatAFileSaysIsImported() {
    MadePage page = new MadePage();
    page.ask("/", 0)
        .on(1, false, "h2", 40)
        .took(Phase.TLS, 95, 2)
        .until(200)
        .builder()
        .source(Exchange.IMPORTED)
        .tls(MadeTls.of("TLSv1.2").facts());
    assertThat(JudgedRuns.one(RULE, page.probe(RunState.COLD)).grade())
        .isEqualTo(Evidence.IMPORTED);
  }
}
