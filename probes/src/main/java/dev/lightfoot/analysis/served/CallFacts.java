package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the words of every finding about calls may speak of: `trips`, `chain` (on the critical
/// path), `time` (that at least one of them ran), `path` (on the critical path), `median`, `share`
/// of the request; where known `floor` with the number of `floor_calls` behind it, `template`,
/// `example` (one text as recorded), `parent` (what made them), `file`, `line` and `function` of
/// the code.
public final class CallFacts {
  private CallFacts() {}

  /// Those, after the rule's own.
  public static List<Fact> of(CallGroup group, ServedTraces traces, List<Fact> more) {
    ServedRequest request = group.request();
    Call first = group.calls().getFirst();
    List<Fact> facts = new ArrayList<>(more);
    facts.add(Fact.count("calls", group.trips()));
    facts.add(Fact.count("chain", group.pathTrips()));
    facts.add(Fact.time("time", group.nanos()));
    facts.add(Fact.time("path", group.pathNanos()));
    facts.add(Fact.time("median", group.medianNanos()));
    facts.add(Fact.share("share", group.share()));
    traces
        .floors()
        .of(request, first)
        .filter(PeerFloor::isDistance)
        .ifPresent(
            floor -> {
              facts.add(Fact.time("floor", floor.nanos()));
              facts.add(Fact.count("floor_calls", floor.calls()));
            });
    facts.add(Fact.name("template", first.text().template()));
    attribute(first.span(), "example", AttributeNames.DB_QUERY).ifPresent(facts::add);
    if (first.parent() != SpanTree.NONE) {
      facts.add(Fact.name("parent", request.tree().span(first.parent()).name()));
    }
    attribute(first.span(), "file", AttributeNames.CODE_FILE).ifPresent(facts::add);
    attribute(first.span(), "line", AttributeNames.CODE_LINE).ifPresent(facts::add);
    attribute(first.span(), "function", AttributeNames.CODE_FUNCTION).ifPresent(facts::add);
    return facts;
  }

  private static Optional<Fact> attribute(Span span, String name, String attribute) {
    return span.attributes().get(attribute).map(value -> Fact.name(name, value));
  }
}
