package dev.lightfoot.intake.follow;

import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.intake.Source;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.store.span.SpanStore;
import dev.lightfoot.store.span.journal.ReceivedSpans;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What programs send of the traces of a measurement. They send late and in several parts, and the
/// last is not announced.
public final class ReceivedTraces {
  /// How long nothing must have come; those that send within a second of each other are waited for.
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final SpanStore store;
  private final String name;
  private int came;
  private long lastNanos = System.nanoTime();

  /// @param store what receives them
  /// @param name where they are sent to, for people
  public ReceivedTraces(SpanStore store, String name) {
    this.store = store;
    this.name = name;
  }

  /// Whether something came for every run, no caller that was named is missing and nothing more has
  /// come for a while.
  boolean atRest(List<Run> runs) throws IOException {
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

  private List<Span> spans(List<Run> runs) throws IOException {
    List<Span> spans = new ArrayList<>();
    for (String id : Join.traceIds(runs)) {
      spans.addAll(store.trace(id));
    }
    return spans;
  }

  /// All that came for these runs, to be read beside logs.
  Source source(List<Run> runs) throws IOException {
    List<Span> spans = spans(runs);
    return new Source.Spans(name, ReceivedSpans.FORMAT, reading -> spans.forEach(reading::span));
  }
}
