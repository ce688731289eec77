package dev.lightfoot.app.ui.trace;

import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.TraceFlame;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
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
    String count = counted("trace.spans", spans);
    int errors = reading.errors().cardinality();
    String failed = errors == 0 ? "" : " " + counted("trace.errors", errors);
    return took(reading, count) + failed;
  }

  /// A span takes its own time, whatever else the trace holds: spans without a common parent, or
  /// ones that go on after it.
  private static String took(TraceReading reading, String count) {
    SpanTree tree = reading.tree();
    List<Integer> roots = tree.roots();
    int longest =
        roots.stream()
            .max(Comparator.comparingLong(root -> tree.span(root).time().durationNanos()))
            .orElse(0);
    String name = reading.words().name(longest);
    String took = Numbers.duration(tree.span(longest).time().durationNanos());
    String whole = Numbers.duration(reading.waterfall().wholeNanos());
    if (roots.size() == 1) {
      return took.equals(whole)
          ? Words.text("trace.sentence", name, took, count)
          : Words.text("trace.sentence.within", name, took, whole, count);
    }
    boolean requests = roots.stream().allMatch(root -> tree.span(root).layer().receives());
    return Words.text(
        requests ? "trace.sentence.requests" : "trace.sentence.roots",
        Numbers.count(roots.size()),
        whole,
        name,
        took,
        count);
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

  /// What the widths of the flame view are, and what they add up to.
  static String flame(TraceFlame flame) {
    return Words.text("trace.note.flame", Numbers.duration(flame.wholeNanos()));
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
