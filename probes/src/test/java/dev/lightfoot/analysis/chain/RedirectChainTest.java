package dev.lightfoot.analysis.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.ledger.LedgerBuilder;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.report.CurlCommand;
import dev.lightfoot.report.csv.SnapshotCsv;
import dev.lightfoot.report.layout.PhaseBarBuilder;
import dev.lightfoot.report.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RedirectChainTest {
  @Test
  void aProbesRunIsOneChain() {
    Run run = Samples.redirected();
    RedirectChain chain = RedirectChain.of(run);
    assertThat(chain.hops()).isEqualTo(run.exchanges());
    assertThat(chain.durationNanos()).isEqualTo(run.durationNanos());
    assertThat(chain.gapNanos()).isEqualTo(320_000);
  }

  @Test
  void aRunWithoutARequestHasNoHops() {
    RedirectChain chain = RedirectChain.of(Samples.run(RunState.COLD, Optional.empty()));
    assertThat(chain.hops()).isEmpty();
    assertThat(chain.durationNanos()).isZero();
    assertThat(chain.last()).isEmpty();
  }

  @Test
  void whatWasAskedForBesideTheChainIsNoHop() {
    Run page = page();
    RedirectChain chain = RedirectChain.of(page);
    assertThat(chain.hops()).isEqualTo(Samples.redirected().exchanges());
    assertThat(page.exchanges().stream().filter(chain::holds)).hasSize(2);
  }

  @Test
  void theRunEndsWithTheLastEndWhicheverExchangeThatIs() {
    Run page = page();
    assertThat(page.exchanges().getLast().endNanos())
        .isLessThan(page.exchanges().get(3).endNanos());
    assertThat(page.durationNanos()).isEqualTo(page.exchanges().get(3).endNanos());
  }

  @Test
  void hiddenSecretsDoNotBreakTheChain() {
    Run clean =
        Redactor.redact(Samples.snapshot(Samples.TARGET, page())).snapshot().runs().getFirst();
    assertThat(RedirectChain.of(clean).hops()).hasSize(2);
  }

  @Test
  void overlappingExchangesAreBilledNowhereTwice() {
    Run page = page();
    Run alone = Samples.redirected();
    Ledger ledger = LedgerBuilder.build(RedirectChain.of(page), List.of(page));
    assertThat(ledger.lines())
        .isEqualTo(LedgerBuilder.build(RedirectChain.of(alone), List.of(alone)).lines());
    assertThat(ledger.lines().stream().mapToLong(LedgerLine::totalNanos).sum())
        .isEqualTo(RedirectChain.of(page).durationNanos());
    assertThat(ledger.lines()).allMatch(line -> line.totalNanos() >= 0);
  }

  @Test
  void summaryBarAndExportsShowTheChain() {
    Run page = page();
    Run alone = Samples.redirected();
    assertThat(Summary.of(List.of(page))).isEqualTo(Summary.of(List.of(alone)));
    assertThat(PhaseBarBuilder.of(List.of(page)).build())
        .isEqualTo(PhaseBarBuilder.of(List.of(alone)).build());
    assertThat(SnapshotCsv.of(Samples.snapshot(Samples.TARGET, page)))
        .isEqualTo(SnapshotCsv.of(Samples.snapshot(Samples.TARGET, alone)));
    assertThat(CurlCommand.of(Samples.snapshot(Samples.TARGET, page)))
        .isEqualTo(CurlCommand.of(Samples.snapshot(Samples.TARGET, alone)));
  }

  /// A redirected document, a resource that begins while it comes and outlasts everything, one that
  /// another resource was redirected to from the same URL, and one that is over early.
  private static Run page() {
    List<Exchange> exchanges = new ArrayList<>(Samples.redirected().exchanges());
    Exchange document = exchanges.getLast();
    exchanges.add(resource("/redirected.js", 1_000, Optional.of(exchanges.getFirst().url())));
    exchanges.add(resource("/slow.css", document.endNanos() - 1_000_000, Optional.empty()));
    exchanges.add(resource("/quick.png", document.startNanos(), Optional.empty()));
    return Samples.run(RunState.COLD, Optional.empty(), exchanges.toArray(Exchange[]::new));
  }

  private static Exchange resource(String path, long startNanos, Optional<String> from) {
    ExchangeBuilder exchange =
        new ExchangeBuilder("https://shop.test" + path, "GET")
            .startNanos(startNanos)
            .redirectedFrom(from);
    long atMicros = startNanos / 1_000;
    exchange.phase(Phase.SEND, Samples.took(atMicros, 100, 0));
    exchange.phase(Phase.WAIT, Samples.took(atMicros + 100, 41_000, 1));
    return exchange.build();
  }
}
