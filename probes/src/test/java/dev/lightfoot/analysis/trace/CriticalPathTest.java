package dev.lightfoot.analysis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanLink;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Each case was worked out by hand; a path is written as `span start-end`.
final class CriticalPathTest {
  @Test
  void aSpanAloneIsItsOwnPath() {
    assertThat(path(span("a", "", 0, 100))).containsExactly("a 0-100");
  }

  @Test
  void childrenOneAfterTheOtherAreAllOnItAndTheGapsAreTheParents() {
    assertThat(path(span("a", "", 0, 100), span("b", "a", 10, 40), span("c", "a", 50, 90)))
        .containsExactly("a 0-10", "b 10-40", "a 40-50", "c 50-90", "a 90-100");
  }

  @Test
  void ofConcurrentChildrenTheLastToEndIsOnIt() {
    assertThat(path(span("a", "", 0, 100), span("b", "a", 10, 60), span("c", "a", 10, 80)))
        .containsExactly("a 0-10", "c 10-80", "a 80-100");
  }

  @Test
  void whatBeganWhileAnotherRanWasNotCausedByItsEnd() {
    assertThat(path(span("a", "", 0, 110), span("b", "a", 0, 50), span("c", "a", 40, 100)))
        .containsExactly("a 0-40", "c 40-100", "a 100-110");
  }

  @Test
  void aFanOutAfterAFirstCallHangsOnTheSlowestBranch() {
    assertThat(
            path(
                span("a", "", 0, 100),
                span("first", "a", 5, 25),
                span("x", "a", 30, 60),
                span("y", "a", 30, 90),
                span("z", "a", 30, 45)))
        .containsExactly("a 0-5", "first 5-25", "a 25-30", "y 30-90", "a 90-100");
  }

  @Test
  void itGoesDownThroughEveryLevel() {
    assertThat(
            path(
                span("a", "", 0, 100),
                span("b", "a", 10, 90),
                span("c", "b", 20, 70),
                span("d", "c", 30, 50)))
        .containsExactly(
            "a 0-10", "b 10-20", "c 20-30", "d 30-50", "c 50-70", "b 70-90", "a 90-100");
  }

  @Test
  void aChildThatSticksOutCountsInsideItsParentOnly() {
    assertThat(path(span("a", "", 10, 100), span("b", "a", 0, 30), span("c", "a", 60, 130)))
        .containsExactly("b 10-30", "a 30-60", "c 60-100");
  }

  @Test
  void whatSticksOutOfAChildThatSticksOutIsClippedToo() {
    assertThat(path(span("a", "", 0, 100), span("b", "a", 50, 130), span("c", "b", 60, 140)))
        .containsExactly("a 0-50", "b 50-60", "c 60-100");
  }

  @Test
  void aChildWhollyOutsideIsNotOnIt() {
    assertThat(path(span("a", "", 0, 100), span("b", "a", 120, 150), span("c", "a", -30, -10)))
        .containsExactly("a 0-100");
  }

  @Test
  void nobodyWaitsForAConsumerNorForWhatIsBelowIt() {
    Span consumer = kind(span("q", "a", 20, 90), SpanKind.CONSUMER);
    assertThat(
            path(span("a", "", 0, 100), span("b", "a", 10, 30), consumer, span("w", "q", 30, 80)))
        .containsExactly("a 0-10", "b 10-30", "a 30-100");
  }

  @Test
  void aProducerIsWaitedFor() {
    assertThat(path(span("a", "", 0, 20), kind(span("p", "a", 5, 9), SpanKind.PRODUCER)))
        .containsExactly("a 0-5", "p 5-9", "a 9-20");
  }

  @Test
  void aSpanThatOnlyLinksToAnotherIsNoChildOfIt() {
    Span linked =
        new Span(
            Optional.empty(),
            "later",
            Optional.empty(),
            "later",
            Layer.APP,
            SpanKind.INTERNAL,
            SpanTime.of(20, 200, 0),
            SpanStatus.UNSET,
            Attributes.NONE,
            List.of(),
            List.of(new SpanLink("t", "a")));
    SpanTree tree = SpanTree.of(List.of(span("a", "", 0, 100), linked));
    assertThat(words(tree, CriticalPath.of(tree, 0))).containsExactly("a 0-100");
  }

  @Test
  void aCoarseClockMayLetTwoCallsOverlapByItsStep() {
    Span first = timed(span("b", "a", 0, 0), SpanTime.of(10, 31, 1));
    Span second = timed(span("c", "a", 0, 0), SpanTime.of(40, 50, 1));
    assertThat(path(span("a", "", 0, 100), first, second))
        .containsExactly("a 0-10", "b 10-40", "c 40-90", "a 90-100");
  }

  @Test
  void spansWithoutAPlaceAreNotOnIt() {
    Span floating = timed(span("f", "a", 0, 0), SpanTime.lasting(50, 0));
    Span instant = timed(span("i", "a", 0, 0), SpanTime.instant(50, 0));
    assertThat(path(span("a", "", 0, 100), floating, instant)).containsExactly("a 0-100");
  }

  @Test
  void severalRootsFollowEachOtherAndTheTimeBetweenThemIsNobodys() {
    assertThat(path(span("a", "", 0, 40), span("b", "", 60, 100), span("c", "b", 70, 80)))
        .containsExactly("a 0-40", "b 60-70", "c 70-80", "b 80-100");
  }

  @Test
  void theStretchesOfOneRootAddUpToIt() {
    SpanTree tree =
        SpanTree.of(
            List.of(
                span("a", "", 0, 1000),
                span("b", "a", 10, 400),
                span("c", "a", 300, 990),
                span("d", "b", 20, 390),
                span("e", "c", 310, 700),
                span("f", "c", 650, 980)));
    CriticalPath path = CriticalPath.of(tree, 0);
    assertThat(path.totalNanos()).isEqualTo(1000);
    long sum = 0;
    for (int i = 0; i < tree.size(); i++) {
      sum += path.nanos(i);
    }
    assertThat(sum).isEqualTo(1000);
  }

  @Test
  void aTraceAsDeepAsItLikesNeedsNoDeepStack() {
    List<Span> spans = new ArrayList<>(List.of(span("0", "", 0, 1_000_000)));
    for (int i = 1; i < 100_000; i++) {
      spans.add(span(String.valueOf(i), String.valueOf(i - 1), i, 1_000_000 - i));
    }
    CriticalPath path = CriticalPath.of(SpanTree.of(spans));
    assertThat(path.totalNanos()).isEqualTo(1_000_000);
    assertThat(path.stretches()).hasSize(199_999);
  }

  private static List<String> path(Span... spans) {
    SpanTree tree = SpanTree.of(List.of(spans));
    return words(tree, CriticalPath.of(tree));
  }

  private static List<String> words(SpanTree tree, CriticalPath path) {
    return path.stretches().stream()
        .map(s -> tree.span(s.span()).spanId() + " " + s.startNanos() + "-" + s.endNanos())
        .toList();
  }

  private static Span span(String id, String parent, long start, long end) {
    Span span = Span.of(id, id, Layer.APP, SpanKind.INTERNAL, SpanTime.of(start, end - start, 0));
    return parent.isEmpty() ? span : span.inTrace("t", Optional.of(parent));
  }

  private static Span kind(Span span, SpanKind kind) {
    return Span.of(span.spanId(), span.name(), span.layer(), kind, span.time())
        .inTrace("t", span.parentSpanId());
  }

  private static Span timed(Span span, SpanTime time) {
    return Span.of(span.spanId(), span.name(), span.layer(), span.kind(), time)
        .inTrace("t", span.parentSpanId());
  }
}
