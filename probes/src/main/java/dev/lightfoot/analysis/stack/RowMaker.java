package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.join.JoinedBy;
import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.analysis.join.statement.StatementText;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Makes the rows of one exchange's spans: siblings that do the same share one row.
final class RowMaker {
  private final PlacedTree placed;
  private final Peers peers;

  RowMaker(PlacedTree placed, Peers peers) {
    this.placed = placed;
    this.peers = peers;
  }

  /// Spans that share a row.
  private record Group(int depth, List<Integer> spans) {}

  /// The rows below the client's wait.
  List<StackRow> rows() {
    List<StackRow> rows = new ArrayList<>();
    Deque<Group> open = new ArrayDeque<>();
    push(open, 1, placed.tree().roots());
    while (!open.isEmpty()) {
      Group group = open.pop();
      rows.add(row(group));
      push(
          open,
          group.depth() + 1,
          group.spans().stream().flatMap(at -> placed.tree().children(at).stream()).toList());
    }
    return rows;
  }

  private void push(Deque<Group> open, int depth, List<Integer> siblings) {
    Map<String, List<Integer>> alike = new LinkedHashMap<>();
    siblings.forEach(at -> alike.computeIfAbsent(key(at), _ -> new ArrayList<>()).add(at));
    new ArrayList<>(alike.values()).reversed().forEach(spans -> open.push(new Group(depth, spans)));
  }

  private String key(int at) {
    Span span = placed.span(at);
    // whatever the statements of one row were, their other halves share one row too
    String what =
        placed.isOwnOfCall(at)
            ? ""
            : StatementText.template(span).orElse(span.name() + format(span).orElse(""));
    return span.layer() + " " + span.kind() + " " + placed.floating(at) + " " + what;
  }

  private StackRow row(Group group) {
    List<Integer> all = group.spans();
    List<Span> spans = all.stream().map(placed::span).toList();
    Span first = spans.getFirst();
    boolean trips = placed.isTrip(all.getFirst());
    return new StackRow(
        group.depth(),
        label(all.getFirst()),
        first.layer(),
        Evidence.IMPORTED,
        all.stream().filter(at -> !placed.floating(at)).map(placed::bar).toList(),
        placed.floating(all.getFirst()),
        all.stream().mapToInt(placed::operations).sum(),
        all.stream().anyMatch(placed::isAtLeast),
        trips ? all.stream().mapToInt(placed::trips).sum() : 0,
        trips ? peers.floor(first) : OptionalLong.empty(),
        spans.stream().mapToLong(span -> span.time().durationNanos()).sum(),
        own(all),
        all.stream().mapToLong(placed::selfNanos).sum(),
        all.stream().flatMap(at -> placed.dark(at).stream()).toList(),
        all.stream().mapToLong(at -> placed.path().nanos(at)).sum(),
        placed.peer(all.getFirst()),
        sources(all),
        spans.stream()
            .flatMap(span -> span.attributes().get(AttributeNames.JOINED).stream())
            .flatMap(label -> JoinedBy.ofLabel(label).stream())
            .min(JoinedBy::compareTo),
        (int) spans.stream().filter(span -> span.status().isError()).count(),
        spans.stream().map(Span::spanId).toList());
  }

  /// Whether its recorder says that it dropped or merged calls without counting them.
  static boolean holdsMore(Span span) {
    return Stream.of("dropped_spans_count", "otel.dropped_links_count", AttributeNames.AT_LEAST)
        .anyMatch(name -> span.attributes().number(name).orElse(0) > 0);
  }

  private OptionalLong own(List<Integer> group) {
    boolean ownAlone = group.stream().map(placed::span).anyMatch(SpanRoles::isServersOwn);
    List<Integer> halves = ownAlone ? group : halves(group);
    return halves.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(
            halves.stream().mapToLong(at -> placed.span(at).time().durationNanos()).sum());
  }

  private List<Integer> halves(Collection<Integer> group) {
    return group.stream()
        .flatMap(at -> placed.tree().children(at).stream())
        .filter(placed::isOwnOfCall)
        .toList();
  }

  private List<String> sources(List<Integer> group) {
    return Stream.concat(group.stream(), halves(group).stream())
        .flatMap(at -> format(placed.span(at)).stream())
        .distinct()
        .toList();
  }

  RowLabel label(int at) {
    Span span = placed.span(at);
    if (placed.isOwnOfCall(at)) {
      return new RowLabel.OwnLog(span.attributes().get(AttributeNames.DB_SYSTEM));
    }
    boolean access = span.kind() == SpanKind.SERVER && span.layer() != Layer.DATABASE;
    if (access && (span.layer() == Layer.PROXY || span.layer() == Layer.APP)) {
      return new RowLabel.Named(
          span.attributes()
              .get(AttributeNames.SERVICE_NAME)
              .or(() -> format(span))
              .orElse(span.name()));
    }
    boolean statement = span.layer() == Layer.DATABASE || span.layer() == Layer.CACHE;
    return new RowLabel.Named(statement ? StatementText.label(span) : span.name());
  }

  private static Optional<String> format(Span span) {
    return span.attributes().get(AttributeNames.FORMAT);
  }
}
