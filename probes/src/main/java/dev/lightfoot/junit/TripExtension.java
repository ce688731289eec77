package dev.lightfoot.junit;

import dev.lightfoot.model.span.Layer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/// Asserts how many round trips to each layer the requests of a test made: a database's queries, a
/// cache's gets, calls to other services.
///
/// ```java
/// @RegisterExtension
/// static final TripExtension trips = TripExtension.receiving(4318);
///
/// @Test
/// @MaxTrips(layer = Layer.DATABASE, value = 2)
/// void theListAsksTwice() { get("/joined/"); }
/// ```
///
/// What a server records of a request comes when the request has ended, so that it is waited for. A
/// test of which nothing was recorded fails: nothing was measured.
public final class TripExtension
    implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  /// Programs send what they recorded every five seconds unless told otherwise.
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final long BETWEEN_LOOKS_NANOS = 10_000_000;

  private final SpanLog log;
  private final Duration patience;

  private TripExtension(SpanLog log, Duration patience) {
    this.log = log;
    this.patience = patience;
  }

  /// Reads a log that servers append to: the round-trip log for Django, an OTLP file.
  public static TripExtension ofLog(Path file) {
    return new TripExtension(new FileLog(file), PATIENCE);
  }

  /// Receives what programs send (OTLP/HTTP and Zipkin), on loopback only, until all tests of the
  /// class have ended: keep it in a static field.
  ///
  /// @param port to listen on, 4318 for what programs send to unless told otherwise; 0 for any that
  ///   is free
  public static TripExtension receiving(int port) throws IOException {
    return new TripExtension(new ReceivedLog(port), PATIENCE);
  }

  /// The same, waiting that long at most for what servers record.
  public TripExtension patience(Duration most) {
    return new TripExtension(log, most);
  }

  /// Where programs are to send to; for a receiving one only.
  public URI endpoint() {
    if (log instanceof ReceivedLog received) {
      return URI.create("http://127.0.0.1:" + received.port());
    }
    throw new IllegalStateException("a log in a file has no endpoint");
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    log.begin();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    if (context.getExecutionException().isPresent()) {
      return;
    }
    for (MaxTrips max : context.getRequiredTestMethod().getAnnotationsByType(MaxTrips.class)) {
      assertTripsAtMost(max.layer(), max.value(), max.requests());
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    log.close();
  }

  /// Fails unless the one request of the test until now made exactly so many trips to that layer.
  public void assertTrips(Layer layer, long expected) throws IOException {
    assertTrips(layer, expected, 1);
  }

  /// Fails unless the requests of the test until now made exactly so many trips to that layer.
  ///
  /// @param requests how many have to be recorded at least
  public void assertTrips(Layer layer, long expected, int requests) throws IOException {
    RecordedTrips recorded = recorded(requests);
    long made = recorded.trips(layer);
    if (made != expected) {
      throw failure(layer, "exactly ", expected, recorded);
    }
  }

  /// Fails where the requests of the test until now made more trips to that layer.
  ///
  /// @param requests how many have to be recorded at least
  public void assertTripsAtMost(Layer layer, long most, int requests) throws IOException {
    RecordedTrips recorded = recorded(requests);
    if (recorded.trips(layer) > most) {
      throw failure(layer, "at most ", most, recorded);
    }
  }

  private RecordedTrips recorded(int requests) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    RecordedTrips recorded = new RecordedTrips(log.spans());
    while (recorded.requests() < requests && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
      recorded = new RecordedTrips(log.spans());
    }
    if (recorded.requests() < requests) {
      throw new AssertionFailedError(
          "Of "
              + requests
              + " requests "
              + recorded.requests()
              + " were recorded within "
              + patience.toMillis()
              + " ms: do the servers send or write what they record, and where to?");
    }
    return recorded;
  }

  private static AssertionFailedError failure(
      Layer layer, String words, long expected, RecordedTrips recorded) {
    long made = recorded.trips(layer);
    List<String> calls = recorded.told(layer);
    String sentence =
        layer.label()
            + ": "
            + made
            + " round trips in "
            + recorded.requests()
            + " requests, "
            + words
            + expected
            + " expected";
    return new AssertionFailedError(
        calls.isEmpty() ? sentence : sentence + "\n" + String.join("\n", calls), expected, made);
  }
}
