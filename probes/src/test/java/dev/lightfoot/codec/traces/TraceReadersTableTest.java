package dev.lightfoot.codec.traces;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.chrome.ChromeReader;
import dev.lightfoot.codec.jaeger.JaegerReader;
import dev.lightfoot.codec.otlp.OtlpJsonReader;
import dev.lightfoot.codec.otlp.OtlpProtobufReader;
import dev.lightfoot.codec.zipkin.ZipkinReader;
import dev.lightfoot.probe.peer.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every file of traces at hand: what is read, what is skipped, why.
final class TraceReadersTableTest {
  private static final List<LogReader> READERS =
      List.of(
          new OtlpJsonReader(),
          new OtlpProtobufReader(),
          new ZipkinReader(),
          new JaegerReader(),
          new ChromeReader());

  /// Format, spans read, entries skipped.
  private record Expected(String format, int read, int skipped) {}

  private static final Map<String, Expected> REAL =
      Map.ofEntries(
          entry("own/otlp-node-metrics.json", new Expected("otlp-json", 0, 0)),
          entry("own/otlp-node-traces-1.json", new Expected("otlp-json", 4, 0)),
          entry("own/otlp-node-traces-2.json", new Expected("otlp-json", 38, 0)),
          entry("own/otlp-node-traces-3.json", new Expected("otlp-json", 27, 0)),
          entry("own/otlp-node-traces-4.json", new Expected("otlp-json", 1, 0)),
          entry("own/otlp-node-traces-5.json", new Expected("otlp-json", 5, 0)),
          entry("own/otlp-node-traces-1.pb", new Expected("otlp-protobuf", 4, 0)),
          entry("own/otlp-node-traces-2.pb", new Expected("otlp-protobuf", 38, 0)),
          // three bytes are missing in the third list of spans
          entry("own/otlp-node-traces-3.pb", new Expected("otlp-protobuf", 17, 4)),
          entry("own/otlp-node-traces-4.pb", new Expected("otlp-protobuf", 1, 0)),
          entry("own/otlp-node-traces-6.pb", new Expected("otlp-protobuf", 5, 0)),
          entry("own/zipkin-node-001.json", new Expected("zipkin", 4, 0)),
          entry("own/zipkin-node-002.json", new Expected("zipkin", 38, 0)),
          entry("own/zipkin-node-003.json", new Expected("zipkin", 27, 0)),
          entry("own/zipkin-node-004.json", new Expected("zipkin", 1, 0)),
          entry("own/zipkin-node-006.json", new Expected("zipkin", 5, 0)),
          entry("server/otlp_spec_example_trace.json", new Expected("otlp-json", 1, 0)),
          entry("server/otlp_jaeger_fixture_in.json", new Expected("otlp-json", 2, 0)),
          entry("server/jaeger_ui_fixture_out.json", new Expected("jaeger", 2, 0)),
          entry("server/jaeger_ui_flamegraph_testTrace.json", new Expected("jaeger", 4, 0)),
          entry("server/zipkin_v2_envoy.json", new Expected("zipkin", 1, 0)),
          entry("server/zipkin_v2_simple_db_p6.json", new Expected("zipkin", 5, 0)),
          entry("server/zipkin_v2_skew.json", new Expected("zipkin", 4, 0)),
          entry("server/zipkin_v2_yelp.json", new Expected("zipkin", 16, 0)),
          entry("server/chrome_trace_v116.json", new Expected("chrome-trace", 2690, 0)),
          entry("conformance/otlp/examples/trace.json", new Expected("otlp-json", 1, 0)),
          entry("conformance/otlp/examples/logs.json", new Expected("otlp-json", 0, 0)),
          entry("conformance/otlp/examples/events.json", new Expected("otlp-json", 0, 0)),
          entry("conformance/otlp/examples/metrics.json", new Expected("otlp-json", 0, 0)));

  /// Hostile files of which something else becomes than one span.
  private static final Map<String, Expected> HOSTILE =
      Map.ofEntries(
          entry("otlp/child-outside-parent.json", new Expected("otlp-json", 2, 0)),
          entry("otlp/duplicate-span-id.json", new Expected("otlp-json", 2, 0)),
          entry("otlp/empty-envelope.json", new Expected("otlp-json", 0, 0)),
          entry("otlp/kvlist-depth-200.json", new Expected("otlp-json", 0, 1)),
          entry("otlp/negative-nanos.json", new Expected("otlp-json", 0, 1)),
          entry("otlp/parent-cycle.json", new Expected("otlp-json", 2, 0)),
          entry("otlp/snake-case-keys.json", new Expected("otlp-json", 0, 0)),
          entry("otlp/traceid-all-zero.json", new Expected("otlp-json", 0, 1)),
          entry("otlp/traceid-odd-length.json", new Expected("otlp-json", 0, 1)),
          entry("otlp/two-roots.json", new Expected("otlp-json", 2, 0)),
          entry("otlp/uint64-max.json", new Expected("otlp-json", 0, 1)),
          entry("otlp/zero-times.json", new Expected("otlp-json", 0, 1)),
          entry("zipkin/empty-array.json", new Expected("zipkin", 0, 0)),
          entry("zipkin/id-0.json", new Expected("zipkin", 0, 1)),
          entry("zipkin/shared-span.json", new Expected("zipkin", 2, 0)),
          entry("zipkin/timestamp-seconds.json", new Expected("zipkin", 0, 1)),
          entry("zipkin/v1-format.json", new Expected("zipkin", 0, 1)),
          entry("jaeger/data-null.json", new Expected("jaeger", 0, 0)),
          entry("jaeger/follows-from-and-child-of.json", new Expected("jaeger", 2, 0)),
          entry("jaeger/spans-null.json", new Expected("jaeger", 0, 0)));

