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

  /// As recorded of five requests by Django and PostgreSQL, whose stamps are whole milliseconds:
  /// start and length in microseconds.
  private static final long[][][][] RECORDED = {
    {
      {
        {3_202, 4_994}, {9_254, 3_073}, {13_131, 4_098},
        {17_945, 2_946}, {21_557, 2_812}, {25_039, 2_769}
      },
      {
        {5_227, 773}, {9_660, 340}, {14_680, 320},
        {18_727, 273}, {22_846, 154}, {25_836, 164}
      }
    },
    {
      {
        {698, 9_207},
        {11_764, 3_221},
        {16_005, 2_976},
        {20_006, 5_542},
        {27_672, 3_177},
        {32_106, 6_213}
      },
      {{2_546, 454}, {12_690, 310}, {16_767, 233}, {23_756, 244}, {28_758, 242}, {32_620, 3_380}}
    },
    {
      {
        {149, 7_358},
        {8_557, 3_058},
        {12_250, 2_910},
        {15_748, 3_226},
        {19_483, 3_344},
        {23_277, 5_663}
      },
      {{3_306, 694}, {9_781, 219}, {12_872, 128}, {16_860, 140}, {19_854, 146}, {26_716, 284}}
    },
    {
      {
        {64, 5_244},
        {6_846, 5_435},
        {13_095, 2_737},
        {16_519, 2_840},
        {19_952, 2_898},
        {23_757, 7_005}
      },
      {{2_383, 617}, {9_766, 234}, {13_800, 200}, {16_843, 157}, {20_834, 166}, {25_755, 245}}
    },
    {
      {
        {58, 20_326},
        {22_138, 10_884},
        {34_000, 2_966},
        {37_838, 4_430},
        {43_015, 5_809},
        {49_719, 4_504}
      },
      {{10_178, 822}, {28_670, 330}, {34_764, 236}, {39_799, 201}, {44_717, 283}, {51_760, 240}}
    }
  };

  @Test
  void equalStatementsInARowAreNotShiftedByOneThoughEachWouldHaveAHalf() {
    for (long[][][] recorded : RECORDED) {
      areNotShifted(recorded[0], recorded[1]);
    }
  }

  /// However far ahead the clock may be, in a range that holds the truth.
  private static void areNotShifted(long[][] called, long[][] logged) {
    List<Span> calls = spans("c", called, SpanKind.CLIENT, 1);
    List<Span> entries = spans("e", logged, SpanKind.SERVER, 1_000 * MICRO);
    for (long ahead : List.of(-25_000L, -1_000L, 0L, 2_350L, 5_000L, 25_000L)) {
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
