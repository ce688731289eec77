package dev.lightfoot.analysis.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.model.LoopbackSample;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LedgerBuilderTest {

  @Test
  void aColdRunIsBilledLayerByLayerInWireOrder() {
    Ledger ledger = LedgerBuilder.build(RedirectChain.of(Samples.cold(0)), Samples.shop().runs());
    Peer peer = new Peer.Named(Samples.PEER);
    assertThat(ledger)
        .isEqualTo(
            new Ledger(
                List.of(
                    line(
                        Layer.DNS,
                        new Peer.Resolver(Samples.RESOLVER),
                        1,
                        10_100,
                        10_100,
                        0,
                        0,
                        600,
                        10_700),
                    line(Layer.TCP, peer, 1, 40_100, 40_100, 0, 0, 200, 40_300),
                    line(Layer.TLS, peer, 1, 40_100, 40_100, 3_600, 0, 600, 44_300),
                    line(Layer.REQUEST, peer, 1, 40_100, 40_100, 0, 100, 0, 40_200),
                    line(Layer.APP, Peer.Known.UNOPENED, -1, -1, 0, 0, 0, 181_900, 181_900),
                    line(
                        Layer.RESPONSE,
                        new Peer.Body(2_412, OptionalInt.of(0)),
                        -1,
                        -1,
                        0,
                        0,
                        100,
                        0,
                        100)),
                317_500_000));
  }

  @Test
  void theFloorIsTheSmallestOverAllRuns() {
    Floors floors = Floors.of(List.of(Samples.cold(0), Samples.warm(50_000)));
    assertThat(List.of(floors.nanos(Samples.PEER), floors.nanos(Samples.RESOLVER)))
        .containsExactly(OptionalLong.of(40_100_000), OptionalLong.of(10_100_000));
  }

  @Test
  void withinThisComputerRoundTripsCoverNoDistance() {
    Run run = LoopbackSample.run();
    Ledger ledger = LedgerBuilder.build(RedirectChain.of(run), List.of(run));
    assertThat(ledger.trips()).isEqualTo(2);
    assertThat(ledger.distanceNanos()).isZero();
    assertThat(ledger.lines().getFirst().rttNanos()).hasValue(12_000);
    assertThat(sum(ledger)).isEqualTo(run.durationNanos());
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:80, true",
    "127.9.9.9:443, true",
    "[::1]:8080, true",
    "10.0.0.1:80, false",
    "[2001:db8::1]:443, false",
    "getaddrinfo, false",
    "https://127.0.0.1/dns-query, false"
  })
  void aLoopbackAddressIsThisComputer(String peer, boolean here) {
    assertThat(Floors.isHere(peer)).isEqualTo(here);
  }

  @Test
  void anUnknownPeerHasNoFloor() {
    assertThat(Floors.of(List.of()).nanos(Samples.PEER)).isEmpty();
  }

  @Test
  void withoutAFloorNothingIsCalledDistance() {
    Ledger ledger = LedgerBuilder.build(RedirectChain.of(Samples.cold(0)), List.of());
    assertThat(List.of(ledger.distanceNanos(), ledger.totalNanos(), sum(ledger)))
        .containsExactly(0L, 317_500_000L, 317_500_000L);
  }

  @Test
  void aWarmRunPaysOneTripAndTheServer() {
    Ledger ledger =
        LedgerBuilder.build(RedirectChain.of(Samples.warm(50_000)), List.of(Samples.warm(50_000)));
    assertThat(ledger.lines().stream().map(LedgerLine::layer))
        .containsExactly(Layer.REQUEST, Layer.APP, Layer.RESPONSE);
    assertThat(List.of(ledger.trips(), ledger.distanceNanos())).containsExactly(1, 40_100_000L);
  }

  @Test
  void aFailedHandshakeIsBilledUpToTheFailure() {
    Ledger ledger =
        LedgerBuilder.build(RedirectChain.of(Samples.expired()), List.of(Samples.expired()));
    assertThat(List.of(ledger.trips(), ledger.distanceNanos(), ledger.totalNanos()))
        .containsExactly(3, 90_300_000L, 97_400_000L);
  }

  @Test
  void everyHopAndThePauseBetweenThemIsBilled() {
    Run run = Samples.redirected();
    Ledger ledger = LedgerBuilder.build(RedirectChain.of(run), List.of(run));
    assertThat(ledger.lines().stream().map(LedgerLine::layer))
        .containsExactly(
            Layer.DNS,
            Layer.TCP,
            Layer.REQUEST,
            Layer.APP,
            Layer.RESPONSE,
            Layer.BROWSER,
            Layer.DNS,
            Layer.TCP,
            Layer.TLS,
            Layer.REQUEST,
            Layer.APP,
            Layer.RESPONSE);
    assertThat(sum(ledger)).isEqualTo(run.durationNanos()).isEqualTo(409_820_000L);
  }

  @Test
  void aWaitShorterThanTheFloorIsAllDistance() {
    Run run = Samples.warm(30_000);
    Ledger ledger = LedgerBuilder.build(RedirectChain.of(run), List.of(run));
    assertThat(ledger.lines().getFirst())
        .isEqualTo(
            line(
                Layer.REQUEST, new Peer.Named(Samples.PEER), 1, 40_100, 30_000, 0, 100, 0, 30_100));
  }

  @Test
  void whateverWasMeasuredTheLinesAddUpToTheWallTime() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      Run run = randomRun(random);
      Ledger ledger = LedgerBuilder.build(RedirectChain.of(run), List.of(run, Samples.cold(0)));
      assertThat(sum(ledger)).as("run %s", i).isEqualTo(run.durationNanos());
      assertThat(ledger.lines()).allMatch(LedgerBuilderTest::addsUp);
    }
  }

  private static Run randomRun(Random random) {
    var exchange = Samples.coldExchange(0).gapNanos(random.nextInt(200_000));
    long at = 0;
    for (Phase phase : Phase.values()) {
      int micros = random.nextInt(90_000);
      exchange.phase(
          phase,
          random.nextInt(4) == 0
              ? Samples.not("none")
              : Samples.took(at, micros, random.nextInt(3)));
      at += micros;
    }
    return Samples.run(RunState.COLD, Optional.empty(), exchange.build());
  }

  private static boolean addsUp(LedgerLine line) {
    return line.distanceNanos()
                + line.workNanos()
                + line.transferNanos()
                + line.queueNanos()
                + line.unexplainedNanos()
            == line.totalNanos()
        && line.distanceNanos() <= line.totalNanos();
  }

  private static long sum(Ledger ledger) {
    return ledger.lines().stream().mapToLong(LedgerLine::totalNanos).sum();
  }

  private static Optional<Phase> phase(Layer layer) {
    return switch (layer) {
      case DNS -> Optional.of(Phase.DNS);
      case TCP -> Optional.of(Phase.TCP);
      case TLS -> Optional.of(Phase.TLS);
      case RESPONSE -> Optional.of(Phase.RECEIVE);
      default -> Optional.of(Phase.WAIT);
    };
  }

  private static LedgerLine line(Layer layer, Peer peer, int trips, long... micros) {
    return new LedgerLine(
        0,
        phase(layer),
        layer,
        peer,
        trips < 0 ? OptionalInt.empty() : OptionalInt.of(trips),
        false,
        micros[0] < 0 ? OptionalLong.empty() : OptionalLong.of(micros[0] * 1_000),
        micros[1] * 1_000,
        micros[2] * 1_000,
        micros[3] * 1_000,
        0,
        micros[4] * 1_000,
        micros[5] * 1_000,
        Evidence.MEASURED);
  }
}
