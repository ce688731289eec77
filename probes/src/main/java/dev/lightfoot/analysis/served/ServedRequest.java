package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.trace.CriticalPath;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request as servers recorded it: a span of kind server or consumer with all below it, up to
/// the requests that it made to others, which are requests of their own. Where the request itself
/// was not recorded, the calls that belong together: those of a trace, or those that one connection
/// made without a pause.
public final class ServedRequest {
  private final SpanTree tree;
  private final int root;
  private final Scope scope;
  private final Name name;
  private final long wallNanos;
  private final int[] positions;
  private final TraceParts parts;
  private List<Call> calls = List.of();
  private @Nullable CriticalPath path;

  /// How it is known which calls are the request's.
  public enum Scope {
    /// By trace and span ids, or by the marks of the log that holds both.
    RECORDED,
    /// The trace is known; what of it made the calls is not.
    TRACE,
    /// By the connection, or the process, that made the calls one after another.
    SESSION
  }

  /// Whose request it is and what it is called; empty where no record says.
  record Name(String service, String route) {}

  ServedRequest(TraceParts parts, int root, Scope scope, Name name, int[] positions) {
    this.parts = parts;
    tree = parts.tree();
    this.root = root;
    this.scope = scope;
    this.name = name;
    this.positions = positions;
    wallNanos = Extents.wall(parts, root, positions);
  }

  void calls(List<Call> all) {
    calls = List.copyOf(all);
  }

  /// All spans of its trace, or of its session.
  public SpanTree tree() {
    return tree;
  }

  /// Position of the request's own span, [SpanTree#NONE] where only its calls were recorded.
  public int root() {
    return root;
  }

  /// The request's own span.
  public Optional<Span> span() {
    return root == SpanTree.NONE ? Optional.empty() : Optional.of(tree.span(root));
  }

  public Scope scope() {
    return scope;
  }

  /// The service that recorded it; empty where no record says.
  public String service() {
    return name.service;
  }

  /// Method and route, as [dev.lightfoot.model.span.RouteName] makes it; empty where no record
  /// says.
  public String route() {
    return name.route;
  }

  /// Its calls by their start.
  public List<Call> calls() {
    return calls;
  }

  /// How many spans are its own, itself and its calls included, those of requests below it not.
  public int size() {
    return positions.length;
  }

  /// Position in the tree of one of its own spans, in the tree's order.
  ///
  /// @param i 0 to [#size()]
  public int position(int i) {
    return positions[i];
  }

  /// What that span is to it, by itself.
  ///
  /// @param position in the tree
  public SpanPart part(int position) {
    return parts.part(position);
  }

  /// How much of that span, and of what is below it, is on the request's critical path.
  ///
  /// @param position in the tree
  public long pathNanos(int position) {
    CriticalPath known = path;
    if (known == null) {
      known =
          root == SpanTree.NONE
              ? CriticalPath.of(tree, this::isWhole)
              : CriticalPath.of(tree, root, this::isWhole);
      path = known;
    }
    if (isWhole(position)) {
      return known.nanos(position);
    }
    long sum = 0;
    for (int i = position; i < tree.end(position); i++) {
      sum += known.nanos(i);
    }
    return sum;
  }

  private boolean isWhole(int position) {
    return position != root && (parts.isCall(position) || parts.isRequest(position));
  }

  /// How long it took; where its own span does not say, from its first call's start to the last
  /// one's end, or what its calls took. 0 where nothing has a time.
  public long wallNanos() {
    return wallNanos;
  }
}
