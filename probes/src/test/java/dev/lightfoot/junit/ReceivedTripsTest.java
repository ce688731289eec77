package dev.lightfoot.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.model.span.Layer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Against a program that is traced with the OpenTelemetry SDK for Java and asks a real database.
final class ReceivedTripsTest {
  @RegisterExtension static final TripExtension trips = receiving();

  private static TripExtension receiving() {
    try {
      return TripExtension.receiving(0).patience(Duration.ofSeconds(10));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A request that asks so often.
  private static void request(int queries) throws SQLException {
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder().setEndpoint(trips.endpoint() + "/v1/traces").build();
    try (SdkTracerProvider provider =
            SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build();
        Connection database = DriverManager.getConnection("jdbc:h2:mem:")) {
      Tracer tracer = provider.get("shop");
      Span request =
          tracer
              .spanBuilder("GET /list")
              .setSpanKind(SpanKind.SERVER)
              .setAttribute("http.request.method", "GET")
              .setAttribute("http.route", "/list")
              .startSpan();
      try (Scope _ = request.makeCurrent()) {
        for (int i = 0; i < queries; i++) {
          query(tracer, database);
        }
      }
      request.end();
    }
  }

  private static void query(Tracer tracer, Connection database) throws SQLException {
    Span span =
        tracer
            .spanBuilder("SELECT")
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("db.system.name", "h2database")
            .setAttribute("db.query.text", "SELECT 42")
            .startSpan();
    try (Statement statement = database.createStatement()) {
      statement.execute("SELECT 42");
    } finally {
      span.end();
    }
  }

  @Test
  @MaxTrips(layer = Layer.DATABASE, value = 2)
  void whatIsReceivedIsChecked() throws Exception {
    request(2);
    trips.assertTrips(Layer.DATABASE, 2);
  }

  @Test
  void oneQueryMoreFails() throws Exception {
    request(3);
    assertThatThrownBy(() -> trips.assertTripsAtMost(Layer.DATABASE, 2, 1))
        .hasMessageContaining("database: 3 round trips in 1 requests, at most 2 expected")
        .hasMessageContaining("3 x SELECT 42");
  }
}
