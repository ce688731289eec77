package dev.lightfoot.app.ui.testing;

import dev.lightfoot.app.ui.workspace.SnapshotFiles;
import dev.lightfoot.codec.snapshot.ComparedIds;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.model.connection.CertificateFacts;
import dev.lightfoot.model.connection.TlsCheck;
import dev.lightfoot.model.connection.TlsFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Snapshots for tests: the program's own sample, and what a broken certificate leaves of it.
public final class TestSnapshots {
  /// Milliseconds between the sample's server and whoever measured it.
  private static final double SAMPLE_RTT = 40.1;

  private static final Pattern NANOS = Pattern.compile("(\"[A-Za-z]*Nanos\"\\s*:\\s*)([0-9]+)");

  private static final String EXPIRED = "certificate-expired";

  private TestSnapshots() {}

  /// One run on a new connection, and one on the kept one.
  public static List<Run> coldAndWarm() {
    Run cold = sample().runs().getFirst();
    Exchange exchange = cold.exchanges().getFirst();
    return List.of(
        cold,
        new Run(
            RunState.WARM,
            cold.startedAt(),
            Optional.empty(),
            false,
            List.of(exchange),
            List.of(),
            List.of()));
  }

  /// The sample that comes with the program: ten cold runs, 317.5 ms the one in the middle.
  public static Snapshot sample() {
    return read("/assets/samples/shop.lightfoot.json");
  }

  /// A snapshot that comes with the program.
  public static Snapshot read(String name) {
    try (InputStream in =
        Objects.requireNonNull(TestSnapshots.class.getResourceAsStream(name), name)) {
      return SnapshotCodec.decode(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same as another snapshot of that name.
  public static Snapshot sampleNamed(String name) {
    Snapshot sample = sample();
    return new Snapshot(
        SnapshotId.next(sample.takenAt().toInstant()),
        Optional.of(name),
        sample.target(),
        sample.takenAt(),
        sample.environment(),
        sample.runs(),
        sample.hosts(),
        Map.of());
  }

  /// The same with all its times as long as if the server were that far away.
  public static Snapshot away(int rttMillis) {
    Snapshot named = sampleNamed("from " + rttMillis + " ms away");
    double factor = rttMillis / SAMPLE_RTT;
    String scaled =
        NANOS
            .matcher(new String(SnapshotCodec.encode(named), StandardCharsets.UTF_8))
            .replaceAll(each -> each.group(1) + Math.round(Long.parseLong(each.group(2)) * factor))
            .replaceFirst(",\\s*\"checksum\":\"[^\"]*\"", "");
    try {
      return SnapshotCodec.decode(scaled.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same measured at another time.
  public static Snapshot sampleAt(OffsetDateTime takenAt) {
    Snapshot sample = sample();
    return new Snapshot(
        SnapshotId.next(takenAt.toInstant()),
        sample.name(),
        sample.target(),
        takenAt,
        sample.environment(),
        sample.runs(),
        sample.hosts(),
        Map.of());
  }

  /// Snapshot files as the program reads them.
  public static SnapshotFiles files() {
    return new SnapshotFiles() {
      @Override
      public Snapshot read(Path path) throws IOException {
        return SnapshotCodec.decode(Files.readAllBytes(path));
      }

      @Override
      public Optional<ComparedIds> compared(Path path) throws IOException {
        return ComparedIds.of(path);
      }

      @Override
      public List<Snapshot> captured(Path path) throws IOException {
        throw new IOException(path.toString());
      }

      @Override
      public Snapshot sample() {
        return TestSnapshots.sample();
      }

      @Override
      public Snapshot pageSample() {
        return TestPages.picture();
      }
    };
  }

  /// A run whose certificate had expired.
  public static Run expired() {
    Run good = sample().runs().getFirst();
    Exchange whole = good.exchanges().getFirst();
    PhaseTiming.Measured tls =
        (PhaseTiming.Measured) whole.phases().timing(Phase.TLS).orElseThrow();
    String message = "The certificate of www.shop.test ran out 40 days ago.";
    PhaseTiming.NotApplicable not = new PhaseTiming.NotApplicable(PhaseTiming.Reason.NOT_REACHED);
    Exchange broken =
        new ExchangeBuilder(whole.url(), "GET")
            .connection(whole.connection())
            .dns(whole.dns())
            .phase(Phase.DNS, whole.phases().timing(Phase.DNS).orElseThrow())
            .phase(Phase.TCP, whole.phases().timing(Phase.TCP).orElseThrow())
            .phase(
                Phase.TLS,
                new PhaseTiming.Failed(
                    tls.startNanos(), tls.durationNanos(), OptionalInt.of(1), EXPIRED, message))
            .phase(Phase.SEND, not)
            .phase(Phase.WAIT, not)
            .phase(Phase.RECEIVE, not)
            .tls(Optional.of(facts(whole.tls().orElseThrow().chain())))
            .build();
    return new Run(
        RunState.COLD,
        good.startedAt(),
        Optional.of(new RunError(Optional.of(Phase.TLS), EXPIRED, message)),
        false,
        List.of(broken),
        List.of(),
        List.of());
  }

  private static TlsFacts facts(List<CertificateFacts> chain) {
    return new TlsFacts(
        Optional.of("TLSv1.3"),
        Optional.of("TLS_AES_256_GCM_SHA384"),
        Optional.of("x25519"),
        Optional.of("h2"),
        false,
        false,
        false,
        java.util.OptionalLong.empty(),
        2410,
        412,
        Optional.empty(),
        chain,
        Optional.of(EXPIRED),
        List.of(
            new TlsCheck("dates", TlsCheck.FAILED, "notAfter is before now"),
            new TlsCheck("host-name", TlsCheck.PASSED, "the name is in the certificate")));
  }
}
