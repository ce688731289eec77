package dev.lightfoot.analysis.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.join.TraceHints.Hint;
import dev.lightfoot.analysis.join.TraceHints.Source;
import dev.lightfoot.model.Header;
import dev.lightfoot.probe.peer.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class TraceHintsTest {
  private static final String TRACE = "5bd66ef5095369c7b0d1f8f4bd33716a";
  private static final String SPAN = "c532cb4098ac3dd2";
  private static final String CONTEXT = "00-" + TRACE + "-" + SPAN + "-01";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Server-Timing|traceparent;desc=\"" + CONTEXT + "\"|SERVER_TIMING",
        "Server-Timing|db;dur=5, trace;desc=" + CONTEXT + "|SERVER_TIMING",
        "traceresponse|" + CONTEXT + "|TRACERESPONSE",
        "TraceParent|" + CONTEXT + "|TRACEPARENT",
        "X-Amzn-Trace-Id|Root=1-5bd66ef5-095369c7b0d1f8f4bd33716a;Parent=c532cb4098ac3dd2;Sampled=1|AMAZON",
      })
  void aTraceIsNamedInAnyOfTheseWays(String name, String value, Source source) {
    assertThat(TraceHints.of(List.of(new Header(name, value))).traces())
        .containsExactly(new Hint(source, TRACE, Optional.of(SPAN)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "traceresponse|00-" + TRACE + "--01",
        "X-Amzn-Trace-Id|Self=1-0-0;Root=1-5bd66ef5-095369c7b0d1f8f4bd33716a"
      })
  void theSpanMayBeLeftOut(String name, String value) {
    assertThat(TraceHints.of(List.of(new Header(name, value))).traces().getFirst().spanId())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "traceresponse|00---01",
        "traceresponse|00-00000000000000000000000000000000--01",
        "traceresponse|ff-" + TRACE + "-" + SPAN + "-01",
        "Server-Timing|trace;dur=5",
        "Server-Timing|trace;desc=\"slow\"",
        "X-Amzn-Trace-Id|Root=1-5bd66ef5-095369c7",
        "X-Amzn-Trace-Id|Root=2-5bd66ef5-095369c7b0d1f8f4bd33716a",
        "traceparent|",
      })
  void whatIsNotValidNamesNothing(String name, String value) {
    String text = value == null ? "" : value;
    assertThat(TraceHints.of(List.of(new Header(name, text))).traces()).isEmpty();
  }

  @Test
  void aTraceThatIsNamedTwiceIsToldOnce() {
    List<Header> headers =
        List.of(
            new Header("X-Amzn-Trace-Id", "Root=1-5bd66ef5-095369c7b0d1f8f4bd33716a"),
            new Header("traceresponse", "00-" + TRACE + "--01"),
            new Header("Server-Timing", "traceparent;desc=\"" + CONTEXT + "\""),
            new Header("X-Request-ID", " 1b4af52f4d233d881760556cd700dba1 "));
    assertThat(TraceHints.of(headers))
        .isEqualTo(
            new TraceHints(
                List.of(new Hint(Source.SERVER_TIMING, TRACE, Optional.of(SPAN))),
                Optional.of("1b4af52f4d233d881760556cd700dba1")));
  }

  @Test
  void theCasesOfTheStandardAreReadAsItAsks() throws IOException {
    long start = System.nanoTime();
    JsonNode cases =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(Corpus.folder("w3c-trace-context").resolve("cases.json")))
            .get("cases");
    List<String> deviating = new ArrayList<>();
    int run = 0;
    for (JsonNode one : cases) {
      List<String> found = new ArrayList<>();
      TraceHints.of(headers(one)).traces().forEach(hint -> found.add(hint.traceId()));
      for (JsonNode expected : one.get("expect")) {
        if (expected.get("left").asString().equals("$trace_id")) {
          run++;
          boolean taken = found.contains(expected.get("right").asString());
          if (taken != expected.get("op").asString().equals("Equal")) {
            deviating.add(one.get("test").asString());
          }
        }
      }
    }
    Corpus.report("w3c-trace-context", run, run - deviating.size(), deviating.size(), start);
    assertThat(deviating).isEmpty();
    assertThat(run).isGreaterThan(50);
  }

  private static List<Header> headers(JsonNode one) {
    List<Header> headers = new ArrayList<>();
    for (JsonNode header : one.get("request_headers")) {
      headers.add(new Header(header.get(0).asString(), header.get(1).asString()));
    }
    return headers;
  }
}
