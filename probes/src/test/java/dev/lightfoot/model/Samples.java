package dev.lightfoot.model;

import static dev.lightfoot.model.PhaseTiming.Reason.NONE;
import static dev.lightfoot.model.PhaseTiming.Reason.NOT_REACHED;
import static dev.lightfoot.model.PhaseTiming.Reason.REUSED;

import dev.lightfoot.model.connection.CertificateFacts;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.connection.Der;
import dev.lightfoot.model.connection.KernelTcp;
import dev.lightfoot.model.connection.ProxyHop;
import dev.lightfoot.model.connection.QuicPath;
import dev.lightfoot.model.connection.TlsCheck;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.model.dns.DnsAnswer;
import dev.lightfoot.model.dns.DnssecState;
import dev.lightfoot.model.dns.HttpsRecord;
import dev.lightfoot.model.span.Evidence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Snapshots made by hand: the measurement of the design's pictures, in microseconds for short.
public final class Samples {
  private Samples() {}

  public static final String PEER = "10.77.1.2:443";
  public static final String RESOLVER = "10.77.2.2:53";
  public static final String TARGET = "https://www.shop.test/nplus1/?n=50";
  public static final OffsetDateTime WHEN = OffsetDateTime.parse("2026-11-23T16:29:00.123+01:00");
  public static final Environment ENVIRONMENT =
      new Environment(
          "0.1.0",
          "Linux 6.1 amd64",
          "25.0.3",
          RESOLVER,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  public static PhaseTiming.Measured took(long startMicros, long micros, int trips) {
    return new PhaseTiming.Measured(
        startMicros * 1_000, micros * 1_000, OptionalInt.of(trips), Evidence.MEASURED);
  }

  public static PhaseTiming.NotApplicable not(String reason) {
    return new PhaseTiming.NotApplicable(reason);
  }

  /// A cold run whose wait is longer than the pictures' by this much.
  public static Run cold(long extraMicros) {
    return run(RunState.COLD, Optional.empty(), coldExchange(extraMicros).build());
  }

  public static ExchangeBuilder coldExchange(long extraMicros) {
    long wait = 222_000 + extraMicros;
    long end = 95_400 + wait;
    return new ExchangeBuilder(TARGET, "GET")
        .status(OptionalInt.of(200))
        .protocol(Optional.of("h2"))
        .connection(Optional.of(connection(PEER, 10_700, 40_300)))
        .phase(Phase.BLOCKED, not(NONE))
        .phase(Phase.DNS, took(0, 10_700, 1))
        .phase(Phase.TCP, took(10_700, 40_300, 1))
        .phase(Phase.TLS, took(51_000, 44_300, 1))
        .phase(Phase.SEND, took(95_300, 100, 0))
        .phase(Phase.WAIT, took(95_400, wait, 1))
        .phase(Phase.RECEIVE, took(end, 100, 0))
        .marks(marks(end))
        .request(new RequestFacts(142, 30, 0, List.of(new Header("cookie", "session=s3cr3t"))))
        .response(Optional.of(response()))
        .chunks(List.of(new Chunk((end + 100) * 1_000, 2_412)))
        .source(Exchange.KERNEL)
        .late(List.of(new Late((end + 100) * 1_000, 20_000)))
        .dns(queries())
        .tls(Optional.of(tls(TlsFacts.TRUSTED)));
  }

  /// A cold run over HTTP/3 after a first address that did not answer.
  public static Run overQuic() {
    List<ConnectionAttempt> attempts =
        List.of(
            new ConnectionAttempt(
                "[2001:db8::7]:443",
                0,
                300_000_000,
                ConnectionAttempt.ABANDONED,
                Optional.empty(),
                ConnectionAttempt.QUIC),
            new ConnectionAttempt(
                PEER,
                250_000_000,
                45_000_000,
                ConnectionAttempt.CONNECTED,
                Optional.empty(),
                ConnectionAttempt.QUIC));
    QuicPath path = new QuicPath(40_300_000, 13_500, 9, 12, 1, 1, 1_200);
    Connection connection =
        new Connection(1, false, Optional.of(PEER), Optional.empty(), Optional.of(path), attempts);
    return run(
        RunState.COLD,
        Optional.empty(),
        new ExchangeBuilder(TARGET, "GET")
            .status(OptionalInt.of(200))
            .protocol(Optional.of("h3"))
            .connection(Optional.of(connection))
            .phase(Phase.BLOCKED, not(NONE))
            .phase(Phase.QUIC, took(0, 295_000, 1))
            .phase(Phase.SEND, took(295_000, 100, 0))
            .phase(Phase.WAIT, took(295_100, 45_000, 1))
            .phase(Phase.RECEIVE, took(340_100, 100, 0))
            .response(Optional.of(response()))
            .tls(Optional.of(tls(TlsFacts.TRUSTED)))
            .build());
  }

  /// A warm run: the connection exists already.
  public static Run warm(long waitMicros) {
    Connection kept = new Connection(1, true, Optional.of(PEER), Optional.of(kernel()), List.of());
    return run(
        RunState.WARM,
        Optional.empty(),
        new ExchangeBuilder(TARGET, "GET")
            .status(OptionalInt.of(200))
            .protocol(Optional.of("h2"))
            .connection(Optional.of(kept))
            .phase(Phase.BLOCKED, not(NONE))
            .phase(Phase.DNS, not(REUSED))
            .phase(Phase.TCP, not(REUSED))
            .phase(Phase.TLS, not(REUSED))
            .phase(Phase.SEND, took(0, 100, 0))
            .phase(Phase.WAIT, took(100, waitMicros, 1))
            .phase(Phase.RECEIVE, took(100 + waitMicros, 100, 0))
            .response(Optional.of(response()))
            .build());
  }

  /// A run that stops at a certificate that ran out 40 days ago.
  public static Run expired() {
    RunError error =
        new RunError(
            Optional.of(Phase.TLS),
            "certificate-expired",
            "The certificate of expired.shop.test ran out 40 days ago, so no request was sent.");
    return run(
        RunState.COLD,
        Optional.of(error),
        new ExchangeBuilder("https://expired.shop.test/", "GET")
            .connection(Optional.of(connection(PEER, 10_800, 40_100)))
            .phase(Phase.BLOCKED, not(NONE))
            .phase(Phase.DNS, took(0, 10_800, 1))
            .phase(Phase.TCP, took(10_800, 40_400, 1))
            .phase(
                Phase.TLS,
                new PhaseTiming.Failed(
                    51_200_000,
                    46_200_000,
                    OptionalInt.of(1),
                    "certificate-expired",
                    error.message()))
            .phase(Phase.SEND, not(NOT_REACHED))
            .phase(Phase.WAIT, not(NOT_REACHED))
            .phase(Phase.RECEIVE, not(NOT_REACHED))
            .dns(queries())
            .tls(Optional.of(tls("certificate-expired")))
            .build());
  }

  /// A run whose name does not exist.
  public static Run unresolved() {
    String message = "nowhere.shop.test does not exist, says 10.77.2.2:53 (NXDOMAIN).";
    return run(
        RunState.COLD,
        Optional.of(new RunError(Optional.of(Phase.DNS), "nxdomain", message)),
        new ExchangeBuilder("https://nowhere.shop.test/", "GET")
            .phase(Phase.BLOCKED, not(NONE))
            .phase(
                Phase.DNS,
                new PhaseTiming.Failed(0, 10_900_000, OptionalInt.of(1), "nxdomain", message))
            .phase(Phase.TCP, not(NOT_REACHED))
            .phase(Phase.TLS, not(NOT_REACHED))
            .phase(Phase.SEND, not(NOT_REACHED))
            .phase(Phase.WAIT, not(NOT_REACHED))
            .phase(Phase.RECEIVE, not(NOT_REACHED))
            .build());
  }

  /// A cold run that a redirect leads through plain HTTP first; 300 µs pass between the hops.
  public static Run redirected() {
    Exchange first =
        new ExchangeBuilder("http://shop.test/?token=t0psecret", "GET")
            .status(OptionalInt.of(301))
            .protocol(Optional.of("http/1.1"))
            .connection(Optional.of(connection("10.77.1.2:80", 10_700, 40_200)))
            .phase(Phase.BLOCKED, not(NONE))
            .phase(Phase.DNS, took(0, 10_700, 1))
            .phase(Phase.TCP, took(10_700, 40_200, 1))
            .phase(Phase.TLS, not(PhaseTiming.Reason.PLAIN_TEXT))
            .phase(Phase.SEND, took(50_900, 100, 0))
            .phase(Phase.WAIT, took(51_000, 41_000, 1))
            .phase(Phase.RECEIVE, took(92_000, 0, 0))
            .gapNanos(20_000)
            .response(
                Optional.of(
                    new ResponseFacts(
                        120,
                        0,
                        OptionalLong.of(0),
                        List.of(new Header("location", "https://www.shop.test/?token=t0psecret")),
                        Optional.empty())))
            .dns(queries())
            .build();
    Exchange second =
        coldExchange(0)
            .startNanos(first.endNanos() + 300_000)
            .redirectedFrom(Optional.of("http://shop.test/?token=t0psecret"))
            .build();
    return run(RunState.COLD, Optional.empty(), first, second);
  }

  /// A cold run through a proxy's tunnel, its name in the hosts file.
  public static Run tunnelled() {
    return run(
        RunState.COLD,
        Optional.empty(),
        new ExchangeBuilder(TARGET, "GET")
            .status(OptionalInt.of(200))
            .protocol(Optional.of("h2"))
            .connection(Optional.of(connection("10.77.3.3:3128", 0, 2_000)))
            .proxy(
                Optional.of(
                    new ProxyHop(
                        "http://proxy.test:3128", "https_proxy", true, OptionalInt.of(200))))
            .phase(Phase.BLOCKED, not(NONE))
            .phase(Phase.DNS, not(PhaseTiming.Reason.HOSTS_FILE))
            .phase(Phase.TCP, took(0, 2_000, 1))
            .phase(Phase.PROXY, took(2_000, 42_000, 1))
            .phase(Phase.TLS, took(44_000, 43_000, 1))
            .phase(Phase.SEND, took(87_000, 100, 0))
            .phase(Phase.WAIT, took(87_100, 222_000, 1))
            .phase(Phase.RECEIVE, took(309_100, 100, 0))
            .response(Optional.of(response()))
            .tls(Optional.of(tls(TlsFacts.TRUSTED)))
            .build());
  }

  public static Run run(RunState state, Optional<RunError> error, Exchange... exchanges) {
    return new Run(state, WHEN, error, false, List.of(exchanges), List.of(), List.of());
  }

  public static Snapshot snapshot(String target, Run... runs) {
    return new Snapshot(
        "01kas7zzzzabcdefghjkmnpqrs",
        Optional.empty(),
        target,
        WHEN,
        ENVIRONMENT,
        List.of(runs),
        Map.of());
  }

  /// The ten cold runs of the pictures; the fourth is nearest the median.
  public static Snapshot shop() {
    long[] extra = {6_400, -200, 100, 0, -2_100, 39_100, 30_000, -1_500, -1_000, 0};
    List<Run> runs = new ArrayList<>();
    for (long micros : extra) {
      runs.add(cold(micros));
    }
    return snapshot(TARGET, runs.toArray(Run[]::new));
  }

  public static Connection connection(String peer, long startMicros, long micros) {
    return new Connection(
        1,
        false,
        Optional.of(peer),
        Optional.of(kernel()),
        List.of(
            new ConnectionAttempt(
                peer,
                startMicros * 1_000,
                micros * 1_000,
                ConnectionAttempt.CONNECTED,
                Optional.empty())));
  }

  public static KernelTcp kernel() {
    return new KernelTcp(40_200_000, 150_000, 40_100_000, 10, 0);
  }

  public static List<DnsQuery> queries() {
    return List.of(
        new DnsQuery(
            "www.shop.test.",
            Optional.of("A"),
            RESOLVER,
            "udp",
            0,
            10_100_000,
            OptionalInt.of(1),
            Optional.of("NOERROR"),
            true,
            false,
            List.of(new DnsAnswer("www.shop.test.", "A", 300, "10.77.1.2")),
            Optional.empty()));
  }

  /// The same with what DNS says of its host, asked over HTTPS.
  public static Snapshot withHosts(Snapshot snapshot) {
    ResolverConnection connection =
        new ResolverConnection(
            Optional.of("10.77.2.2:443"),
            new Phases(
                Map.of(
                    Phase.DNS, not(PhaseTiming.Reason.LITERAL),
                    Phase.TCP, took(1_000, 10_000, 1),
                    Phase.TLS, took(11_000, 11_000, 1))),
            Optional.of("TLSv1.3"),
            queries());
    DnsQuery query =
        new DnsQuery(
            "www.shop.test.",
            Optional.of("HTTPS"),
            "https://10.77.2.2/dns-query",
            "https",
            1_000_000,
            32_000_000,
            OptionalInt.of(3),
            Optional.of("NOERROR"),
            false,
            false,
            List.of(new DnsAnswer("www.shop.test.", "HTTPS", 300, "1 . alpn=h3")),
            Optional.of(connection),
            Optional.of("asked first"));
    HostFacts facts =
        new HostFacts(
            "www.shop.test",
            DnssecState.INSECURE,
            "10.77.2.2:53 validates (it vouches for the root) but not this name: it is not signed",
            Optional.of(
                new HostFacts.Caa(
                    Optional.of("shop.test"),
                    List.of(
                        new HostFacts.CaaRecord(false, "issue", "ca.example"),
                        new HostFacts.CaaRecord(true, "issuewild", ";")))),
            List.of(
                new HttpsRecord(
                    1,
                    ".",
                    List.of("h3", "h2"),
                    true,
                    OptionalInt.of(8443),
                    true,
                    List.of("10.77.1.2"),
                    List.of("2001:db8::7"),
                    List.of("alpn"),
                    300)),
            List.of(query));
    HostFacts bare =
        new HostFacts(
            "static.shop.test",
            DnssecState.UNKNOWN,
            "the operating system gives addresses only",
            Optional.empty(),
            List.of(),
            List.of());
    return new Snapshot(
        snapshot.id(),
        snapshot.name(),
        snapshot.target(),
        snapshot.takenAt(),
        snapshot.environment(),
        snapshot.runs(),
        List.of(facts, bare),
        snapshot.unknown());
  }

  private static Marks marks(long endMicros) {
    OptionalLong first = OptionalLong.of(endMicros * 1_000);
    return new Marks(first, first, first, first, OptionalLong.of((endMicros + 100) * 1_000));
  }

  public static ResponseFacts response() {
    return new ResponseFacts(
        172,
        2_412,
        OptionalLong.of(9_880),
        List.of(
            new Header("content-type", "text/html"),
            new Header("content-encoding", "gzip"),
            new Header("cache-control", "max-age=60"),
            new Header("x-cache", "MISS"),
            new Header("server-timing", "app;dur=181.2;desc=\"the view\""),
            new Header("set-cookie", "session=n3w; Path=/; HttpOnly")),
        Optional.empty());
  }

  private static TlsFacts tls(String verdict) {
    boolean trusted = verdict.equals(TlsFacts.TRUSTED);
    return new TlsFacts(
        Optional.of("TLSv1.3"),
        Optional.of("TLS_AES_256_GCM_SHA384"),
        Optional.of("x25519"),
        Optional.of("h2"),
        false,
        false,
        false,
        OptionalLong.of(91_700_000),
        1_900,
        420,
        Optional.empty(),
        List.of(certificate()),
        Optional.of(verdict),
        List.of(
            new TlsCheck("dates", trusted ? TlsCheck.PASSED : TlsCheck.FAILED, "as a test says"),
            new TlsCheck("revocation", TlsCheck.NOT_CHECKED, "no responder named")));
  }

  private static CertificateFacts certificate() {
    return new CertificateFacts(
        "CN=www.shop.test",
        "CN=Lab Issuing CA",
        List.of("www.shop.test"),
        Instant.parse("2026-08-01T00:00:00Z"),
        Instant.parse("2027-08-01T00:00:00Z"),
        "EC P-256",
        "SHA256withECDSA",
        "1f",
        List.of(),
        Der.of("not really DER".getBytes(StandardCharsets.US_ASCII)));
  }
}
