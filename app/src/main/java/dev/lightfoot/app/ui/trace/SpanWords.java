package dev.lightfoot.app.ui.trace;

import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.app.ui.chart.SpanLabels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.report.layout.TraceWaterfall;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What is said of each span of a trace, without secrets. Names are cleaned when they are first
/// shown, for cleaning a million takes longer than reading them. Used by the window's thread.
final class SpanWords implements SpanLabels {
  private static final long WHOLE_MILLISECONDS = 1_000_000;
  private static final int KEPT = 4_096;

  private final SpanTree tree;
  private final TraceWaterfall waterfall;
  private final long[] self;
  private final Map<Integer, SpanTree.Oddity.Kind> odd;
  private final Map<Integer, String> names =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
          return size() > KEPT;
        }
      };

  SpanWords(
      SpanTree tree,
      TraceWaterfall waterfall,
      long[] self,
      Map<Integer, SpanTree.Oddity.Kind> odd) {
    this.tree = tree;
    this.waterfall = waterfall;
    this.self = self;
    this.odd = odd;
  }

  @Override
  public String name(int span) {
    return names.computeIfAbsent(span, key -> Redactor.redactName(tree.span(key).name()));
  }

  @Override
  public String service(int span) {
    return tree.span(span).attributes().get(AttributeNames.SERVICE_NAME).orElse("");
  }

  @Override
  public String duration(int span) {
    SpanTime time = tree.span(span).time();
    return time.duration().isPresent()
        ? millis(time.durationNanos(), time.resolutionNanos())
        : Numbers.UNKNOWN;
  }

  /// Its own time, in milliseconds.
  String self(int span) {
    SpanTime time = tree.span(span).time();
    return time.duration().isPresent()
        ? millis(self[span], time.resolutionNanos())
        : Numbers.UNKNOWN;
  }

  /// When it began, in milliseconds from the first instant of the trace.
  String start(int span) {
    return tree.span(span).time().known() == SpanTime.Known.DURATION
        ? Numbers.UNKNOWN
        : millis(waterfall.bar(span).startNanos(), tree.span(span).time().resolutionNanos());
  }

  /// Never finer than the source counts; below a tenth of a millisecond with three digits.
  static String millis(long nanos, long resolutionNanos) {
    if (resolutionNanos >= WHOLE_MILLISECONDS) {
      return Numbers.count(Math.round(nanos / 1e6));
    }
    return Math.abs(nanos) < WHOLE_MILLISECONDS && nanos != 0
        ? Numbers.rtt(nanos)
        : Numbers.millis(nanos);
  }

  /// Where it is spent, as people say it.
  String layer(int span) {
    return Words.text("layer." + tree.span(span).layer().label());
  }

  /// How it ended: nothing where all is well.
  String status(int span) {
    Span told = tree.span(span);
    return told.status().isError() ? Words.text("trace.failed") : "";
  }

  /// What is odd about it; nothing where nothing is.
  String oddity(int span) {
    SpanTree.Oddity.Kind kind = odd.get(span);
    return kind == null
        ? ""
        : Words.text("trace.odd." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  @Override
  public String spoken(int span) {
    String service = service(span);
    StringBuilder text =
        new StringBuilder(
            Words.text(
                service.isEmpty() ? "trace.spoken" : "trace.spoken-service",
                name(span),
                duration(span),
                start(span),
                layer(span),
                service));
    for (String more : new String[] {status(span), oddity(span)}) {
      if (!more.isEmpty()) {
        text.append(". ").append(more);
      }
    }
    int below = tree.end(span) - span - 1;
    if (below > 0) {
      text.append(". ").append(Words.count("trace.below", below));
    }
    return text.toString();
  }
}
