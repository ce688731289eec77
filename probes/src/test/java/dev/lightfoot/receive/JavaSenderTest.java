package dev.lightfoot.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.span.Span;
import dev.lightfoot.store.span.SpanRetention;
import dev.lightfoot.store.span.journal.JournalSpanStore;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The OpenTelemetry SDK for Java with its own OTLP exporter sends to the receiver, which keeps on
/// disk.
final class JavaSenderTest {
  private static final ReceiverSettings ANY = new ReceiverSettings(0, 0);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";

  @TempDir Path folder;

  private final RecordedSpans recorded = new RecordedSpans();

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

  private void reopen() throws IOException {
    store.close();
    open();
  }

  private static OtlpHttpSpanExporterBuilder exporterTo(Receiver receiver) {
    return OtlpHttpSpanExporter.builder()
        .setEndpoint("http://localhost:" + receiver.otlpPort() + "/v1/traces")
        .setTimeout(Duration.ofSeconds(60));
  }

  private SdkTracerProviderBuilder sdk() {
    return SdkTracerProvider.builder()
        .setResource(Resource.getDefault().toBuilder().put("service.name", "shop").build())
        .addSpanProcessor(recorded);
  }

  private static Tracer tracer(SdkTracerProvider provider) {
    return provider.get("shop.tracing");
  }

  private static boolean succeeded(CompletableResultCode code) {
    return code.join(60, TimeUnit.SECONDS).isSuccess();
  }

  @Test
  void aTracedShopIsReadBackAsItsSdkRecordedIt() throws Exception {
    try (Receiver receiver = Receiver.start(ANY, store::accept);
        OtlpHttpSpanExporter exporter = exporterTo(receiver).setCompression("gzip").build();
        SdkTracerProvider provider =
            sdk().addSpanProcessor(BatchSpanProcessor.builder(exporter).build()).build();
        TracedShop shop = new TracedShop(tracer(provider));
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(shop.cart())
              .header("traceparent", "00-" + TRACE + "-" + CALLER + "-01")
              .build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(200);
      assertThat(succeeded(provider.forceFlush())).isTrue();
      assertThat(receiver.counts()).isEqualTo(new ReceiverCounts(5, 0, 1, 0));
    }
    reopen();
    List<Span> kept = store.trace(TRACE);
    assertThat(kept).containsExactlyElementsOf(recorded.trace(TRACE));
    assertThat(kept)
        .extracting(Span::name)
        .containsExactly("GET /cart", "SELECT", "GET", "GET /stock", "SELECT");
    assertThat(kept.getFirst().parentSpanId()).contains(CALLER);
    assertThat(kept.get(3).events().getFirst().attributes().get("exception.type")).isPresent();
  }

  @Test
  void aSpanThatIsNoneCostsTheOthersNothing() throws Exception {
    try (Receiver receiver = Receiver.start(ANY, store::accept);
        OtlpHttpSpanExporter exporter = exporterTo(receiver).build();
        SdkTracerProvider provider =
            sdk().addSpanProcessor(BatchSpanProcessor.builder(exporter).build()).build()) {
      Tracer tracer = tracer(provider);
      tracer.spanBuilder("odd").startSpan().addEvent("before 1970", -5, TimeUnit.SECONDS).end();
      tracer.spanBuilder("today").startSpan().end();
      assertThat(succeeded(provider.forceFlush())).isTrue();
      assertThat(receiver.counts()).isEqualTo(new ReceiverCounts(1, 1, 1, 0));
    }
    assertThat(store.counts().kept()).isEqualTo(1);
  }

  @Test
  void whatWasRefusedForALackOfRoomComesAgainAndNothingIsLost() throws Exception {
    AtomicInteger refusals = new AtomicInteger(2);
    SpanSink failing =
        spans -> {
          if (refusals.getAndDecrement() > 0) {
            throw new IOException("The disk is full.");
          }
          store.accept(spans);
        };
    try (Receiver receiver = Receiver.start(ANY, failing);
        OtlpHttpSpanExporter exporter =
            exporterTo(receiver).setRetryPolicy(RetryPolicy.getDefault()).build();
        SdkTracerProvider provider =
            sdk().addSpanProcessor(BatchSpanProcessor.builder(exporter).build()).build()) {
      for (int i = 0; i < 300; i++) {
        tracer(provider).spanBuilder("work").startSpan().end();
      }
      long before = System.nanoTime();
      assertThat(succeeded(provider.forceFlush())).isTrue();
      // Without Retry-After it would have come again after at most 1.2 s and 1.8 s, at least 0.
      assertThat(System.nanoTime() - before)
          .isGreaterThanOrEqualTo(2 * TimeUnit.SECONDS.toNanos(ReceiverLimits.RETRY_AFTER_SECONDS));
      assertThat(receiver.counts()).isEqualTo(new ReceiverCounts(300, 0, 3, 2));
    }
    reopen();
    assertThat(store.counts().kept()).isEqualTo(300);
  }

  @Test
  void manyExportersAtOnceGetEverythingThroughThoughOnlySomeFitAtATime() throws Exception {
    ByteBudget narrow = new ByteBudget(64 << 10, 1);
    try (Receiver receiver = Receiver.start(ANY, store::accept, narrow)) {
      List<OtlpHttpSpanExporter> exporters = new ArrayList<>();
      List<SdkTracerProvider> providers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        RetryPolicy patient = RetryPolicy.builder().setMaxAttempts(5).build();
        exporters.add(exporterTo(receiver).setRetryPolicy(patient).build());
        providers.add(
            sdk()
                .addSpanProcessor(BatchSpanProcessor.builder(exporters.getLast()).build())
                .build());
        for (int span = 0; span < 200; span++) {
          tracer(providers.getLast()).spanBuilder("work").startSpan().end();
        }
      }
      List<CompletableResultCode> flushes =
          providers.stream().map(SdkTracerProvider::forceFlush).toList();
      flushes.forEach(flush -> flush.join(60, TimeUnit.SECONDS));
      ReceiverCounts counts = receiver.counts();
      providers.forEach(SdkTracerProvider::close);
      exporters.forEach(OtlpHttpSpanExporter::close);
      assertThat(flushes).allMatch(CompletableResultCode::isSuccess);
      assertThat(counts.kept()).isEqualTo(12 * 200);
      assertThat(counts.rejected()).isZero();
      assertThat(counts.requests()).isEqualTo(counts.refused() + 12);
    }
    assertThat(store.counts().kept()).isEqualTo(12 * 200).isEqualTo(recorded.size());
  }

  @Test
  void aBatchThatIsTooLargeIsGivenUpAndTheNextOneArrives() throws Exception {
    List<Span> kept = Collections.synchronizedList(new ArrayList<>());
    try (Receiver receiver = Receiver.start(ANY, kept::addAll);
        OtlpHttpSpanExporter exporter =
            exporterTo(receiver).setCompression("gzip").setMaxRequestBodySize(1L << 30).build();
        SdkTracerProvider provider =
            SdkTracerProvider.builder()
                .setSpanLimits(SpanLimits.getDefault())
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build()) {
      String large = "x".repeat(ReceiverLimits.BODY_BYTES);
      tracer(provider).spanBuilder("large").setAttribute("body", large).startSpan().end();
      provider.forceFlush().join(60, TimeUnit.SECONDS);
      assertThat(receiver.counts()).isEqualTo(new ReceiverCounts(0, 0, 1, 1));
      tracer(provider).spanBuilder("small").startSpan().end();
      assertThat(succeeded(provider.forceFlush())).isTrue();
    }
    assertThat(kept).extracting(Span::name).containsExactly("small");
  }
}
