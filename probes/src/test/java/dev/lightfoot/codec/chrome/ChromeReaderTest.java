package dev.lightfoot.codec.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChromeReaderTest {
  @Test
  void whatLiesWithinAnotherOfTheSameThreadIsItsChild() {
    Collected read =
        read(
            "[{\"ph\":\"M\",\"name\":\"process_name\",\"pid\":1,\"tid\":1,\"ts\":0,\"args\":{\"name\":"
                + "\"Renderer\"}},"
                + event("X", "inner", 1, 20, "\"dur\":5.5,\"args\":{\"data\":{\"url\":\"u\"}}")
                + ","
                + event("B", "outer", 1, 10, "\"cat\":\"c\"")
                + ","
                + event("X", "elsewhere", 2, 20, "\"dur\":5")
                + ","
                + event("E", "outer", 1, 40, "\"cat\":\"c\"")
                + "]");
    assertThat(read.spans)
        .extracting(Span::name)
        .containsExactlyInAnyOrder("outer", "inner", "elsewhere");
    Span outer = named(read, "outer");
    Span inner = named(read, "inner");
    assertThat(inner.parentSpanId()).hasValue(outer.spanId());
    assertThat(named(read, "elsewhere").parentSpanId()).isEmpty();
    assertThat(inner.layer()).isEqualTo(Layer.BROWSER);
    assertThat(inner.time()).isEqualTo(SpanTime.of(20_000, 5_500, 1_000));
    assertThat(inner.attributes().get("service.name")).hasValue("Renderer");
    assertThat(inner.attributes().get("args.data.url")).hasValue("u");
    assertThat(outer.traceId()).isEqualTo(inner.traceId());
    assertThat(read.warnings).singleElement().asString().contains("computer's start");
  }

  @Test
  void asynchronousEventsNestByTheirIdAndEndByTheirName() {
    Collected read =
        read(
            "{\"traceEvents\":["
                + event("b", "request", 1, 10, "\"cat\":\"n\",\"id\":\"0x1\"")
                + ","
                + event("b", "wait", 2, 11, "\"cat\":\"n\",\"id\":\"0x1\"")
                + ","
                + event("e", "wait", 3, 15, "\"cat\":\"n\",\"id\":\"0x1\"")
                + ","
                + event("e", "request", 1, 30, "\"cat\":\"n\",\"id\":\"0x1\"")
                + "],\"metadata\":{\"startTime\":\"2026-11-25T00:00:00Z\"}}");
    assertThat(named(read, "wait").parentSpanId()).hasValue(named(read, "request").spanId());
    assertThat(named(read, "request").time().duration()).hasValue(20_000);
    assertThat(named(read, "request").time().atUnixNanos()).isEqualTo(1_795_564_800_000_000_000L);
    assertThat(read.warnings).isEmpty();
  }

  @Test
  void aListMayEndAnywhereAndOpenEventsAreCounted() {
    Collected read =
        read(
            "["
                + event("X", "a", 1, 1, "\"dur\":1")
                + ","
                + event("B", "b", 1, 2, "\"x\":1")
                + ",{");
    assertThat(read.spans).hasSize(1);
    assertThat(read.skipped).isEmpty();
    assertThat(read.warnings).anyMatch(warning -> warning.contains("The file is cut"));
    assertThat(read.warnings).anyMatch(warning -> warning.contains("never end in this file: 1"));
  }

  @Test
  void theSameEventsHaveTheSameIdsInEveryReading() {
    String text = "[" + event("X", "a", 1, 1, "\"dur\":1") + "]";
    assertThat(read(text).spans).isEqualTo(read(text).spans);
  }

  private static String event(String phase, String name, int thread, int at, String more) {
    return "{\"ph\":\"%s\",\"name\":\"%s\",\"pid\":1,\"tid\":%d,\"ts\":%d,%s}"
        .formatted(phase, name, thread, at, more);
  }

  private static Span named(Collected read, String name) {
    Optional<Span> found = read.spans.stream().filter(s -> s.name().equals(name)).findFirst();
    return found.orElseThrow();
  }

  private static Collected read(String text) {
    return Collected.of(new ChromeReader(), text);
  }
}
