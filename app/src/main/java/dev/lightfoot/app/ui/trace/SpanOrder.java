package dev.lightfoot.app.ui.trace;

import dev.lightfoot.report.layout.TraceWaterfall;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.RandomAccess;

/// Spans in the order of a table: those that have a row in the waterfall, as they come there or
/// sorted. A list that holds one number for each.
final class SpanOrder extends AbstractList<Integer> implements RandomAccess {
  private final int[] spans;

  /// What a table can be sorted by.
  enum Key {
    NAME,
    SERVICE,
    LAYER,
    START,
    DURATION,
    SELF
  }

  private SpanOrder(int[] spans) {
    this.spans = spans;
  }

  /// As they come in the waterfall.
  static SpanOrder of(TraceWaterfall rows) {
    int[] spans = new int[rows.rows()];
    for (int i = 0; i < spans.length; i++) {
      spans[i] = rows.span(i);
    }
    return new SpanOrder(spans);
  }

  /// The same sorted; equal ones stay as they are.
  SpanOrder by(Key key, boolean ascending, TraceReading reading) {
    Comparator<Integer> comparator = comparator(key, reading);
    Integer[] sorted = Arrays.stream(spans).boxed().toArray(Integer[]::new);
    Arrays.sort(sorted, ascending ? comparator : comparator.reversed());
    return new SpanOrder(Arrays.stream(sorted).mapToInt(Integer::intValue).toArray());
  }

  private static Comparator<Integer> comparator(Key key, TraceReading reading) {
    return switch (key) {
      case NAME -> Comparator.comparing(span -> reading.tree().span(span).name());
      case SERVICE -> Comparator.comparing(span -> reading.words().service(span));
      case LAYER -> Comparator.comparing(span -> reading.tree().span(span).layer());
      case START ->
          Comparator.comparingLong(span -> reading.tree().span(span).time().atUnixNanos());
      case DURATION ->
          Comparator.comparingLong(span -> reading.tree().span(span).time().duration().orElse(-1));
      case SELF -> Comparator.comparingLong(span -> reading.selfNanos().applyAsLong(span));
    };
  }

  /// At which place that span stands; -1 where it has no row.
  int placeOf(int span) {
    for (int i = 0; i < spans.length; i++) {
      if (spans[i] == span) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Integer get(int index) {
    return spans[index];
  }

  @Override
  public int size() {
    return spans.length;
  }
}
