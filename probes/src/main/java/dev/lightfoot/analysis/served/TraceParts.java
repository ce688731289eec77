package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.RoundTrips;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.Arrays;

/// What each span of a tree is: which request it belongs to, and whether it stands for a call of
/// that request. By position; requests are counted as [dev.lightfoot.analysis.route.RouteTable]
/// counts them.
@SuppressWarnings("EnumOrdinal") // only for bits of its own
final class TraceParts {
  private static final int NONE = SpanTree.NONE;

  private final SpanTree tree;
  private final SpanPart[] parts;
  private final int[] requests;
  private final boolean[] calls;
  private final int[] outer;

  /// The nearest span at or above that is a call as far as itself says, within the request.
  private final int[] above;

  TraceParts(SpanTree tree) {
    this.tree = tree;
    int size = tree.size();
    parts = new SpanPart[size];
    requests = new int[size];
    calls = new boolean[size];
    outer = new int[size];
    above = new int[size];
    for (int i = 0; i < size; i++) {
      parts[i] = SpanPart.of(tree.span(i));
      findRequest(i);
      findCall(i);
    }
    findAnswered();
  }

  SpanTree tree() {
    return tree;
  }

  /// What it is, by itself.
  SpanPart part(int position) {
    return parts[position];
  }

  /// The request that it belongs to, itself where it is one, or [SpanTree#NONE].
  int request(int position) {
    return requests[position];
  }

  boolean isRequest(int position) {
    return requests[position] == position;
  }

  boolean isCall(int position) {
    return calls[position];
  }

  /// The outermost span that recorded the same call.
  int outer(int position) {
    return outer[position];
  }

  private void findRequest(int i) {
    int parent = tree.parent(i);
    boolean request = isRequest(tree.span(i), parent);
    requests[i] = request ? i : parent == NONE ? NONE : requests[parent];
  }

  private static boolean isRequest(Span span, int parent) {
    if (!span.layer().receives()) {
      return false;
    }
    return switch (span.kind()) {
      case SERVER, CONSUMER -> true;
      case INTERNAL -> parent == NONE;
      case CLIENT, PRODUCER -> span.parentSpanId().isEmpty();
    };
  }

  private void findCall(int i) {
    int parent = tree.parent(i);
    outer[i] = i;
    above[i] = parent == NONE || isRequest(i) ? NONE : above[parent];
    if (parts[i] == SpanPart.CALL && !isWithin(i, above[i])) {
      int caller = above[i];
      boolean same = caller != NONE && layer(caller) == layer(i);
      if (same) {
        outer[i] = outer[caller];
      }
      if (same || (caller != NONE && kind(caller) == SpanKind.INTERNAL)) {
        calls[caller] = false;
      }
      calls[i] = true;
      above[i] = i;
    }
  }

  /// Whether it is a part of the call above it that is no call of its own.
  private boolean isWithin(int i, int caller) {
    if (caller == NONE) {
      return false;
    }
    if (layer(caller) == layer(i)) {
      RoundTrips stands = RoundTrips.of(tree.span(caller));
      boolean driver = kind(i) == SpanKind.INTERNAL && kind(caller) != SpanKind.INTERNAL;
      return driver || stands.operations() > 1;
    }
    // what a client of a store sends over HTTP
    return layer(i) == Layer.EXTERNAL && kind(caller) != SpanKind.INTERNAL;
  }

  /// Where only the called recorded calls, these stand for them.
  private void findAnswered() {
    int[] made = new int[tree.size() + 1]; // by request, those of none first
    for (int i = 0; i < calls.length; i++) {
      made[requests[i] + 1] |= calls[i] ? bit(i) : 0;
    }
    for (int i = 0; i < calls.length; i++) {
      calls[i] |=
          parts[i] == SpanPart.ANSWER && above[i] == NONE && (made[requests[i] + 1] & bit(i)) == 0;
    }
  }

  private int bit(int i) {
    return 1 << layer(i).ordinal();
  }

  private Layer layer(int i) {
    return tree.span(i).layer();
  }

  private SpanKind kind(int i) {
    return tree.span(i).kind();
  }

  /// The spans of each request, by the request's position; those of none are left out.
  int[][] positions() {
    int[] counts = new int[tree.size()];
    for (int request : requests) {
      if (request != NONE) {
        counts[request]++;
      }
    }
    int[][] positions = new int[tree.size()][];
    int[] filled = new int[tree.size()];
    for (int i = 0; i < requests.length; i++) {
      int request = requests[i];
      if (request != NONE) {
        if (filled[request] == 0) {
          positions[request] = new int[counts[request]];
        }
        positions[request][filled[request]++] = i;
      }
    }
    return positions;
  }

  /// Those that belong to no request.
  int[] loose() {
    int[] loose = new int[requests.length];
    int count = 0;
    for (int i = 0; i < requests.length; i++) {
      if (requests[i] == NONE) {
        loose[count++] = i;
      }
    }
    return Arrays.copyOf(loose, count);
  }
}
