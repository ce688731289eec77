package dev.lightfoot.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.Joined;
import dev.lightfoot.analysis.join.Written;
import dev.lightfoot.analysis.stack.LayerTotal;
import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackBuilder;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The join against what real nginx, gunicorn, Django and PostgreSQL log of real requests. All run
/// on one machine, so the true offset of every clock is 0, or what the test shifts a log by.
class StackLabTest {
  private static final Path ROOT = Path.of(System.getProperty("lightfoot.root"));
  private static final Lab LAB = new Lab(ROOT);
  private static final String URL = "https://www.shop.test/nplus1/?n=50";
  private static final int STATEMENTS = 51;
  private static final int WARM_UPS = 8;
  private static final int RUNS = 5;

  @TempDir private static Path folder;
  private static boolean wasUp;
  private static List<Run> runs = List.of();
  private static List<Span> spans = List.of();
  private static Written written = Written.ANY_TIME;

  @BeforeAll
  static void measure() throws Exception {
    Optional<String> missing = Lab.missing();
    assumeTrue(missing.isEmpty(), () -> "no lab here: " + missing.orElseThrow());
    wasUp = LAB.isUp();
    LAB.up();
    probe(WARM_UPS);
    Map<Path, Long> before = new HashMap<>();
    for (Path log : logs()) {
      before.put(log, Files.size(log));
    }
    long begin = now();
    runs = probe(RUNS);
    List<Span> read = new ArrayList<>();
    for (Path log : logs()) {
      byte[] whole = Files.readAllBytes(log);
      int from = before.getOrDefault(log, 0L).intValue();
      read.addAll(read(log, Arrays.copyOfRange(whole, from, whole.length)));
    }
    spans = List.copyOf(read);
    written = new Written(begin, now());
  }

  private static long now() {
    return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
  }

  @AfterAll
  static void down() throws Exception {
    if (Lab.missing().isEmpty() && !wasUp) {
      LAB.down();
    }
  }

  private static List<Path> logs() {
    return List.of(
        LAB.logs().resolve("nginx-access.jsonl"),
        LAB.logs().resolve("gunicorn-access.log"),
        LAB.logs().resolve("django.jsonl"),
        LAB.databaseLogs().resolve("pg.json"));
  }

  private static List<Run> probe(int count) throws IOException, InterruptedException {
    Path snapshot = folder.resolve("snapshot.json");
    Path words = folder.resolve("program.txt");
    Process program =
        new ProcessBuilder(
                LAB.inClient(
                    List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StackRuns.class.getName(),
                        URL,
                        Integer.toString(count),
                        LAB.authority().toString(),
                        snapshot.toString())))
            .redirectErrorStream(true)
            .redirectOutput(words.toFile())
            .start();
    assertThat(program.waitFor()).as(Files.readString(words)).isZero();
    return SnapshotCodec.decode(Files.readAllBytes(snapshot)).runs();
  }

  private static List<Span> read(Path log, byte[] added) {
    List<Span> found = new ArrayList<>();
    Source source = new Source.Stream(log.toString(), new ByteArrayInputStream(added));
    for (FileReading each :
        new Intake().read(List.of(source), IntakeSettings.NONE, (IntakeListener) found::add)) {
      assertThat(each.failure()).isEmpty();
      assertThat(each.entries()).isEmpty();
    }
    return found;
  }

  @Test
  void everyStatementIsFoundOnceAndTheWaitIsExplained() {
    Joined joined = Join.of(runs, spans, written);
    assertThat(joined.runs()).hasSize(RUNS).allSatisfy(StackLabTest::isWhole);
    double best =
        joined.runs().stream()
            .mapToDouble(run -> StackBuilder.build(run, joined.runs()).explainedShare())
            .max()
            .orElseThrow();
    // 0.95 and more on an idle machine; what the links hold back on a busy one no log can tell
    assertThat(best).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @CsvSource({
    "nginx, 90000000000",
    "nginx, 2000000",
    "nginx, -2000000",
    "django, 90000000000",
    "django, 2000000",
    "postgresql, 90000000000",
    "postgresql, -90000000000",
    "postgresql, 2000000"
  })
  void aShiftedLogIsJoinedAsWellAndItsBoundHoldsTheShift(String format, long nanos) {
    // gunicorn's and Django's entries are one clock's: they are shifted together
    List<Span> shifted =
        spans.stream().map(span -> isOf(span, format) ? shifted(span, nanos) : span).toList();
    Joined joined = Join.of(runs, shifted, written);
    assertThat(joined.runs()).allSatisfy(run -> isWhole(run, format, nanos));
  }

  private static boolean isOf(Span span, String format) {
    String own = span.attributes().get(AttributeNames.FORMAT).orElse("");
    return own.startsWith(format) || (format.equals("django") && own.startsWith("gunicorn"));
  }

  private static Span shifted(Span span, long nanos) {
    SpanTime time = span.time();
    return new Span(
        span.traceId(),
        span.spanId(),
        span.parentSpanId(),
        span.name(),
        span.layer(),
        span.kind(),
        new SpanTime(
            time.known(), time.atUnixNanos() + nanos, time.durationNanos(), time.resolutionNanos()),
        span.status(),
        span.attributes(),
        span.events(),
        span.links());
  }

  /// A thread of gunicorn's that serves for the first time opens a connection of its own, and sets
  /// its time zone: a true trip, which only PostgreSQL logs.
  private static long connectionSetups(Run run) {
    return run.spans().stream()
        .filter(span -> isOf(span, "postgresql"))
        .flatMap(span -> span.attributes().get(AttributeNames.DB_QUERY).stream())
        .filter(text -> !text.contains("shop_"))
        .count();
  }

  private static void isWhole(Run run) {
    isWhole(run, "", 0);
  }

  private static void isWhole(Run run, String shifted, long nanos) {
    Stack stack = StackBuilder.build(run, runs);
    assertThat(stack.contradictions()).isEmpty();
    LayerTotal database =
        stack.layers().stream()
            .filter(layer -> layer.layer() == Layer.DATABASE)
            .findFirst()
            .orElseThrow();
    assertThat(database.trips() - connectionSetups(run)).isEqualTo(STATEMENTS);
    assertThat(database.networkNanos()).isPresent();
    assertThat(stack.clocks()).hasSizeGreaterThanOrEqualTo(3);
    stack
        .clocks()
        .forEach(
            clock -> {
              boolean is =
                  !shifted.isEmpty()
                      && (clock.clock().startsWith(shifted)
                          || (shifted.equals("django") && clock.clock().equals("gunicorn")));
              assertThat(is ? nanos : 0)
                  .as(clock.toString())
                  .isBetween(clock.lowNanos(), clock.highNanos());
            });
  }
}