  @Test
  void everyRealFileIsRecognisedAndReadWhole() throws IOException {
    Path data = Corpus.folder("..");
    for (var file : new TreeMap<>(REAL).entrySet()) {
      Path path = data.resolve(file.getKey());
      assumeTrue(Files.exists(path), path + " is not there");
      byte[] bytes = Files.readAllBytes(path);
      LogReader reader = recognised(bytes).orElseThrow(() -> new AssertionError(path));
      check(file.getKey(), reader, bytes, file.getValue());
    }
  }

  @Test
  void everyHostileFileIsReadWithItsOdditiesOrSkippedWithTheReason() throws IOException {
    for (LogReader reader : READERS) {
      String group =
          switch (reader.format().name()) {
            case "otlp-json" -> "otlp";
            case "zipkin", "jaeger" -> reader.format().name();
            default -> "";
          };
      if (group.isEmpty()) {
        continue;
      }
      for (Path path : Corpus.files("authored-hostile/" + group, ".json")) {
        String name = group + "/" + path.getFileName();
        Expected one = new Expected(reader.format().name(), 1, 0);
        check(name, reader, Files.readAllBytes(path), HOSTILE.getOrDefault(name, one));
      }
    }
  }

  @Test
  void noJsonAtAllCrashesAReader() throws IOException {
    long start = System.nanoTime();
    int run = 0;
    for (String folder : List.of("jsontestsuite", "naughty-strings", "har-schema", "otlp")) {
      for (Path path : Corpus.files(folder, ".json")) {
        byte[] bytes = Files.readAllBytes(path);
        for (LogReader reader : READERS) {
          Collected read = Collected.of(reader, bytes);
          boolean malformed = path.getFileName().toString().startsWith("n_");
          boolean blank = new String(bytes, StandardCharsets.UTF_8).isBlank();
          if (malformed && !blank && reader.format().name().equals("otlp-json")) {
            assertThat(read.skipped.size() + read.warnings.size()).as(path.toString()).isPositive();
          }
          reader.recognises(bytes);
          run++;
        }
      }
    }
    Corpus.report("JSON that is no trace, by five readers", run, run, 0, start);
  }

  @Test
  void aFileCutAnywhereGivesItsWholeSpansAndAReason() throws IOException {
    Path data = Corpus.folder("..");
    for (String file :
        List.of(
            "own/otlp-node-traces-3.json",
            "own/otlp-node-traces-3.pb",
            "own/zipkin-node-003.json",
            "server/jaeger_ui_fixture_out.json")) {
      byte[] bytes = Files.readAllBytes(data.resolve(file));
      LogReader reader = recognised(bytes).orElseThrow();
      int all = Collected.of(reader, bytes).spans.size();
      for (int end = 1; end < bytes.length - 3; end += 97) {
        Collected read = Collected.of(reader, java.util.Arrays.copyOf(bytes, end));
        assertThat(read.skipped).as(file + " cut at " + end).isNotEmpty();
        assertThat(read.spans.size()).isLessThanOrEqualTo(all);
      }
    }
  }

  @Test
  void oneTraceAsOtlpAndAsJaegerToldItIsTheSame() throws IOException {
    Path data = Corpus.folder("../server");
    Collected otlp =
        Collected.of(
            new OtlpJsonReader(), Files.readAllBytes(data.resolve("otlp_jaeger_fixture_in.json")));
    Collected jaeger =
        Collected.of(
            new JaegerReader(), Files.readAllBytes(data.resolve("jaeger_ui_fixture_out.json")));
    assertThat(jaeger.spans.stream().map(TraceReadersTableTest::withoutFormat))
        .containsExactlyElementsOf(
            otlp.spans.stream().map(TraceReadersTableTest::withoutFormat).toList());
  }

  private static dev.lightfoot.model.span.Span withoutFormat(dev.lightfoot.model.span.Span span) {
    return span.with(span.attributes().with("lightfoot.format", ""));
  }

  private static Optional<LogReader> recognised(byte[] bytes) {
    byte[] beginning = java.util.Arrays.copyOf(bytes, Math.min(bytes.length, 64 << 10));
    List<LogReader> readers = new ArrayList<>(READERS);
    readers.sort((a, b) -> b.recognises(beginning) - a.recognises(beginning));
    return Stream.of(readers.getFirst()).filter(r -> r.recognises(beginning) > 0).findFirst();
  }

  private static void check(String file, LogReader reader, byte[] bytes, Expected expected) {
    Collected read = Collected.of(reader, bytes);
    List<String> why = new ArrayList<>(read.skipped);
    why.addAll(read.warnings);
    System.out.printf(
        Locale.ROOT,
        "%-46s %-14s %5d read %3d skipped  %s%n",
        file,
        reader.format().name(),
        read.spans.size(),
        read.skipped.size(),
        String.join(" ", why));
    assertThat(new Expected(reader.format().name(), read.spans.size(), read.skipped.size()))
        .as(file + " " + why)
        .isEqualTo(expected);
  }
}
