package dev.lightfoot.app.cli;

import dev.lightfoot.analysis.stack.Join;
import dev.lightfoot.app.reception.Reception;
import dev.lightfoot.intake.Source;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Span;
import dev.lightfoot.store.span.ReceivedSpans;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What programs send of the traces of a measurement. They send late and in several parts, the last
/// of which nobody announces.
final class ReceivedTraces {
  /// Nothing came for so long: those that send within a second of each other are waited for.
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final Reception reception;
  private int came;
  private long lastNanos = System.nanoTime();

  ReceivedTraces(Reception reception) {
    this.reception = reception;
  }

  /// Whether every run has been told of, no caller that was named is missing and nothing more has
  /// come for a while.
  boolean atRest(List<Run> runs) throws Refusal {
    int now = 0;
    boolean whole = true;
    for (Run run : runs) {
      List<Span> spans = spans(List.of(run));
      now += spans.size();
      whole &= !run.counts() || (!spans.isEmpty() && callersAreKnown(run, spans));
    }
    if (now != came) {
      came = now;
      lastNanos = System.nanoTime();
    }
    return whole && System.nanoTime() - lastNanos >= QUIET.toNanos();
  }

  private static boolean callersAreKnown(Run run, List<Span> spans) {
    Set<String> known = new HashSet<>(Join.sentSpanIds(List.of(run)));
    spans.forEach(span -> known.add(span.spanId()));
    return spans.stream()
        .map(Span::parentSpanId)
        .flatMap(Optional::stream)
        .allMatch(known::contains);
  }

  private List<Span> spans(List<Run> runs) throws Refusal {
    List<Span> spans = new ArrayList<>();
    try {
      for (String id : Join.traceIds(runs)) {
        spans.addAll(reception.store().trace(id));
      }
      return spans;
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  /// All that came for these runs, to be read beside logs.
  Source source(List<Run> runs) throws Refusal {
    List<Span> spans = spans(runs);
    return new Source.Spans(
        reception.addresses().otlp(),
        ReceivedSpans.FORMAT,
        reading -> spans.forEach(reading::span));
  }
}
