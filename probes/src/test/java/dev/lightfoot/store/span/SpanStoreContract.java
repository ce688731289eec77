package dev.lightfoot.store.span;

import static dev.lightfoot.store.span.SpanSamples.MILLI;
import static dev.lightfoot.store.span.SpanSamples.NOON;
import static dev.lightfoot.store.span.SpanSamples.cart;
import static dev.lightfoot.store.span.SpanSamples.carts;
import static dev.lightfoot.store.span.SpanSamples.pay;
import static dev.lightfoot.store.span.SpanSamples.traceId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What every [SpanStore] does.
public abstract class SpanStoreContract {
  private final List<SpanStore> opened = new ArrayList<>();

  /// A store with nothing in it.
  protected abstract SpanStore make(SpanRetention retention) throws IOException;

  public final SpanStore emptyStore() throws IOException {
    return emptyStore(SpanRetention.STANDARD);
  }

  public final SpanStore emptyStore(SpanRetention retention) throws IOException {
    SpanStore store = make(retention);
    opened.add(store);
    return store;
  }

  public final SpanStore shop() throws IOException {
    SpanStore store = emptyStore();
    store.accept(cart(0));
    store.accept(pay(1));
    store.accept(cart(2));
    return store;
  }

  @AfterEach
  public final void closeStores() throws IOException {
    for (SpanStore store : opened) {
      store.close();
    }
  }

  public static List<String> ids(SpanStore store, TraceFilter filter) throws IOException {
    return store.traces(filter, TraceOrder.NEWEST, Optional.empty(), 1_000).traces().stream()
        .map(TraceSummary::id)
        .toList();
  }

  @Test
  public void anEmptyStoreAnswersEverythingWithNothing() throws IOException {
    SpanStore store = emptyStore();
    assertThat(ids(store, TraceFilter.ALL)).isEmpty();
    assertThat(store.trace(traceId(1))).isEmpty();
    assertThat(store.counts().accepted()).isZero();
  }

  @Test
  public void aTraceComesBackAsItWasGivenByStart() throws IOException {
    SpanStore store = emptyStore();
    store.accept(cart(3).reversed());
    assertThat(store.trace(traceId(3))).containsExactlyElementsOf(cart(3));
  }

  @Test
  public void everythingThatASpanSaysIsKept() throws IOException {
    SpanStore store = emptyStore();
    store.accept(List.of(SpanSamples.rich()));
    assertThat(store.trace(traceId(99))).containsExactly(SpanSamples.rich());
  }

  @Test
  public void spansWithoutATraceAreTracesOfTheirOwn() throws IOException {
    SpanStore store = emptyStore();
    store.accept(SpanSamples.vague());
    for (Span span : SpanSamples.vague()) {
      assertThat(store.trace(span.spanId())).containsExactly(span);
    }
    assertThat(ids(store, TraceFilter.ALL))
        .containsExactly(SpanSamples.spanId(0x501), SpanSamples.spanId(0x502));
  }

  @Test
  public void aSummaryTellsTheRequest() throws IOException {
    SpanStore store = shop();
    assertThat(store.traces(TraceFilter.ALL, TraceOrder.NEWEST, Optional.empty(), 10).traces())
        .containsExactly(
            cartSummary(2),
            new TraceSummary(
                traceId(1),
                "shop",
                "POST /pay",
                OptionalInt.of(502),
                NOON + 1_000 * MILLI,
                400 * MILLI,
                4,
                2),
            cartSummary(0));
  }

  private static TraceSummary cartSummary(int number) {
    return new TraceSummary(
        traceId(number),
        "shop",
        "GET /cart",
        OptionalInt.of(200),
        NOON + number * 1_000L * MILLI,
        100 * MILLI,
        5,
        0);
  }

  @Test
  public void aTraceThatArrivesInPartsIsOne() throws IOException {
    SpanStore store = emptyStore();
    for (Span span : cart(0).reversed()) {
      store.accept(List.of(span));
      assertThat(ids(store, TraceFilter.ALL)).containsExactly(traceId(0));
    }
    assertThat(store.traces(TraceFilter.ALL, TraceOrder.NEWEST, Optional.empty(), 10).traces())
        .containsExactly(cartSummary(0));
  }

  @Test
  public void aSpanThatCameTwiceIsToldOnce() throws IOException {
    SpanStore store = emptyStore();
    store.accept(cart(0));
    assertThat(store.trace(traceId(0))).hasSize(5);
    store.accept(cart(0));
    assertThat(store.trace(traceId(0))).containsExactlyElementsOf(cart(0));
    assertThat(store.counts().accepted()).isEqualTo(10);
    assertThat(store.counts().kept()).isEqualTo(10);
  }

