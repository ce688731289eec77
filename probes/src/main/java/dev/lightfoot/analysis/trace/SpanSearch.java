package dev.lightfoot.analysis.trace;

import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanEvent;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// Finds the spans of a tree that hold a text: in their name, ids, status, attributes and events.
/// Upper and lower case are the same.
public final class SpanSearch {
  private static final int[] NOTHING = {};

  /// How many spans are looked at between two questions whether to stop.
  private static final int STRIDE = 1024;

  private final String wanted;

  private SpanSearch(String wanted) {
    this.wanted = wanted;
  }

  /// Positions of the spans that hold it, in order; none for a blank text.
  ///
  /// @param cancelled asked now and then; where it says yes, what was found so far comes back
  public static int[] find(SpanTree tree, String text, BooleanSupplier cancelled) {
    String wanted = text.strip();
    if (wanted.isEmpty()) {
      return NOTHING;
    }
    SpanSearch search = new SpanSearch(wanted);
    int[] found = new int[16];
    int count = 0;
    for (int i = 0; i < tree.size(); i++) {
      if (i % STRIDE == 0 && cancelled.getAsBoolean()) {
        break;
      }
      if (search.matches(tree.span(i))) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private boolean matches(Span span) {
    if (holds(span.name())
        || holds(span.status().message())
        || span.spanId().equalsIgnoreCase(wanted)) {
      return true;
    }
    AtomicBoolean any = new AtomicBoolean();
    span.attributes().forEach((name, value) -> any.compareAndSet(false, either(name, value)));
    for (SpanEvent event : span.events()) {
      any.compareAndSet(false, holds(event.name()));
      event.attributes().forEach((name, value) -> any.compareAndSet(false, either(name, value)));
    }
    return any.get();
  }

  private boolean either(String name, String value) {
    return holds(name) || holds(value);
  }

  private boolean holds(String text) {
    int last = text.length() - wanted.length();
    char lower = Character.toLowerCase(wanted.charAt(0));
    char upper = Character.toUpperCase(wanted.charAt(0));
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      if ((c == lower || c == upper) && text.regionMatches(true, i, wanted, 0, wanted.length())) {
        return true;
      }
    }
    return false;
  }
}
