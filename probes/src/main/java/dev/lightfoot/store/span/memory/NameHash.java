package dev.lightfoot.store.span.memory;

import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.RouteName;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.store.span.Terms;
import dev.lightfoot.store.span.TraceFilter.Named;

/// What spans are called, as a number: different ones mean different names. Made without making the
/// name, which few spans are ever asked for. For one thread at a time.
final class NameHash {
  private final StringBuilder name = new StringBuilder();

  /// Of what a span is called.
  int of(Span span) {
    name.setLength(0);
    RouteName.append(span, name);
    int hash = 0;
    for (int i = 0; i < name.length(); i++) {
      hash = 31 * hash + name.charAt(i);
    }
    return of(span.layer(), Terms.serviceOf(span), hash);
  }

  static int of(Named wanted) {
    return of(wanted.layer(), wanted.service(), wanted.name().hashCode());
  }

  private static int of(Layer layer, String service, int name) {
    return (name * 31 + service.hashCode()) * 31 + layer.label().hashCode();
  }
}
