package dev.lightfoot.analysis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.trace.SpanTree.Oddity;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SpanTreeTest {
  @Test
  void eachSpanComesBeforeItsChildrenAndSiblingsByStart() {
    SpanTree tree =
        SpanTree.of(
            List.of(
                span("c", "a", 30, 10),
                span("d", "b", 12, 3),
                span("a", "", 0, 100),
                span("b", "a", 10, 15)));
    assertThat(tree.spans()).extracting(Span::spanId).containsExactly("a", "b", "d", "c");
    assertThat(tree.children(0)).containsExactly(1, 3);
    assertThat(tree.parent(2)).isEqualTo(1);
    assertThat(tree.depth(2)).isEqualTo(2);
    assertThat(tree.end(1)).isEqualTo(3);
    assertThat(tree.oddities()).isEmpty();
  }

  @Test
  void anOrphanIsARootAndSaysSo() {
    SpanTree tree = SpanTree.of(List.of(span("a", "", 0, 10), span("b", "lost", 1, 2)));
    assertThat(tree.roots()).containsExactly(0, 1);
    assertThat(tree.oddities()).containsExactly(new Oddity(1, Oddity.Kind.ORPHAN));
  }

  @Test
  void aCycleIsCutOnce() {
    SpanTree tree =
        SpanTree.of(
            List.of(
                span("a", "c", 0, 10),
                span("b", "a", 1, 2),
                span("c", "b", 2, 1),
                span("self", "self", 3, 1)));
    assertThat(tree.spans()).extracting(Span::spanId).containsExactly("a", "b", "c", "self");
    assertThat(tree.oddities())
        .containsExactly(new Oddity(0, Oddity.Kind.CYCLE), new Oddity(3, Oddity.Kind.CYCLE));
  }

  @Test
  void theServersHalfOfASharedSpanHangsBelowTheClientsAndItsWorkBelowIt() {
    SpanTree tree =
        SpanTree.of(
            List.of(
                half("x", SpanKind.CLIENT, "root", 1, 50),
                half("x", SpanKind.SERVER, "root", 5, 40),
                span("root", "", 0, 60),
                span("sql", "x", 10, 5)));
    assertThat(tree.spans())
        .extracting(Span::kind)
        .containsExactly(SpanKind.INTERNAL, SpanKind.CLIENT, SpanKind.SERVER, SpanKind.INTERNAL);
    assertThat(tree.depth(3)).isEqualTo(3);
  }

  @Test
  void aSpanThatCameTwiceCountsOnce() {
    assertThat(SpanTree.of(List.of(span("a", "", 0, 10), span("a", "", 0, 10))).size())
        .isEqualTo(1);
  }

  @Test
  void aChildThatOutlivesItsParentIsMarked() {
    SpanTree tree = SpanTree.of(List.of(span("a", "", 0, 10), span("b", "a", 5, 20)));
    assertThat(tree.oddities()).containsExactly(new Oddity(1, Oddity.Kind.OUTSIDE_PARENT));
  }

  @Test
  void aHundredThousandLevelsAreNoTrouble() {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      spans.add(span("s" + i, i == 0 ? "" : "s" + (i - 1), i, 1_000_000 - 2L * i));
    }
    SpanTree tree = SpanTree.of(spans);
    assertThat(tree.depth(99_999)).isEqualTo(99_999);
    assertThat(tree.end(0)).isEqualTo(100_000);
  }

  private static Span span(String id, String parent, long start, long duration) {
    return half(id, SpanKind.INTERNAL, parent, start, duration);
  }

  private static Span half(String id, SpanKind kind, String parent, long start, long duration) {
    return Span.of(id, id, Layer.APP, kind, SpanTime.of(start, duration, 1))
        .inTrace("t", Optional.of(parent).filter(name -> !name.isEmpty()));
  }
}
