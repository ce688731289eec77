package dev.lightfoot.junit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.agents.RealDjango;
import dev.lightfoot.model.span.Layer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Against the real Django of this machine, which writes its log of round trips.
final class TripExtensionTest {
  private static final Path LOG = log();

  @SuppressWarnings("NullAway.Init") // before all tests
  private static RealDjango django;

  @RegisterExtension
  static final TripExtension trips = TripExtension.ofLog(LOG).patience(Duration.ofSeconds(5));

  private static Path log() {
    try {
      return Files.createTempDirectory("lightfoot-trips").resolve("otlp.jsonl");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    django = RealDjango.start(LOG);
  }

  @AfterAll
  static void stop() throws Exception {
    if (django != null) {
      django.close();
    }
  }

  @Test
  @MaxTrips(layer = Layer.DATABASE, value = RealDjango.TRIPS)
  @MaxTrips(layer = Layer.CACHE, value = 0)
  void theTripsOfATestAreChecked() throws Exception {
    django.get("/joined/");
    trips.assertTrips(Layer.DATABASE, RealDjango.TRIPS);
    trips.assertTrips(Layer.EXTERNAL, 0);
  }

  @Test
  void oneQueryMoreFailsAndIsNamed() throws Exception {
    django.get("/joined/?extra=1");
    assertThatThrownBy(() -> trips.assertTrips(Layer.DATABASE, RealDjango.TRIPS))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("database: 4 round trips in 1 requests, exactly 3 expected")
        .hasMessageContaining("1 x SELECT COUNT(");
    assertThatThrownBy(() -> trips.afterEach(context("atMostThree")))
        .hasMessageContaining("database: 4 round trips in 1 requests, at most 3 expected");
  }

  @MaxTrips(layer = Layer.DATABASE, value = RealDjango.TRIPS)
  void atMostThree() {}

  @Test
  void eachRowAskedForAloneIsNamedFirst() throws Exception {
    django.get("/nplus1/");
    assertThatThrownBy(() -> trips.assertTripsAtMost(Layer.DATABASE, RealDjango.TRIPS, 1))
        .hasMessageContaining("12 round trips")
        .hasMessageContaining("\n  10 x SELECT");
  }

  @Test
  void severalRequestsAddUp() throws Exception {
    django.get("/joined/");
    django.get("/joined/");
    trips.assertTrips(Layer.DATABASE, 2 * RealDjango.TRIPS, 2);
  }

  @Test
  void aTestOfWhichNothingWasRecordedFails() {
    TripExtension hasty = TripExtension.ofLog(LOG.resolveSibling("none")).patience(Duration.ZERO);
    assertThatThrownBy(() -> hasty.assertTrips(Layer.DATABASE, 0))
        .hasMessageContaining("Of 1 requests 0 were recorded within 0 ms");
  }

  @Test
  void aLineThatIsStillBeingWrittenIsNotReadYet() throws Exception {
    Path copy = LOG.resolveSibling("copy.jsonl");
    django.get("/joined/");
    trips.assertTrips(Layer.DATABASE, RealDjango.TRIPS);
    String line = Files.readAllLines(LOG).getLast() + "\n";
    Files.writeString(copy, line.substring(0, line.length() / 2));
    TripExtension reading = TripExtension.ofLog(copy).patience(Duration.ZERO);
    assertThatThrownBy(() -> reading.assertTrips(Layer.DATABASE, 3))
        .hasMessageContaining("0 were recorded");
    Files.writeString(copy, line.substring(line.length() / 2), StandardOpenOption.APPEND);
    reading.assertTrips(Layer.DATABASE, RealDjango.TRIPS);
  }

  @Test
  void aTestThatFailedAnywayIsNotCheckedToo() throws Exception {
    assertThatCode(() -> trips.afterEach(failed())).doesNotThrowAnyException();
  }

  private static ExtensionContext context(String method) throws NoSuchMethodException {
    Method checked = TripExtensionTest.class.getDeclaredMethod(method);
    return stub(Optional.empty(), checked);
  }

  private static ExtensionContext failed() throws NoSuchMethodException {
    Method checked = TripExtensionTest.class.getDeclaredMethod("atMostThree");
    return stub(Optional.of(new IllegalStateException("of the test")), checked);
  }

  private static ExtensionContext stub(Optional<Throwable> exception, Method checked) {
    return (ExtensionContext)
        Proxy.newProxyInstance(
            TripExtensionTest.class.getClassLoader(),
            new Class<?>[] {ExtensionContext.class},
            (_, called, _) ->
                switch (called.getName()) {
                  case "getExecutionException" -> exception;
                  case "getRequiredTestMethod" -> checked;
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }
}
