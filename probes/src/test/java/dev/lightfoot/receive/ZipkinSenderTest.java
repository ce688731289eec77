package dev.lightfoot.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.store.span.SpanRetention;
import dev.lightfoot.store.span.journal.JournalSpanStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zipkin2.Endpoint;
import zipkin2.Span;
import zipkin2.reporter.AsyncReporter;
import zipkin2.reporter.BytesMessageSender;
import zipkin2.reporter.Encoding;
import zipkin2.reporter.InMemoryReporterMetrics;
import zipkin2.reporter.urlconnection.URLConnectionSender;

/// Zipkin's own reporter and sender send to the receiver, which keeps on disk.
final class ZipkinSenderTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final long MICROS = 1_795_000_000_000_001L;

  @TempDir Path folder;

  private final InMemoryReporterMetrics metrics = new InMemoryReporterMetrics();

  @SuppressWarnings("NullAway.Init") // before each test
  private JournalSpanStore store;

  @BeforeEach
  void open() throws IOException {
    store = JournalSpanStore.open(folder, SpanRetention.STANDARD);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  private AsyncReporter<Span> reporterTo(Receiver receiver, Encoding encoding) {
    BytesMessageSender sender =
        URLConnectionSender.newBuilder()
            .endpoint("http://localhost:" + receiver.zipkinPort() + "/api/v2/spans")
            .encoding(encoding)
            .build();
    return AsyncReporter.builder(sender)
        .metrics(metrics)
        .messageTimeout(1, TimeUnit.SECONDS)
        .closeTimeout(10, TimeUnit.SECONDS)
        .build();
  }

  /// Returns when the reporter has ended, and has counted what became of it.
  private void reportOneTo(Receiver receiver, Encoding encoding) {
    try (AsyncReporter<Span> reporter = reporterTo(receiver, encoding)) {
      reporter.report(span(1));
      reporter.flush();
    }
  }

  private static Receiver start(SpanSink sink) throws IOException {
    return Receiver.start(new ReceiverSettings(0, 0), sink);
  }

  private static Span span(int id) {
    return Span.newBuilder()
        .traceId(TRACE)
        .parentId("000000000000000a")
        .id(id)
        .kind(Span.Kind.CLIENT)
        .name("query")
        .timestamp(MICROS + id)
        .duration(1_500)
        .localEndpoint(Endpoint.newBuilder().serviceName("shop").ip("127.0.0.1").build())
        .remoteEndpoint(Endpoint.newBuilder().serviceName("cellar").port(5432).build())
        .addAnnotation(MICROS + 7, "retry")
        .putTag("db.system", "postgres")
        .putTag("error", "gone")
        .build();
  }

  private static dev.lightfoot.model.span.Span expected(int id) {
    return new dev.lightfoot.model.span.Span(
        Optional.of(TRACE),
        "%016x".formatted(id),
        Optional.of("000000000000000a"),
        "query",
        Layer.DATABASE,
        SpanKind.CLIENT,
        SpanTime.of((MICROS + id) * 1_000, 1_500_000, 1_000),
        SpanStatus.error("gone"),
        Attributes.of(
            AttributeNames.SERVICE_NAME,
            "shop",
            "network.local.address",
            "127.0.0.1",
            "peer.service",
            "cellar",
            AttributeNames.PEER_PORT,
            "5432",
            AttributeNames.DB_SYSTEM,
            "postgresql",
            AttributeNames.CLOCK,
            "shop",
            AttributeNames.FORMAT,
            "zipkin"),
        List.of(new SpanEvent((MICROS + 7) * 1_000, "retry", Attributes.NONE)),
        List.of());
  }

  @Test
  void aReportersSpansAreReadBackAsItReportedThem() throws Exception {
    try (Receiver receiver = start(store::accept)) {
      try (AsyncReporter<Span> reporter = reporterTo(receiver, Encoding.JSON)) {
        for (int id = 1; id <= 500; id++) {
          reporter.report(span(id));
        }
        reporter.flush();
      }
      assertThat(receiver.counts().kept()).isEqualTo(500);
    }
    close();
    open();
    List<dev.lightfoot.model.span.Span> kept = store.trace(TRACE);
    assertThat(kept.getFirst()).isEqualTo(expected(1));
    assertThat(kept).hasSize(500).last().isEqualTo(expected(500));
    assertThat(metrics.spansDropped()).isZero();
  }

  @Test
  void anEncodingThatIsNotReadIsToldToTheReporter() throws Exception {
    try (Receiver receiver = start(store::accept)) {
      reportOneTo(receiver, Encoding.PROTO3);
      // when it ends, a reporter sends what is left once more, though that be nothing
      assertThat(receiver.counts().kept()).isZero();
      assertThat(receiver.counts().refused()).isPositive();
      assertThat(metrics.spansDropped()).isEqualTo(1);
    }
    assertThat(store.counts().accepted()).isZero();
  }

  @Test
  void aFullStoreIsToldToTheReporterWhichCountsWhatItLoses() throws Exception {
    try (Receiver receiver =
        start(
            _ -> {
              throw new IOException("The disk is full.");
            })) {
      reportOneTo(receiver, Encoding.JSON);
      // when it ends, a reporter sends what is left once more, though that be nothing
      assertThat(receiver.counts().kept()).isZero();
      assertThat(receiver.counts().refused()).isPositive();
      assertThat(metrics.spansDropped()).isEqualTo(1);
    }
  }
}
