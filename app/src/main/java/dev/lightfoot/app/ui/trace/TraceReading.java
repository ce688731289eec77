package dev.lightfoot.app.ui.trace;

import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.app.ui.workspace.TraceSource;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.report.layout.TraceOverview;
import dev.lightfoot.report.layout.TraceWaterfall;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;

/// What follows from a trace and is shown first, made off the window's thread.
///
/// @param name of the trace
/// @param tree its spans
/// @param waterfall all of them as rows, unfolded
/// @param overview the whole at a glance
/// @param selfNanos own time by position
/// @param errors positions of those that failed
/// @param odd what is odd, by position
/// @param services how many services took part
/// @param critical what the trace waited for, instant by instant
/// @param words what is said of each span
/// @param first position of the span to look at first
record TraceReading(
    String name,
    SpanTree tree,
    TraceWaterfall waterfall,
    TraceOverview overview,
    IntToLongFunction selfNanos,
    BitSet errors,
    Map<Integer, SpanTree.Oddity.Kind> odd,
    int services,
    CriticalIndex critical,
    SpanWords words,
    int first) {
  /// About as many parts as a wide window has pixels for.
  private static final int OVERVIEW_PARTS = 1_200;

  static TraceReading of(TraceSource source) {
    SpanTree tree = SpanTree.of(source.spans());
    TraceWaterfall waterfall = TraceWaterfall.of(tree);
    BitSet errors = new BitSet();
    Set<String> services = new HashSet<>();
    for (int i = 0; i < tree.size(); i++) {
      errors.set(i, tree.span(i).status().isError());
      tree.span(i).attributes().get(AttributeNames.SERVICE_NAME).ifPresent(services::add);
    }
    Map<Integer, SpanTree.Oddity.Kind> odd = new HashMap<>();
    tree.oddities().forEach(oddity -> odd.put(oddity.span(), oddity.kind()));
    long[] self = tree.selfTimes();
    return new TraceReading(
        source.name(),
        tree,
        waterfall,
        TraceOverview.of(waterfall, OVERVIEW_PARTS),
        at -> self[at],
        errors,
        odd,
        services.size(),
        new CriticalIndex(tree, waterfall.originUnixNanos()),
        new SpanWords(tree, waterfall, self, odd),
        source.spanId().map(id -> position(tree, id)).orElse(0));
  }

  private static int position(SpanTree tree, String spanId) {
    for (int i = 0; i < tree.size(); i++) {
      if (tree.span(i).spanId().equals(spanId)) {
        return i;
      }
    }
    return 0;
  }
}
