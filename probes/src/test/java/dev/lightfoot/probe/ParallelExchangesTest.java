package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.ledger.Ledger;
import dev.lightfoot.analysis.ledger.LedgerBuilder;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.Resource;
import dev.lightfoot.probe.peer.ResourceStamps;
import dev.lightfoot.probe.peer.ResourcesOverHttp1;
import dev.lightfoot.probe.peer.ResourcesOverHttp2;
import dev.lightfoot.probe.peer.ScriptedServer;
import dev.lightfoot.probe.quic.QuicLoop;
import dev.lightfoot.probe.quic.ResourcesOverHttp3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Thirty resources at a time from servers that know when they got and sent each part.
@Timeout(60)
final class ParallelExchangesTest {
  private static final int STREAMS = 12;

  private final ResourceStamps stamps = new ResourceStamps();
  private ParallelBench bench;

  @BeforeEach
  void start() throws Exception {
    bench = new ParallelBench();
  }

  @AfterEach
  void stop() throws Exception {
    bench.close();
  }

  @Test
  void thirtyAtOnceOverSixConnections() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.tls(
            Certificates.valid(ProbeBench.HOST),
            bench.onceAllHaveBegun(new ResourcesOverHttp1(stamps)))) {
      Run run = bench.load(HttpChoice.HTTP_1_1, server.port(), _ -> {});
      assertThat(server.accepted()).isEqualTo(6);
      everythingAddsUp(run);
      everyStampIsItsOwn(run);
      assertThat(headerBytes(run))
          .isEqualTo(
              Resource.all().stream()
                  .map(each -> (long) ResourcesOverHttp1.head(each).length())
                  .toList());
      assertThat(run.exchanges().stream().filter(each -> !reused(each))).hasSize(6);
      onOneConnectionOneFollowsTheOther(run);
      whoeverWaitedWasBlocked(run);
      assertThat(run.exchanges())
          .filteredOn(each -> !reused(each))
          .allSatisfy(
              each -> {
                assertThat(state(each, Phase.TCP)).isEqualTo("measured");
                assertThat(state(each, Phase.TLS)).isEqualTo("measured");
              })
          .filteredOn(each -> state(each, Phase.DNS).equals("measured"))
          .hasSize(1);
    }
  }

  @Test
  void thirtyAtOnceOverOneSharedConnection() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.tls(
            Certificates.valid(ProbeBench.HOST),
            bench.onceAllHaveBegun(new ResourcesOverHttp2(stamps, 100)))) {
      Run run = bench.load(HttpChoice.ANY, server.port(), _ -> {});
      assertThat(server.accepted()).isEqualTo(1);
      overOneHttp2Connection(run);
      long opened = end(opener(run), Phase.TLS);
      assertThat(run.exchanges())
          .filteredOn(ParallelExchangesTest::reused)
          .allSatisfy(each -> assertThat(end(each, Phase.BLOCKED)).isGreaterThanOrEqualTo(opened));
    }
  }

  @Test
  void oneAfterTheOtherWhileTheAnswersAreOnTheirWay() throws Exception {
    try (ScriptedServer server = http2(100)) {
      Run run = bench.load(HttpChoice.HTTP_2, server.port(), this::afterTheOneBefore);
      overOneHttp2Connection(run);
      assertThat(run.exchanges())
          .filteredOn(ParallelExchangesTest::reused)
          .allSatisfy(each -> assertThat(state(each, Phase.BLOCKED)).isEqualTo("none"));
    }
  }

  @Test
  void noMoreAtATimeThanTheServerTakes() throws Exception {
    try (ScriptedServer server = http2(STREAMS)) {
      Run run =
          bench.load(
              HttpChoice.HTTP_2,
              server.port(),
              each -> {
                if (each.number()
                    > 0) { // until then any number may be sent (RFC 9113 section 6.5.2)
                  stamps.awaitSettled();
                }
              });
      assertThat(server.accepted()).isEqualTo(1);
      overOneHttp2Connection(run);
      for (Exchange each : run.exchanges()) {
        long sent = start(each, Phase.SEND);
        assertThat(
                run.exchanges().stream()
                    .filter(other -> start(other, Phase.SEND) <= sent)
                    .filter(other -> other.endNanos() > sent))
            .hasSizeLessThanOrEqualTo(STREAMS);
      }
    }
  }

  @Test
  void thirtyAtOnceOverOneQuicConnection() throws Exception {
    assumeTrue(QuicLoop.isAvailable(), "no QUIC library for this operating system");
    try (ResourcesOverHttp3 server = new ResourcesOverHttp3(ProbeBench.HOST, stamps)) {
      Run run = bench.load(HttpChoice.HTTP_3, server.port(), _ -> {});
      assertThat(server.accepted()).isEqualTo(1);
      overOneConnection(run, Phase.QUIC);
    }
  }

  @Test
  void oneAfterTheOtherOverQuicWhileTheAnswersAreOnTheirWay() throws Exception {
    assumeTrue(QuicLoop.isAvailable(), "no QUIC library for this operating system");
    try (ResourcesOverHttp3 server = new ResourcesOverHttp3(ProbeBench.HOST, stamps)) {
      overOneConnection(
          bench.load(HttpChoice.HTTP_3, server.port(), this::afterTheOneBefore), Phase.QUIC);
    }
  }

  private void afterTheOneBefore(Resource resource) throws InterruptedException {
    if (resource.number() > 0) {
      stamps.of(new Resource(resource.number() - 1)).awaitSeen();
    }
  }

  private ScriptedServer http2(int streams) throws Exception {
    return ScriptedServer.tls(
        Certificates.valid(ProbeBench.HOST), new ResourcesOverHttp2(stamps, streams));
  }

  private void overOneHttp2Connection(Run run) throws Exception {
    overOneConnection(run, Phase.TLS);
    assertThat(headerBytes(run))
        .isEqualTo(
            Resource.all().stream()
                .map(each -> (long) ResourcesOverHttp2.block(each).length)
                .toList());
  }

  private void overOneConnection(Run run, Phase lastOfSetUp) throws Exception {
    everythingAddsUp(run);
    everyStampIsItsOwn(run);
    assertThat(run.exchanges().stream().filter(each -> !reused(each))).hasSize(1);
    assertThat(state(opener(run), lastOfSetUp)).isEqualTo("measured");
    assertThat(run.exchanges())
        .filteredOn(ParallelExchangesTest::reused)
        .allSatisfy(each -> assertThat(state(each, lastOfSetUp)).isEqualTo("reused"));
    assertThat(run.exchanges().stream().map(each -> each.connection().orElseThrow().id()))
        .containsOnly(opener(run).connection().orElseThrow().id());
    assertThat(overlaps(run)).isGreaterThan(Resource.COUNT);
  }

  /// Phases and gap are the wall time, in order and without overlap; nothing is billed twice or
  /// negative; the file holds all of it.
  private static void everythingAddsUp(Run run) throws Exception {
    Floors floors = Floors.of(List.of(run));
    for (Exchange each : run.exchanges()) {
      long cursor = each.startNanos();
      for (PhaseTiming timing : each.phases().byPhase().values()) {
        if (timing instanceof PhaseTiming.Measured measured) {
          assertThat(measured.startNanos()).isGreaterThanOrEqualTo(cursor);
          cursor = measured.startNanos() + measured.durationNanos();
        }
      }
      assertThat(each.gapNanos()).isNotNegative();
      assertThat(each.endNanos()).isEqualTo(each.marks().lastByteNanos().orElseThrow());
      Ledger ledger = LedgerBuilder.build(each, floors);
      assertThat(ledger.lines().stream().mapToLong(LedgerLine::totalNanos).sum())
          .isEqualTo(each.durationNanos());
      assertThat(ledger.lines()).allSatisfy(ParallelExchangesTest::isNotNegative);
    }
    long last = run.exchanges().stream().mapToLong(Exchange::endNanos).max().orElseThrow();
    assertThat(run.durationNanos()).isEqualTo(last);
    Snapshot snapshot = Samples.snapshot("https://shop.test/", run);
    assertThat(SnapshotCodec.decodeStored(SnapshotCodec.encode(snapshot))).isEqualTo(snapshot);
  }

  private static void isNotNegative(LedgerLine line) {
    assertThat(
            List.of(
                line.distanceNanos(),
                line.workNanos(),
                line.transferNanos(),
                line.queueNanos(),
                line.unexplainedNanos(),
                line.totalNanos()))
        .allMatch(nanos -> nanos >= 0);
  }

  /// By causality: nothing arrives before it was sent. No two resources have the same instants, so
  /// that a stamp of another one would come too early for one of the two.
  private void everyStampIsItsOwn(Run run) {
    for (Resource resource : Resource.all()) {
      Exchange each = run.exchanges().get(resource.number());
      ResourceStamps.Stamps server = stamps.of(resource);
      assertThat(each.url()).endsWith(resource.path());
      assertThat(each.initiator()).contains(Initiator.of(Initiator.Type.PARSER));
      assertThat(each.status()).hasValue(200);
      assertThat(end(each, Phase.SEND)).isLessThanOrEqualTo(bench.nanos(server.seenAt()));
      assertThat(start(each, Phase.RECEIVE)).isGreaterThanOrEqualTo(bench.nanos(server.firstAt()));
      assertThat(end(each, Phase.RECEIVE)).isGreaterThanOrEqualTo(bench.nanos(server.lastAt()));
      ResponseFacts response = each.response().orElseThrow();
      assertThat(response.header("mark")).contains(resource.mark());
      assertThat(response.bodyBytes()).isEqualTo(resource.bytes());
      assertThat(each.chunks().stream().mapToLong(chunk -> chunk.bytes()).sum())
          .isEqualTo(resource.bytes());
      assertThat(each.request().headers())
          .anySatisfy(
              header -> {
                assertThat(header.named("number")).isTrue();
                assertThat(header.value()).isEqualTo(Integer.toString(resource.number()));
              });
      assertThat(each.interim()).extracting(Interim::status).isEqualTo(hints(resource));
      if (resource.isHinted()) {
        assertThat(each.interim().getFirst().atNanos())
            .isGreaterThanOrEqualTo(bench.nanos(server.hintedAt()))
            .isLessThanOrEqualTo(start(each, Phase.RECEIVE));
      }
    }
    everyChunkCameBeforeTheNextWasSent(run);
  }

  /// The last chunk cannot be older than the server's last slice, and all before it cannot hold it.
  private void everyChunkCameBeforeTheNextWasSent(Run run) {
    for (Resource resource : Resource.all()) {
      Exchange each = run.exchanges().get(resource.number());
      long lastSlice = bench.nanos(stamps.of(resource).lastAt());
      assertThat(
              each.chunks().stream()
                  .filter(chunk -> chunk.atNanos() < lastSlice)
                  .mapToLong(chunk -> chunk.bytes())
                  .sum())
          .isLessThanOrEqualTo(resource.bytes() - resource.slice().length);
    }
  }

  private static List<Integer> hints(Resource resource) {
    return resource.isHinted() ? List.of(103) : List.of();
  }

  private static void onOneConnectionOneFollowsTheOther(Run run) {
    Set<Integer> connections = new HashSet<>();
    for (Exchange each : run.exchanges()) {
      connections.add(each.connection().orElseThrow().id());
    }
    assertThat(connections).hasSize(6);
    for (int connection : connections) {
      List<Exchange> its = new ArrayList<>(run.exchanges());
      its.removeIf(each -> each.connection().orElseThrow().id() != connection);
      its.sort(Comparator.comparingLong(each -> start(each, Phase.SEND)));
      assertThat(reused(its.getFirst())).isFalse();
      for (int i = 1; i < its.size(); i++) {
        assertThat(reused(its.get(i))).isTrue();
        assertThat(start(its.get(i), Phase.SEND)).isGreaterThanOrEqualTo(its.get(i - 1).endNanos());
      }
    }
  }

  /// It waited for one of the six to come to its end.
  private static void whoeverWaitedWasBlocked(Run run) {
    long first = run.exchanges().stream().mapToLong(Exchange::endNanos).min().orElseThrow();
    assertThat(run.exchanges())
        .filteredOn(ParallelExchangesTest::reused)
        .allSatisfy(
            each -> {
              assertThat(end(each, Phase.BLOCKED)).isGreaterThanOrEqualTo(first);
              assertThat(state(each, Phase.TCP)).isEqualTo("reused");
              assertThat(state(each, Phase.TLS)).isEqualTo("reused");
            });
  }

  /// Pairs that were under way at the same time.
  private static long overlaps(Run run) {
    return run.exchanges().stream()
        .flatMap(
            one ->
                run.exchanges().stream()
                    .filter(other -> start(other, Phase.SEND) > start(one, Phase.SEND))
                    .filter(other -> start(other, Phase.SEND) < one.endNanos()))
        .count();
  }

  private static List<Long> headerBytes(Run run) {
    return run.exchanges().stream()
        .map(each -> each.response().orElseThrow().headerBytes())
        .toList();
  }

  private static Exchange opener(Run run) {
    return run.exchanges().stream().filter(each -> !reused(each)).findFirst().orElseThrow();
  }

  private static boolean reused(Exchange exchange) {
    return exchange.connection().orElseThrow().reused();
  }

  private static long start(Exchange exchange, Phase phase) {
    return measured(exchange, phase).startNanos();
  }

  private static long end(Exchange exchange, Phase phase) {
    PhaseTiming.Measured measured = measured(exchange, phase);
    return measured.startNanos() + measured.durationNanos();
  }

  private static PhaseTiming.Measured measured(Exchange exchange, Phase phase) {
    return exchange.phases().timing(phase).orElseThrow() instanceof PhaseTiming.Measured measured
        ? measured
        : throwing(exchange, phase);
  }

  private static PhaseTiming.Measured throwing(Exchange exchange, Phase phase) {
    throw new AssertionError(phase + " was not measured: " + exchange);
  }
}
