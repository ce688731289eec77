package dev.lightfoot.analysis.place;

import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.Optional;

/// Finds what a proxy recorded of asking the application behind it.
public final class ProxyHops {
  private ProxyHops() {}

  /// The proxy's half of asking for that request of an application; empty where none recorded it.
  public static Optional<Span> asked(ServedRequest app) {
    if (app.root() == SpanTree.NONE || app.tree().span(app.root()).layer() == Layer.PROXY) {
      return Optional.empty();
    }
    SpanTree tree = app.tree();
    int parent = tree.parent(app.root());
    if (parent == SpanTree.NONE) {
      return Optional.empty();
    }
    if (isAsking(tree.span(parent))) {
      return proxyAbove(tree, parent).isPresent()
          ? Optional.of(tree.span(parent))
          : Optional.empty();
    }
    // a log has the proxy's asking beside the application's answer
    return tree.span(parent).layer() == Layer.PROXY ? only(tree, parent) : Optional.empty();
  }

  /// The only time that the proxy asked; where it asked several, none can be told apart.
  private static Optional<Span> only(SpanTree tree, int proxy) {
    Optional<Span> found = Optional.empty();
    for (int child : tree.children(proxy)) {
      if (isAsking(tree.span(child))) {
        if (found.isPresent()) {
          return Optional.empty();
        }
        found = Optional.of(tree.span(child));
      }
    }
    return found;
  }

  private static boolean isAsking(Span span) {
    return span.kind() == SpanKind.CLIENT
        && (span.layer().receives() || span.layer() == Layer.EXTERNAL);
  }

  /// The proxy's span that this one is a part of.
  private static Optional<Span> proxyAbove(SpanTree tree, int position) {
    for (int i = position; i != SpanTree.NONE; i = tree.parent(i)) {
      Span span = tree.span(i);
      if (span.layer() == Layer.PROXY) {
        return Optional.of(span);
      }
      if (span.kind() == SpanKind.SERVER) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// What the proxy is called.
  static String name(Span asked) {
    return asked
        .attributes()
        .get(AttributeNames.SERVICE_NAME)
        .or(() -> asked.attributes().get(AttributeNames.FORMAT))
        .orElse("proxy");
  }
}
