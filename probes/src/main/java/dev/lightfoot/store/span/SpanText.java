package dev.lightfoot.store.span;

import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanEvent;
import java.util.Locale;

/// A span as the text in which words and attributes are looked for: lower case, every attribute
/// between marks that no text contains.
final class SpanText {
  private static final char BETWEEN = '\u0001';
  private static final char IS = '\u0002';

  private SpanText() {}

  static String of(Span span) {
    StringBuilder text = new StringBuilder(256);
    text.append(span.name()).append(BETWEEN).append(span.status().message()).append(BETWEEN);
    span.attributes().forEach((name, value) -> text.append(attribute(name, value)).append(BETWEEN));
    for (SpanEvent event : span.events()) {
      text.append(event.name()).append(BETWEEN);
      event.attributes().forEach((_, value) -> text.append(value).append(BETWEEN));
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  /// What to look for, to find this attribute.
  static String needle(TraceFilter.Attribute attribute) {
    return (BETWEEN + attribute(attribute.name(), attribute.value()) + BETWEEN)
        .toLowerCase(Locale.ROOT);
  }

  /// What to look for, to find this text.
  static String needle(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String attribute(String name, String value) {
    return name + IS + value;
  }
}
