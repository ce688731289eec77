package dev.lightfoot.store.span.journal;

import dev.lightfoot.store.span.Terms;
import dev.lightfoot.store.span.TraceCursor;
import dev.lightfoot.store.span.TraceFilter;
import dev.lightfoot.store.span.TraceId;
import dev.lightfoot.store.span.TraceOrder;
import dev.lightfoot.store.span.TraceSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/// Finds traces in the index: what stands in columns is compared first, then terms, and spans are
/// read only where a text is looked for.
final class TraceQueries {
  private final TraceTable table;
  private final TraceFilter filter;
  private final TraceOrder order;
  private final List<Predicate<String>> conditions;
  private final Map<Integer, List<BitSet>> terms = new HashMap<>();
  private long lowest = Long.MIN_VALUE;

  /// Whether the spans of a row hold what is looked for in them.
  interface Words {
    boolean in(int row) throws IOException;
  }

  TraceQueries(TraceTable table, TraceFilter filter, TraceOrder order) {
    this.table = table;
    this.filter = filter;
    this.order = order;
    conditions = Terms.conditions(filter);
  }

  /// The first so many behind a place.
  List<TraceSummary> first(Optional<TraceCursor> after, int count, Words words) throws IOException {
    Comparator<Integer> lastFirst =
        Comparator.<Integer>comparingLong(this::key).thenComparing(table::compareIds);
    boolean read = filter.hasWords();
    PriorityQueue<Integer> found = new PriorityQueue<>(lastFirst);
    table.forEachBackwards(
        row -> {
          if (key(row) >= lowest && isAfter(row, after) && matches(row)) {
            found.add(row);
            if (!read && found.size() > count) {
              found.remove();
              lowest = key(found.element()); // what comes before it is not looked at any more
            }
          }
        });
    List<TraceSummary> summaries = new ArrayList<>();
    for (int row : found.stream().sorted(lastFirst.reversed()).toList()) {
      if (summaries.size() < count && (!read || words.in(row))) {
        summaries.add(table.summary(row));
      }
    }
    return summaries;
  }

  private long key(int row) {
    return order == TraceOrder.NEWEST ? table.began(row) : table.duration(row);
  }

  private boolean isAfter(int row, Optional<TraceCursor> after) {
    if (after.isEmpty()) {
      return true;
    }
    long key = key(row);
    return key < after.get().key()
        || (key == after.get().key()
            && table.key(row).id().compareTo(TraceId.of(after.get().id())) < 0);
  }

  private boolean matches(int row) {
    return filter.bounds(table.began(row), table.duration(row), table.failed(row))
        && (conditions.isEmpty() || satisfies(row));
  }

  private boolean satisfies(int row) {
    int segment = table.segment(row);
    List<BitSet> wanted = terms.get(segment);
    if (wanted == null) {
      wanted = table.block(segment).satisfying(conditions);
      terms.put(segment, wanted);
    }
    for (BitSet each : wanted) {
      if (each.isEmpty()) {
        return false;
      }
    }
    return table.block(segment).satisfies(table.place(row), wanted);
  }
}
