package dev.lightfoot.analysis.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.FactValue;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Phases;
import dev.lightfoot.model.ResolverConnection;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.dns.DnsAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class DnsChainTest {
  private static final Rule RULE = Rule.DNS_CHAIN;
  private static final long MILLI = 1_000_000;

  private static DnsQuery query(
      long millis, long ttl, int aliases, Optional<ResolverConnection> setUp) {
    List<DnsAnswer> answers = new ArrayList<>();
    for (int i = 0; i < aliases; i++) {
      answers.add(new DnsAnswer("a" + i + ".test.", "CNAME", ttl, "a" + (i + 1) + ".test."));
    }
    answers.add(new DnsAnswer("shop.test.", "A", ttl, "192.0.2.1"));
    return new DnsQuery(
        "shop.test.",
        Optional.of("A"),
        "192.0.2.53:53",
        "udp",
        0,
        millis * MILLI,
        OptionalInt.of(1),
        Optional.of("NOERROR"),
        false,
        false,
        answers,
        setUp,
        Optional.empty());
  }

  private static Run probe(long dnsMillis, int trips, DnsQuery... queries) {
    MadePage page = new MadePage();
    page.ask("/", 0)
        .took(Phase.DNS, dnsMillis, trips)
        .took(Phase.WAIT, 100, 1)
        .builder()
        .dns(List.of(queries));
    return page.probe(RunState.COLD);
  }

  private static Run at(long second, Run run) {
    return new Run(
        run.state(),
        Samples.WHEN.plus(Duration.ofSeconds(second)),
        run.error(),
        false,
        run.exchanges(),
        run.spans(),
        run.alignments());
  }

  private static DnsQuery plain(long millis, long ttl) {
    return query(millis, ttl, 0, Optional.empty());
  }

  @Test
  void questionsOneAfterTheOtherAreAChain() {
    Finding found = JudgedRuns.one(RULE, probe(36, 3, plain(10, 300), plain(12, 300)));
    assertThat(JudgedRuns.variant(found)).isEqualTo("questions");
    assertThat(found.saving()).contains(JudgedRuns.saving(2, 20, 20, 24));
  }

  @Test
  void bothFamiliesAtTheSameTimeAreOneTrip() {
    assertThat(JudgedRuns.by(RULE, probe(12, 1, plain(10, 300), plain(12, 300))))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aChainThatIsOverSoonIsInOrder() {
    assertThat(JudgedRuns.by(RULE, probe(9, 2, plain(4, 300)))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void whatConnectingToTheResolverTakesIsNotTheNames() {
    ResolverConnection setUp =
        new ResolverConnection(
            Optional.of("192.0.2.53:443"),
            new Phases(
                Map.of(
                    Phase.TCP, Samples.took(0, 10_000, 1),
                    Phase.TLS, Samples.took(10_000, 10_000, 1))),
            Optional.of("TLSv1.3"),
            List.of());
    assertThat(JudgedRuns.by(RULE, probe(31, 3, query(31, 300, 0, Optional.of(setUp)))))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void threeAliasesCostTheResolverQuestions() {
    Finding found = JudgedRuns.one(RULE, probe(24, 1, query(24, 300, 3, Optional.empty())));
    assertThat(JudgedRuns.variant(found)).isEqualTo("aliases");
    assertThat(found.saving()).contains(JudgedRuns.saving(0, 0, 0, 24));
    assertThat(JudgedRuns.by(RULE, probe(24, 1, query(24, 300, 2, Optional.empty()))))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void anAddressThatWasForgottenBetweenRunsIsForgottenTooSoon() {
    Finding found =
        JudgedRuns.one(
            RULE, at(0, probe(20, 1, plain(20, 30))), at(15, probe(20, 1, plain(20, 28))));
    assertThat(JudgedRuns.variant(found)).isEqualTo("lifetime");
    assertThat(found.severity()).isEqualTo(Severity.LOW);
    assertThat(found.traces()).isEqualTo(2);
  }

  @Test
  void aLifetimeOfASecondShowsOverRunsThatLieCloserTogether() {
    Run first = at(0, probe(20, 1, plain(20, 1)));
    Run second = at(1, probe(20, 1, plain(20, 0)));
    Run third = at(2, probe(20, 1, plain(20, 1)));
    Finding found = JudgedRuns.one(RULE, first, second, third);
    assertThat(found.fact("lifetime")).contains(new FactValue.Time(1_000_000_000L));
    assertThat(JudgedRuns.by(RULE, first, second)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void theLifetimeIsTheNamesOwnAndNotWhatIsLeftOfIt() {
    Finding found =
        JudgedRuns.one(
            RULE, at(0, probe(20, 1, plain(20, 2))), at(15, probe(20, 1, plain(20, 28))));
    assertThat(found.fact("lifetime")).contains(new FactValue.Time(28_000_000_000L));
  }

  @Test
  void whatIsLeftOfALongLifetimeIsInOrder() {
    Run first = at(0, probe(20, 1, plain(20, 25)));
    assertThat(JudgedRuns.by(RULE, first)).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(JudgedRuns.by(RULE, first, at(5, probe(20, 1, plain(20, 20)))))
        .isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(JudgedRuns.by(RULE, first, at(30, probe(20, 1, plain(20, 300)))))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aNameInTheHostsFileWasNotAskedFor() {
    MadePage page = new MadePage();
    page.ask("/", 0).until(100);
    assertThat(JudgedRuns.by(RULE, page.probe(RunState.COLD)))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOTHING_TO_LOOK_AT));
  }
}
