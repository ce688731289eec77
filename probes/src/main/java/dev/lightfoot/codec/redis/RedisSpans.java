package dev.lightfoot.codec.redis;

import dev.lightfoot.codec.text.SpanIds;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.List;

/// Makes spans of commands.
final class RedisSpans {
  private static final String SYSTEM = "redis";

  private final String format;
  private final SpanIds ids = new SpanIds();

  RedisSpans(String format) {
    this.format = format;
  }

  /// One command.
  ///
  /// @param client as Redis writes it: `10.77.4.1:42706`
  /// @param facts for the id
  Span of(List<String> words, String client, SpanTime time, String... facts) {
    RedisCommand command = RedisCommand.of(words);
    Attributes.Builder attributes =
        start(command.name()).add(AttributeNames.DB_QUERY, command.text());
    if (command.keys() > 1) {
      attributes.put(AttributeNames.DB_BATCH, command.keys());
    }
    int colon = client.lastIndexOf(':');
    if (colon > 0) {
      attributes
          .add(AttributeNames.PEER_ADDRESS, client.substring(0, colon))
          .add(AttributeNames.PEER_PORT, client.substring(colon + 1));
    }
    String id = ids.of(SYSTEM, command.text(), client, String.join(" ", facts));
    return Span.of(id, command.name(), Layer.CACHE, SpanKind.SERVER, time).with(attributes.build());
  }

  /// Many calls of one command together.
  Span sum(String name, long calls, long failed, SpanTime time) {
    Attributes.Builder attributes = start(name).put(AttributeNames.CALLS, calls);
    if (failed > 0) {
      attributes.put("lightfoot.calls.failed", failed);
    }
    String id = ids.of(SYSTEM, "commandstats", name, Long.toString(calls), time.toString());
    return Span.of(id, name, Layer.CACHE, SpanKind.SERVER, time).with(attributes.build());
  }

  private Attributes.Builder start(String name) {
    return Attributes.builder()
        .add(AttributeNames.FORMAT, format)
        .add(AttributeNames.DB_SYSTEM, SYSTEM)
        .add(AttributeNames.DB_OPERATION, name)
        .add(AttributeNames.CLOCK, SYSTEM);
  }
}
