package dev.lightfoot.app.ui.trace;

import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.TraceFlame;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a trace says as a whole.
final class TraceSentences {
  private TraceSentences() {}

  /// How long it took, and what went wrong.
  static String headline(TraceReading reading) {
    int spans = reading.tree().size();
    if (spans == 0) {
      return Words.text("trace.sentence.empty");
    }
    String what = reading.words().name(0);
    String took = Numbers.duration(reading.waterfall().wholeNanos());
    String count = counted("trace.spans", spans);
    int errors = reading.errors().cardinality();
    String failed = errors == 0 ? "" : " " + counted("trace.errors", errors);
    return Words.text("trace.sentence", what, took, count) + failed;
  }

  private static String counted(String key, int count) {
    return count == 1 ? Words.text(key + ".one") : Words.text(key + ".many", Numbers.count(count));
  }

  /// Who took part, and what is odd.
  static String caption(TraceReading reading) {
    List<String> parts = new ArrayList<>();
    if (reading.services() > 0) {
      parts.add(Words.count("trace.services", reading.services()));
    }
    parts.add(reading.critical().caption());
    Map<SpanTree.Oddity.Kind, Integer> odd = new EnumMap<>(SpanTree.Oddity.Kind.class);
    reading.odd().values().forEach(kind -> odd.merge(kind, 1, Integer::sum));
    odd.forEach(
        (kind, count) ->
            parts.add(
                Words.text(
                    "trace.odd-count." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Numbers.count(count))));
    parts.add(reading.name());
    parts.removeIf(String::isEmpty);
    return String.join(" · ", parts);
  }

  /// One block of the flame view.
  static String block(TraceFlame flame, TraceFlame.Block block) {
    return Words.text(
        "trace.block",
        Redactor.redactName(block.name()),
        Numbers.count(block.spans()),
        Numbers.duration(block.widthNanos()),
        Numbers.percent(block.widthNanos(), flame.wholeNanos()),
        Numbers.duration(block.selfNanos()),
        Numbers.count(block.errors()));
  }
}
