package dev.lightfoot.probe;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.probe.dns.Families;
import dev.lightfoot.probe.dns.KnownServers;
import dev.lightfoot.probe.dns.Resolvers;
import dev.lightfoot.probe.http.AlternativeServices;
import dev.lightfoot.probe.http.EngineParts;
import dev.lightfoot.probe.http.ExchangeRequest;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.probe.http.HttpEngine;
import dev.lightfoot.probe.http.TlsSessions;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.Resource;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import dev.lightfoot.probe.quic.QuicClient;
import dev.lightfoot.probe.quic.QuicLoop;
import dev.lightfoot.probe.quic.QuicSessions;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.tls.certificate.TrustAnchors;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.RunClock;
import dev.lightfoot.probe.wire.AddressPolicy;
import dev.lightfoot.probe.wire.ConnectGate;
import dev.lightfoot.probe.wire.RunSockets;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;

/// One engine that many threads use at a time.
final class ParallelBench implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final ScriptedDns dns = ProbeBench.everyNameIsHere();
  private final RunSockets sockets = new RunSockets();
  private final QuicLoop loop = new QuicLoop();
  private final TlsClient.Judge judge =
      new TlsClient.Judge(TrustAnchors.only(Certificates.ROOT.certificate()), Clock.systemUTC());
  private final ConnectGate gate = new ConnectGate(AddressPolicy.STANDARD, true);
  private final RunClock clock = new RunClock();

  /// Calls that have yet to enter a phase: to wait for another one, or to connect.
  private final CountDownLatch idle = new CountDownLatch(Resource.COUNT);

  /// What a thread does before it asks for a resource.
  @FunctionalInterface
  interface Before {
    void asking(Resource resource) throws InterruptedException;
  }

  ParallelBench() throws IOException {}

  /// All resources of that server, each by a thread of its own.
  Run load(HttpChoice version, int port, Before before) throws Exception {
    List<Exchange> exchanges = new ArrayList<>();
    try (HttpEngine engine = engine(version);
        ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
      List<Future<Exchange>> under = new ArrayList<>();
      for (Resource resource : Resource.all()) {
        under.add(
            threads.submit(
                () -> {
                  before.asking(resource);
                  return engine.exchange(request(port, resource), trace(), gate).facts().exchange();
                }));
      }
      for (Future<Exchange> each : under) {
        exchanges.add(each.get());
      }
    }
    return new Run(
        RunState.COLD,
        clock.startedAt().atZone(ZoneId.of("UTC")).toOffsetDateTime(),
        Optional.empty(),
        false,
        exchanges,
        List.of(),
        List.of());
  }

  private ExchangeTrace trace() {
    AtomicBoolean begun = new AtomicBoolean();
    return new ExchangeTrace(
        clock,
        (_, _) -> {
          if (!begun.getAndSet(true)) {
            idle.countDown();
          }
        });
  }

  /// The script, begun when every call connects or waits for one that does: so that none of them
  /// comes late and finds a connection open.
  ScriptedServer.Script onceAllHaveBegun(ScriptedServer.Script script) {
    return connection -> {
      if (!idle.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(idle.getCount() + " calls have not begun");
      }
      script.play(connection);
    };
  }

  HttpEngine engine(HttpChoice version) {
    QuicSessions quic = new QuicSessions(judge, Optional.empty());
    return new HttpEngine(
        new EngineParts(
            Resolvers.servers(List.of(dns.address()), Families.BOTH, sockets, new KnownServers()),
            judge,
            new ProxyChoice.None().rules(),
            sockets,
            version,
            new QuicClient(loop, quic, sockets),
            new AlternativeServices()),
        new TlsSessions(judge, java.util.Optional.empty()));
  }

  private static ExchangeRequest request(int port, Resource resource) {
    return new ExchangeRequest(
        HttpUrl.get("https://" + ProbeBench.HOST + ":" + port + resource.path()),
        "GET",
        List.of(new Header("Number", Integer.toString(resource.number()))),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Initiator.of(Initiator.Type.PARSER)));
  }

  /// A reading of [System#nanoTime] on the clock of the run.
  long nanos(long nanoTime) {
    return clock.of(nanoTime);
  }

  @Override
  public void close() throws IOException {
    sockets.closeAll();
    loop.close();
    dns.close();
  }
}
