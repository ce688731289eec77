package dev.lightfoot.app.ui.trace;

import dev.lightfoot.analysis.trace.CriticalPath;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.app.ui.chart.CriticalStretches;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.words.Numbers;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The stretches of a critical path by the span that they lie in.
final class CriticalIndex implements CriticalStretches {
  private final List<CriticalPath.Stretch> bySpan;
  private final long originUnixNanos;
  private final long totalNanos;
  private final Map<Layer, Long> byLayer = new EnumMap<>(Layer.class);

  CriticalIndex(SpanTree tree, long originUnixNanos) {
    CriticalPath path = CriticalPath.of(tree);
    this.originUnixNanos = originUnixNanos;
    this.totalNanos = path.totalNanos();
    this.bySpan =
        path.stretches().stream()
            .sorted(Comparator.comparingInt(CriticalPath.Stretch::span))
            .toList();
    for (CriticalPath.Stretch each : bySpan) {
      byLayer.merge(tree.span(each.span()).layer(), each.nanos(), Long::sum);
    }
  }

  @Override
  public void within(int span, Stretch each) {
    for (int i = first(span); i < bySpan.size() && bySpan.get(i).span() == span; i++) {
      CriticalPath.Stretch found = bySpan.get(i);
      each.from(found.startNanos() - originUnixNanos, found.endNanos() - originUnixNanos);
    }
  }

  private int first(int span) {
    int low = 0;
    int high = bySpan.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (bySpan.get(middle).span() < span) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Which layer holds most of the path; nothing where there is no path.
  String caption() {
    return byLayer.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(_ -> totalNanos > 0)
        .map(
            most ->
                Words.text(
                    "trace.critical-share",
                    Numbers.percent(most.getValue(), totalNanos),
                    Words.text("layer." + most.getKey().label())))
        .orElse("");
  }
}
