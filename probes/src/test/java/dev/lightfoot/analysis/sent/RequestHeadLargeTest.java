package dev.lightfoot.analysis.sent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RequestHeadLargeTest {
  private static final Rule RULE = Rule.REQUEST_HEAD_LARGE;

  private static Run probe(long head, long cookies, long body) {
    MadePage page = new MadePage();
    page.ask("/", 0)
        .until(100)
        .answered(200, 500)
        .builder()
        .request(new RequestFacts(head, cookies, body, List.of()));
    return page.probe(RunState.COLD);
  }

  @Test
  void aHeadOfMoreThanAPacketTakesTimeOnASlowWayUp() {
    Finding found = JudgedRuns.one(RULE, probe(3_400, 3_000, 0));
    assertThat(found.saving()).contains(JudgedRuns.saving(0, 0, 0, 16));
    assertThat(found.severity()).isEqualTo(Severity.LOW);
    assertThat(JudgedRuns.variant(found)).isEqualTo("cookies");
  }

  @Test
  void oneOfMoreThanTheFirstFlightCostsATrip() {
    assertThat(JudgedRuns.one(RULE, probe(15_000, 100, 0)).saving().orElseThrow().trips())
        .isEqualTo(1);
  }

  @Test
  void aHeadOfOnePacketIsInOrder() {
    assertThat(JudgedRuns.by(RULE, probe(1_400, 1_000, 0))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aLargeBodyIsNoHead() {
    assertThat(JudgedRuns.by(RULE, probe(300, 0, 90_000))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aFileThatDoesNotSayCannotTell() {
    assertThat(JudgedRuns.by(RULE, probe(0, 3_000, 0)))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOT_RECORDED));
  }
}
