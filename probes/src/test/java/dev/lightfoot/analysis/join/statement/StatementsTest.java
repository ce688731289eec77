package dev.lightfoot.analysis.join.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.join.statement.Statements.Pair;
import dev.lightfoot.analysis.join.statement.Statements.Paired;
import dev.lightfoot.analysis.join.statement.Sweep.Interval;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The offset at which an application's calls and a database's entries are the same calls.
final class StatementsTest {
  private static final long MICRO = 1_000;

  /// As recorded by Django and PostgreSQL, whose stamps are whole milliseconds: start and length in
  /// microseconds.
  private static final long[][] CALLS = {
    {3_202, 4_994},
    {9_254, 3_073},
    {13_131, 4_098},
    {17_945, 2_946},
    {21_557, 2_812},
    {25_039, 2_769}
  };

  private static final long[][] ENTRIES = {
    {5_227, 773}, {9_660, 340}, {14_680, 320}, {18_727, 273}, {22_846, 154}, {25_836, 164}
  };

  @Test
  void equalStatementsInARowAreNotShiftedByOneThoughEachWouldHaveAHalf() {
    List<Span> calls = spans("c", CALLS, SpanKind.CLIENT, 1);
    List<Span> entries = spans("e", ENTRIES, SpanKind.SERVER, 1_000 * MICRO);
    for (long ahead : List.of(-1_000L, 0L, 2_350L, 5_000L)) {
      Interval likely = new Interval((ahead - 45_000) * MICRO, (ahead + 45_000) * MICRO);
      Paired paired = new Statements(calls, entries, 0).pair(likely);
      assertThat(paired.pairs())
          .as("a clock that may be %d µs ahead", ahead)
          .containsExactlyElementsOf(
              IntStream.range(0, calls.size())
                  .mapToObj(i -> new Pair(calls.get(i), entries.get(i)))
                  .toList());
      assertThat(paired.rivals()).isZero();
    }
  }

  /// The first asks for the products, each other for one supplier.
  private static List<Span> spans(String id, long[][] times, SpanKind kind, long resolution) {
    List<Span> spans = new ArrayList<>();
    for (long[] time : times) {
      String text = "SELECT name FROM " + (spans.isEmpty() ? "product" : "supplier");
      SpanTime at = SpanTime.of(time[0] * MICRO, time[1] * MICRO, resolution);
      spans.add(
          Span.of(id + spans.size(), text, Layer.DATABASE, kind, at)
              .with(
                  Attributes.of(
                      AttributeNames.DB_QUERY, text, AttributeNames.PROCESS_ID, "process " + id)));
    }
    return spans;
  }
}
