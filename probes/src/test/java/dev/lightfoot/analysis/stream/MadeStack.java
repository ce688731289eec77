package dev.lightfoot.analysis.stream;

import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A request of the client with what its server recorded, in milliseconds: a wait from 0 on, a
/// round trip of 10 ms, an application that works from 5 on.
final class MadeStack {
  private static final long MILLI = 1_000_000;

  private final List<Span> spans = new ArrayList<>();
  private final long waitMillis;
  private long receiveMillis = 1;
  private int status = 200;
  private String type = "text/html";
  private String coding = "identity";
  private long bytes = 20_000;

  MadeStack(long waitMillis) {
    this.waitMillis = waitMillis;
  }

  /// The application, for so long; its first byte after that many, where it was recorded.
  MadeStack app(long millis, OptionalLong firstByteMillis) {
    Attributes attributes = recorded();
    if (firstByteMillis.isPresent()) {
      attributes =
          attributes.with(
              AttributeNames.FIRST_BYTE_NANOS, Long.toString(firstByteMillis.getAsLong() * MILLI));
    }
    spans.add(
        Span.of("app", "view", Layer.APP, SpanKind.SERVER, time(5, millis))
            .with(attributes)
            .inTrace("t", Optional.empty()));
    return this;
  }

  MadeStack call(long startMillis, long millis) {
    spans.add(
        Span.of(
                "q" + spans.size(),
                "SELECT",
                Layer.DATABASE,
                SpanKind.CLIENT,
                time(startMillis, millis))
            .with(recorded())
            .inTrace("t", Optional.of("app")));
    return this;
  }

  private static Attributes recorded() {
    return Attributes.of(
        AttributeNames.FORMAT, "otlp",
        AttributeNames.CLOCK, "web",
        AttributeNames.JOINED, "trace-id");
  }

  private static SpanTime time(long startMillis, long millis) {
    long start = Samples.WHEN.toInstant().toEpochMilli() * MILLI;
    return SpanTime.of(start + startMillis * MILLI, millis * MILLI, 1_000);
  }

  MadeStack receiving(long millis) {
    receiveMillis = millis;
    return this;
  }

  MadeStack answered(int newStatus, String newType, long newBytes) {
    status = newStatus;
    type = newType;
    bytes = newBytes;
    return this;
  }

  MadeStack coded(String newCoding) {
    coding = newCoding;
    return this;
  }

  Run run() {
    MadePage page = new MadePage();
    page.ask("/list/", 0)
        .on(1, true, "h2", 10)
        .took(Phase.WAIT, waitMillis, 1)
        .took(Phase.RECEIVE, receiveMillis, 0)
        .answered(status, bytes, "content-type", type, "content-encoding", coding)
        .builder()
        .serverSpans(spans.stream().map(Span::spanId).toList());
    Run run = page.probe(RunState.COLD);
    return run.with(run.exchanges(), spans, List.of());
  }
}
