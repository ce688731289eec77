package dev.lightfoot.analysis.sent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.span.Evidence;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class FirstWindowOverflowTest {
  private static final Rule RULE = Rule.FIRST_WINDOW_OVERFLOW;
  private static final long MILLI = 1_000_000;

  /// Flights of 14 600 bytes and twice as much, a pause apart.
  private static Run probe(boolean fresh, long pause, long bytes, String... lines) {
    MadePage page = new MadePage();
    MadePage.Asked asked = page.ask("/", 0).of(ResourceType.DOCUMENT).on(1, !fresh, "h2", 40);
    if (fresh) {
      asked.took(Phase.TCP, 40, 1);
    }
    long first = fresh ? 100 : 60;
    asked.took(Phase.WAIT, 60, 1);
    asked
        .builder()
        .phase(
            Phase.RECEIVE,
            new PhaseTiming.Measured(
                first * MILLI, pause * MILLI, OptionalInt.empty(), Evidence.MEASURED));
    asked
        .answered(200, bytes, lines)
        .builder()
        .chunks(
            List.of(
                new Chunk(first * MILLI, 14_600),
                new Chunk((first + pause) * MILLI, bytes - 14_600)));
    return page.probe(RunState.COLD);
  }

  @Test
  void anAnswerInTwoFlightsCostsARoundTrip() {
    Finding found = JudgedRuns.one(RULE, probe(true, 41, 30_000, "content-encoding", "gzip"));
    assertThat(found.saving()).contains(JudgedRuns.saving(1, 40, 40, 40));
  }

  @Test
  void whatFitsTheFirstFlightIsInOrder() {
    assertThat(JudgedRuns.by(RULE, probe(true, 41, 14_601 - 400))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void flightsThatACodingWouldSaveAreAnotherFinding() {
    Run plain = probe(true, 41, 60_000, "content-type", "text/html");
    assertThat(JudgedRuns.by(RULE, plain)).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(JudgedRuns.all(Rule.NOT_COMPRESSED, plain)).hasSize(1);
  }

  @Test
  void theServersOwnPauseIsNoRound() {
    assertThat(JudgedRuns.by(RULE, probe(true, 100, 30_000))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aDownloadWaitsForBandwidth() {
    assertThat(JudgedRuns.by(RULE, probe(true, 41, 1_100_000))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aWarmConnectionHasGrown() {
    assertThat(JudgedRuns.by(RULE, probe(false, 41, 30_000)))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOT_RECORDED));
  }
}