  @Test
  public void conditionsChooseTraces() throws IOException {
    SpanStore store = shop();
    var filter = TraceFilter.builder();
    assertThat(ids(store, filter.service("pay").build())).containsExactly(traceId(1));
    assertThat(ids(store, TraceFilter.builder().service("nobody").build())).isEmpty();
    assertThat(ids(store, named(Layer.APP, "shop", "GET /cart")))
        .containsExactly(traceId(2), traceId(0));
    assertThat(ids(store, named(Layer.APP, "pay", "charge"))).containsExactly(traceId(1));
    assertThat(ids(store, named(Layer.APP, "shop", "charge"))).isEmpty();
    assertThat(ids(store, named(Layer.CACHE, "shop", "GET")))
        .containsExactly(traceId(2), traceId(0));
    assertThat(ids(store, named(Layer.DATABASE, "shop", "GET"))).isEmpty();
    assertThat(ids(store, TraceFilter.builder().layer(Layer.CACHE).build()))
        .containsExactly(traceId(2), traceId(0));
    assertThat(ids(store, TraceFilter.builder().outcome(TraceFilter.Outcome.FAILED).build()))
        .containsExactly(traceId(1));
    assertThat(ids(store, TraceFilter.builder().outcome(TraceFilter.Outcome.WELL).build()))
        .containsExactly(traceId(2), traceId(0));
    assertThat(ids(store, TraceFilter.builder().status(500, 599).build()))
        .containsExactly(traceId(1));
  }

  private static TraceFilter named(Layer layer, String service, String name) {
    return TraceFilter.builder().named(layer, service, name).build();
  }

  @Test
  public void aStatusOf500IsAFailureWithoutAWord() throws IOException {
    SpanStore store = emptyStore();
    Span entry = SpanSamples.vague().getFirst().with(Attributes.of(AttributeNames.STATUS, "503"));
    store.accept(List.of(entry));
    assertThat(ids(store, TraceFilter.builder().outcome(TraceFilter.Outcome.FAILED).build()))
        .containsExactly(entry.spanId());
  }

  @Test
  public void durationAndTimeChooseTraces() throws IOException {
    SpanStore store = shop();
    assertThat(ids(store, TraceFilter.builder().atLeast(101 * MILLI).build()))
        .containsExactly(traceId(1));
    assertThat(ids(store, TraceFilter.builder().atMost(100 * MILLI).build()))
        .containsExactly(traceId(2), traceId(0));
    long second = NOON + 1_000 * MILLI;
    assertThat(ids(store, TraceFilter.builder().from(second).before(second + 1).build()))
        .containsExactly(traceId(1));
    assertThat(ids(store, TraceFilter.builder().before(second).build()))
        .containsExactly(traceId(0));
  }

  @Test
  public void attributesAndTextChooseTraces() throws IOException {
    SpanStore store = shop();
    assertThat(ids(store, attribute("card.network", "visa überall"))).containsExactly(traceId(1));
    assertThat(ids(store, attribute("card.network", "visa"))).isEmpty();
    assertThat(ids(store, attribute("network", "visa überall"))).isEmpty();
    assertThat(ids(store, text("FROM CART"))).containsExactly(traceId(2), traceId(0));
    assertThat(ids(store, text("declined"))).containsExactly(traceId(1));
    assertThat(ids(store, text("100%' OR '1'='1"))).isEmpty();
    assertThat(ids(store, text("%"))).isEmpty();
  }

  private static TraceFilter attribute(String name, String value) {
    return TraceFilter.builder().attribute(name, value).build();
  }

  private static TraceFilter text(String text) {
    return TraceFilter.builder().text(text).build();
  }

  @Test
  public void conditionsHoldTogether() throws IOException {
    SpanStore store = shop();
    TraceFilter both =
        TraceFilter.builder().service("shop").layer(Layer.DATABASE).text("declined").build();
    assertThat(ids(store, both)).containsExactly(traceId(1));
  }

