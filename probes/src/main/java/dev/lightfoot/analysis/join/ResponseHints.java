package dev.lightfoot.analysis.join;

import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.ServerTiming;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/// Durations that a response itself gives (Server-Timing), for layers that no log covers.
final class ResponseHints {
  private static final String FORMAT = "server-timing";

  private final Pool pool;

  ResponseHints(Pool pool) {
    this.pool = pool;
  }

  void add() {
    for (Request request : pool.requests()) {
      List<Span> known = pool.spans(request);
      for (ServerTiming timing :
          ServerTiming.of(
              request.facts().response().map(ResponseFacts::headers).orElse(List.of()))) {
        Layer layer = layer(timing.name());
        if (timing.durationNanos().orElse(0) > 0
            && known.stream().noneMatch(span -> span.layer() == layer)) {
          add(request, timing, layer);
        }
      }
    }
  }

  private void add(Request request, ServerTiming timing, Layer layer) {
    SpanTime time = SpanTime.lasting(timing.durationNanos().orElseThrow(), 0);
    String id = id(request, timing);
    Span span =
        Span.of(id, timing.name(), layer, SpanKind.INTERNAL, time)
            .with(Attributes.of(AttributeNames.FORMAT, FORMAT, AttributeNames.CLOCK, FORMAT));
    Optional<Span> above = layer == Layer.APP ? Optional.empty() : pool.application(request);
    Span placed = above.map(parent -> Nesting.linked(span, parent)).orElse(span);
    pool.replace(request, new Pool.Found(placed, JoinedBy.TRACE_ID));
  }

  private static String id(Request request, ServerTiming timing) {
    CRC32 crc = new CRC32();
    crc.update((request.originUnixNanos() + timing.name()).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits(crc.getValue() << 20 | request.exchange());
  }

  private static Layer layer(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.matches(".*(sql|db|database|mysql|postgres).*")) {
      return Layer.DATABASE;
    }
    if (lower.matches(".*(cache|redis|memcache).*")) {
      return Layer.CACHE;
    }
    if (lower.matches(".*(template|render|view).*")) {
      return Layer.TEMPLATE;
    }
    return lower.matches(".*(cdn|edge|proxy|origin).*") ? Layer.PROXY : Layer.APP;
  }
}
