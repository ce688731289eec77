package dev.lightfoot.analysis.served;

import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps spans until the rules judge them, in whatever order they come. Bounded: when there are too
/// many, no further trace is begun, and for what is still to come of those that are kept the trace
/// that was begun last makes room. So traces are kept whole, or not at all; only one that is larger
/// than everything that may be kept is torn.
public final class ServedSpans {
  /// Spans that are kept.
  public static final int MAX_SPANS = 100_000;

  /// Exporters and the collectors between them hold spans back for so long.
  private static final long ARRIVING_NANOS = 10_000_000_000L;

  private final int most;
  private final LinkedHashMap<String, List<Span>> traces = new LinkedHashMap<>();
  private final List<Span> untraced = new ArrayList<>();
  private int kept;
  private long leftOut;
  private boolean full;
  private String newest = "";
  private String torn = "";
  private List<Span> open = new ArrayList<>();
  private OptionalLong lookedAt = OptionalLong.empty();

  public ServedSpans() {
    this(MAX_SPANS);
  }

  ServedSpans(int most) {
    this.most = most;
  }

  /// All of these.
  public static ServedSpans of(Collection<Span> spans) {
    ServedSpans served = new ServedSpans();
    spans.forEach(served::add);
    return served;
  }

  /// They are looked at while more may come.
  ///
  /// @param unixNanos when, nanoseconds since 1970
  public void lookedAt(long unixNanos) {
    lookedAt = OptionalLong.of(unixNanos);
  }

  /// Whether more of a trace with that end may be on its way. Who names an end that is still to
  /// come has another clock, by which it cannot be told: what comes later of it is judged then.
  ///
  /// @param unixNanos nanoseconds since 1970
  boolean isArriving(long unixNanos) {
    return lookedAt.isPresent()
        && unixNanos <= lookedAt.getAsLong()
        && unixNanos > lookedAt.getAsLong() - ARRIVING_NANOS;
  }

  /// Takes one more.
  public void add(Span span) {
    full |= kept >= most;
    if (span.traceId().isEmpty()) {
      keep(span, full ? null : untraced);
    } else {
      keep(span, trace(span.traceId().get()));
    }
  }

  /// Counts more that are too many to be handed over.
  public void leaveOut(long more) {
    leftOut += more;
  }

  private @Nullable List<Span> trace(String id) {
    if (!newest.equals(id)) {
      List<Span> known = full ? traces.get(id) : traces.computeIfAbsent(id, _ -> new ArrayList<>());
      if (known == null) {
        return null;
      }
      newest = id;
      open = known;
    }
    if (kept < most || makeRoom(id)) {
      return open;
    }
    torn = id;
    return null;
  }

  private boolean makeRoom(String forTrace) {
    Iterator<Map.Entry<String, List<Span>>> lastFirst =
        traces.sequencedEntrySet().reversed().iterator();
    while (lastFirst.hasNext()) {
      Map.Entry<String, List<Span>> last = lastFirst.next();
      if (!last.getKey().equals(forTrace)) {
        kept -= last.getValue().size();
        leftOut += last.getValue().size();
        lastFirst.remove();
        return true;
      }
    }
    return false;
  }

  private void keep(Span span, @Nullable List<Span> with) {
    if (with == null) {
      leftOut++;
    } else {
      with.add(span);
      kept++;
    }
  }

  /// How many are kept.
  public int size() {
    return kept;
  }

  /// How many more there were.
  public long leftOut() {
    return leftOut;
  }

  /// Hands out each of those that are kept.
  public void forEach(Consumer<Span> each) {
    traces.values().forEach(trace -> trace.forEach(each));
    untraced.forEach(each);
  }

  /// The trace of which not all is kept; empty where there is none.
  String torn() {
    return torn;
  }

  /// Those with a trace, trace by trace, each in the order of its coming.
  Collection<List<Span>> traces() {
    return traces.values();
  }

  /// Those whose source names no trace, in the order of their coming.
  List<Span> untraced() {
    return untraced;
  }
}
