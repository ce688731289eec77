package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.analysis.stack.Placement.Placed;
import dev.lightfoot.analysis.trace.CriticalPath;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The spans of one exchange on the run's clock, with what nothing below them explains.
final class PlacedTree {
  /// Gaps longer than one part in so many of their span are dark.
  private static final int DARK_PART = 20;

  private final SpanTree tree;
  private final CriticalPath path;
  private final Set<Integer> followers;
  private final Map<String, Long> whiskers = new HashMap<>();

  private PlacedTree(List<Placed> placed) {
    List<Span> spans = new ArrayList<>();
    for (Placed each : placed) {
      spans.add(each.span());
      whiskers.put(each.span().spanId() + each.span().kind(), each.whiskerNanos());
    }
    tree = SpanTree.of(spans);
    path = CriticalPath.of(tree);
    followers = Flights.followers(tree, IntStream.range(0, tree.size()).filter(this::isOwnAlone));
  }

  static PlacedTree of(Run run, Exchange exchange, ClockPairs clocks) {
    Set<String> ids = new HashSet<>(exchange.serverSpans());
    List<Span> spans = run.spans().stream().filter(span -> ids.contains(span.spanId())).toList();
    Placement placement = new Placement(run, spans, clocks);
    return new PlacedTree(placement.spans(exchange.startNanos(), exchange.endNanos()));
  }

  SpanTree tree() {
    return tree;
  }

  CriticalPath path() {
    return path;
  }

  Span span(int at) {
    return tree.span(at);
  }

  boolean floating(int at) {
    return span(at).time().start().isEmpty();
  }

  StackBar bar(int at) {
    Span span = span(at);
    return new StackBar(
        span.time().atUnixNanos(),
        span.time().durationNanos(),
        whiskers.getOrDefault(span.spanId() + span.kind(), 0L));
  }

  /// Times within the span when nothing below it was under way.
  List<StackBar> gaps(int at) {
    if (floating(at)) {
      return List.of();
    }
    StackBar bar = bar(at);
    List<StackBar> gaps = new ArrayList<>();
    long cursor = bar.startNanos();
    for (int child : tree.children(at)) {
      if (!floating(child)) {
        long start = Math.min(bar(child).startNanos(), bar.endNanos());
        if (start > cursor) {
          gaps.add(new StackBar(cursor, start - cursor, bar.whiskerNanos()));
        }
        cursor = Math.max(cursor, Math.min(bar(child).endNanos(), bar.endNanos()));
      }
    }
    if (cursor < bar.endNanos()) {
      gaps.add(new StackBar(cursor, bar.endNanos() - cursor, bar.whiskerNanos()));
    }
    return gaps;
  }

  long selfNanos(int at) {
    if (floating(at)) {
      return Math.max(0, span(at).time().durationNanos() - floatingBelow(at));
    }
    long gaps = gaps(at).stream().mapToLong(StackBar::durationNanos).sum();
    return Math.max(0, gaps - floatingBelow(at));
  }

  private long floatingBelow(int at) {
    return tree.children(at).stream()
        .filter(this::floating)
        .mapToLong(child -> span(child).time().durationNanos())
        .sum();
  }

  /// Gaps of an application that are long enough to need an explanation: a call that nobody
  /// recorded may lie in them. A proxy's own time is known once its upstream's is, and of a
  /// template or a middleware what lies between its calls is its own work; what a call holds
  /// besides the called one's work is its way there and back.
  List<StackBar> dark(int at) {
    Layer layer = span(at).layer();
    boolean leaf = tree.end(at) == at + 1;
    boolean known = layer == Layer.PROXY ? !leaf : layer != Layer.APP;
    if (known || isTrip(at)) {
      return List.of();
    }
    long least = span(at).time().durationNanos() / DARK_PART;
    long explained = floatingBelow(at);
    List<StackBar> dark = new ArrayList<>();
    for (StackBar gap : gaps(at)) {
      if (gap.durationNanos() > least && gap.durationNanos() > explained) {
        dark.add(gap);
      }
    }
    return dark;
  }

  /// Whether it went to another machine: a call, or a database's entry without a caller's record.
  boolean isTrip(int at) {
    Span span = span(at);
    boolean far =
        switch (span.layer()) {
          case DATABASE, CACHE, EXTERNAL, DNS, TCP, TLS -> true;
          default -> false;
        };
    return far && !floating(at) && !isOwnOfCall(at);
  }

  /// How many round trips a trip stands for: as many as its recorder says, or as its other halves
  /// show, if they are more. Those of a batch travelled together unless one began when the one
  /// before was over, by more than their stamps' steps: some drivers send a batch one by one.
  int trips(int at) {
    if (followers.contains(at)) {
      return 0;
    }
    int trips = Peers.trips(span(at));
    boolean batch = Peers.operations(span(at)) > 1;
    int flights = 0;
    long end = Long.MIN_VALUE / 2;
    for (int half : halves(at)) {
      StackBar bar = bar(half);
      boolean waited = bar.startNanos() - end > 2 * span(half).time().resolutionNanos();
      flights += waited || !batch ? 1 : 0;
      end = Math.max(end, bar.endNanos());
    }
    return Math.max(trips, flights);
  }

  /// How many operations it stands for: what a driver sent of its own is one, too.
  int operations(int at) {
    return Math.max(Peers.operations(span(at)), halves(at).size());
  }

  /// Whether it may stand for more than is known: not a batch of which all operations are.
  boolean isAtLeast(int at) {
    int operations = Peers.operations(span(at));
    return RowMaker.holdsMore(span(at)) && !(operations > 1 && halves(at).size() >= operations);
  }

  private List<Integer> halves(int at) {
    return tree.children(at).stream().filter(this::isOwnOfCall).toList();
  }

  /// Whether it is the half of a call that the called one recorded.
  boolean isOwnOfCall(int at) {
    int parent = tree.parent(at);
    return parent != SpanTree.NONE
        && SpanRoles.isServersOwn(span(at))
        && span(parent).layer() == span(at).layer()
        && !SpanRoles.isServersOwn(span(parent));
  }

  private boolean isOwnAlone(int at) {
    return SpanRoles.isServersOwn(span(at)) && !floating(at) && !isOwnOfCall(at);
  }

  /// The peer that it went to: what the caller says, or else the called machine's own log.
  Optional<Peer> peer(int at) {
    return Peers.of(span(at))
        .or(() -> halves(at).stream().flatMap(child -> Peers.of(span(child)).stream()).findFirst());
  }
}