  @Test
  public void pagesFollowEachOtherThoughTracesArriveMeanwhile() throws IOException {
    SpanStore store = emptyStore();
    store.accept(carts(0, 25));
    for (TraceOrder order : TraceOrder.values()) {
      List<String> seen = new ArrayList<>();
      Optional<TraceCursor> next = Optional.empty();
      int pages = 0;
      do {
        TracePage page = store.traces(TraceFilter.ALL, order, next, 10);
        page.traces().stream().map(TraceSummary::id).forEach(seen::add);
        next = page.next();
        pages++;
        store.accept(cart(100 + pages));
      } while (next.isPresent() && pages < 10);
      assertThat(seen).doesNotHaveDuplicates();
      assertThat(seen).filteredOn(id -> id.compareTo(traceId(25)) < 0).hasSize(25);
    }
  }

  @Test
  public void theSlowestComeFirstWhereAskedFor() throws IOException {
    SpanStore store = shop();
    assertThat(store.traces(TraceFilter.ALL, TraceOrder.SLOWEST, Optional.empty(), 2).traces())
        .extracting(TraceSummary::id)
        .containsExactly(traceId(1), traceId(2));
  }

  @Test
  public void theOldestTracesAreDroppedWholeAndCounted() throws IOException {
    SpanStore store = emptyStore(new SpanRetention(1_000, 1L << 30));
    for (int i = 0; i < 1_000; i++) {
      store.accept(cart(i));
      SpanCounts counts = store.counts();
      assertThat(counts.kept()).isBetween(Math.min(900, counts.accepted()), 1_000L);
      assertThat(counts.accepted()).isEqualTo(counts.kept() + counts.dropped());
    }
    SpanCounts counts = store.counts();
    assertThat(counts.accepted()).isEqualTo(5_000);
    List<TraceSummary> kept =
        store.traces(TraceFilter.ALL, TraceOrder.NEWEST, Optional.empty(), 1_000).traces();
    assertThat(kept).allMatch(each -> each.spans() == 5);
    assertThat(kept.size() * 5L).isEqualTo(counts.kept());
    assertThat(kept.getFirst().id()).isEqualTo(traceId(999));
    assertThat(store.trace(traceId(0))).isEmpty();
  }

  @Test
  public void aLateSpanOfADroppedTraceIsCountedLikeAnyOther() throws IOException {
    SpanStore store = emptyStore(new SpanRetention(100, 1L << 30));
    store.accept(cart(0).subList(0, 4));
    store.accept(carts(1, 30));
    store.accept(cart(0).subList(4, 5));
    assertThat(store.trace(traceId(0))).isEqualTo(cart(0).subList(4, 5));
    SpanCounts counts = store.counts();
    assertThat(counts.accepted()).isEqualTo(150).isEqualTo(counts.kept() + counts.dropped());
  }

  @Test
  public void strangeTracesAreToldAllTheSame() throws IOException {
    SpanStore store = emptyStore();
    Span self = SpanSamples.span(traceId(1), 1, 1, "self", Layer.APP, SpanKind.INTERNAL, NOON, 5);
    Span one = SpanSamples.span(traceId(1), 2, 3, "one", Layer.APP, SpanKind.INTERNAL, NOON, 5);
    Span other = SpanSamples.span(traceId(1), 3, 2, "other", Layer.APP, SpanKind.INTERNAL, NOON, 5);
    store.accept(List.of(self, one, other));
    assertThat(store.trace(traceId(1))).hasSize(3);
    assertThat(ids(store, TraceFilter.ALL)).containsExactly(traceId(1));
  }

  @Test
  public void manyThreadsAcceptAndAskAtOnce() throws Exception {
    SpanStore store = emptyStore();
    List<Callable<Integer>> jobs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int first = i * 20;
      jobs.add(
          () -> {
            for (int each = first; each < first + 20; each++) {
              store.accept(cart(each));
              assertThat(ids(store, TraceFilter.ALL)).contains(traceId(each));
            }
            return store.trace(traceId(first + 19L)).size();
          });
    }
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> job : executor.invokeAll(jobs)) {
        assertThat(job.get()).isEqualTo(5);
      }
    }
    assertThat(store.counts().kept()).isEqualTo(800);
    assertThat(store.traces(TraceFilter.ALL, TraceOrder.NEWEST, Optional.empty(), 1_000).traces())
        .hasSize(160)
        .allMatch(each -> each.spans() == 5);
  }

  @Test
  public void limitsAreChecked() throws IOException {
    SpanStore store = shop();
    assertThatThrownBy(
            () -> store.traces(TraceFilter.ALL, TraceOrder.NEWEST, Optional.empty(), 1_001))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.traces(TraceFilter.ALL, TraceOrder.NEWEST, Optional.empty(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
