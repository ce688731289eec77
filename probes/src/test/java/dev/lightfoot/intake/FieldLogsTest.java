package dev.lightfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.analysis.route.RouteStatistics;
import dev.lightfoot.analysis.route.RouteSummary;
import dev.lightfoot.analysis.route.RouteTable;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.model.span.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Logs that public bug reports of other tools were about: of each it is written down beside it
/// what is right, and why.
final class FieldLogsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("lightfoot.root", ".."), "../shared/data/field/logs").normalize();
  private static final IntakeSettings UTC =
      new IntakeSettings(
          Optional.empty(),
          new ReadSettings(Optional.of(ZoneOffset.UTC), Optional.empty(), Optional.empty()));

  /// One file as it was read.
  private record Read(FileReading file, List<Span> spans, RouteSummary summary) {
    static Read of(Path path) {
      List<Span> spans = new ArrayList<>();
      RouteTable routes = new RouteTable();
      List<FileReading> readings =
          new Intake()
              .read(
                  List.of(new Source.OnDisk(path)),
                  UTC,
                  span -> {
                    spans.add(span);
                    routes.add(span);
                  });
      return new Read(readings.getFirst(), spans, routes.summary());
    }

    Map<String, RouteStatistics> routes() {
      Map<String, RouteStatistics> routes = new HashMap<>();
      for (RouteStatistics each : summary.routes()) {
        routes.put((each.key().method() + " " + each.key().route()).strip(), each);
      }
      return routes;
    }

    /// Milliseconds in all, of each route that has timed requests.
    Map<String, Double> times() {
      Map<String, Double> times = new HashMap<>();
      routes()
          .forEach(
              (name, route) -> {
                if (route.durations().count() > 0) {
                  times.put(name, route.durations().totalNanos() / 1e6);
                }
              });
      return times;
    }

    String words() {
      return file.failure().orElse("") + file.warnings() + file.entries();
    }
  }

  @Test
  void theFolderHasItsCases() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), FOLDER + " is not beside the project");
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(27);
  }

  @TestFactory
  Stream<DynamicTest> eachLogIsReadAsItIsRight() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), FOLDER + " is not beside the project");
    return cases().stream()
        .map(each -> DynamicTest.dynamicTest(text(each, "file"), () -> check(each)));
  }

  private static void check(Map<?, ?> expected) {
    Read read = Read.of(FOLDER.resolve(text(expected, "file")));
    String why = text(expected, "why") + "\n" + read.words();
    if (expected.get("read") instanceof Double count) {
      assertThat(read.file().read()).as(why).isEqualTo(count.longValue());
    }
    if (expected.get("readOrWarned") instanceof List<?> either) {
      boolean all = Double.valueOf((double) read.file().read()).equals(either.getFirst());
      assertThat(all || matches((String) either.getLast(), read.words())).as(why).isTrue();
    }
    if (expected.get("routesMs") instanceof Map<?, ?> routes) {
      assertThat(hasTimes(read, routes)).as(why + read.times()).isTrue();
    }
    if (expected.containsKey("untimed")) {
      assertThat(read.times()).as(why).isEmpty();
    }
    guesses(expected, read, why);
    layersAndErrors(expected, read, why);
    single(expected, read, why);
  }

  private static void guesses(Map<?, ?> expected, Read read, String why) {
    if (expected.get("untimedOrWarned") instanceof String words && !read.times().isEmpty()) {
      boolean right =
          expected.get("orRoutesMs") instanceof Map<?, ?> routes && hasTimes(read, routes);
      assertThat(right || matches(words, read.words())).as(why + read.times()).isTrue();
    }
  }

  private static void layersAndErrors(Map<?, ?> expected, Read read, String why) {
    if (expected.get("layerMs") instanceof Map<?, ?> layers) {
      layers.forEach(
          (layer, millis) -> {
            double sum =
                read.summary().layers().stream()
                    .filter(each -> each.layer().label().equals(layer))
                    .mapToDouble(each -> each.durations().totalNanos() / 1e6)
                    .sum();
            assertThat(isClose(sum, (Double) millis)).as(why + layer + sum).isTrue();
          });
    }
    if (expected.get("errors") instanceof Map<?, ?> errors) {
      errors.forEach(
          (route, count) -> {
            double found =
                Optional.ofNullable(read.routes().get(route))
                    .map(known -> (double) known.errors())
                    .orElse(-1.0);
            assertThat(found).as(why).isEqualTo(count);
          });
    }
  }

  private static void single(Map<?, ?> expected, Read read, String why) {
    if (expected.get("start") instanceof String start) {
      Instant at = Instant.parse(start);
      assertThat(read.spans().getFirst().time().start())
          .as(why)
          .hasValue(at.getEpochSecond() * 1_000_000_000L + at.getNano());
    }
    if (expected.get("operation") instanceof String operation) {
      assertThat(read.spans())
          .as(why)
          .allMatch(
              span -> span.attributes().get("db.operation.name").equals(Optional.of(operation)));
    }
  }

  private static boolean hasTimes(Read read, Map<?, ?> routes) {
    Map<String, Double> times = read.times();
    return routes.entrySet().stream()
        .allMatch(
            each ->
                times.containsKey((String) each.getKey())
                    && isClose(times.get((String) each.getKey()), (Double) each.getValue()));
  }

  private static boolean isClose(double found, double wanted) {
    return Math.abs(found - wanted) <= Math.max(0.001, 0.005 * Math.abs(wanted));
  }

  private static boolean matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).find();
  }

  private static String text(Map<?, ?> of, String name) {
    return String.valueOf(of.get(name));
  }

  private static List<Map<?, ?>> cases() throws IOException {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve("expected.json"));
    JsonFactory factory = JsonFactory.builder().build();
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes)) {
      parser.nextToken();
      List<Map<?, ?>> cases = new ArrayList<>();
      ((List<?>) value(parser)).forEach(each -> cases.add((Map<?, ?>) each));
      return cases;
    }
  }

  private static Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(parser));
      }
      return list;
    }
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> members = new HashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        members.put(name, value(parser));
      }
      return members;
    }
    return token.isNumeric() ? (Object) parser.getDoubleValue() : parser.getString();
  }
}
