package dev.lightfoot.store.span.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.store.span.SpanRetention;
import dev.lightfoot.store.span.SpanStore;
import dev.lightfoot.store.span.SpanStoreContract;
import dev.lightfoot.store.span.TraceFilter;
import dev.lightfoot.store.span.TraceOrder;
import dev.lightfoot.store.span.TraceSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class MemorySpanStoreTest extends SpanStoreContract {
  private static final int ROUTES = 10;
  private static final int MANY = 5 * SpanBlock.SPANS;

  @Override
  protected SpanStore make(SpanRetention retention) {
    return new MemorySpanStore(retention);
  }

  /// What another thread packs is there when it is asked for.
  @Nested
  final class Packing extends SpanStoreContract {
    @Override
    protected SpanStore make(SpanRetention retention) {
      return new MemorySpanStore(retention, Thread::startVirtualThread);
    }
  }

  /// What nothing packs in time is packed by who asks, or brings more.
  @Nested
  final class NoPacking extends SpanStoreContract {
    @Override
    protected SpanStore make(SpanRetention retention) {
      return new MemorySpanStore(retention, _ -> {});
    }
  }

  @Test
  void ofManyTracesThoseOfARouteAreFoundWithoutUnpackingOthers() {
    MemorySpanStore store = new MemorySpanStore(SpanRetention.STANDARD);
    Random random = new Random(7);
    store.accept(entries(i -> random.nextInt(1_000)));
    assertThat(slowest(store, "/r3", 100))
        .hasSize(100)
        .allMatch(each -> each.name().equals("GET /r3"))
        .isSortedAccordingTo((a, b) -> Long.compare(b.durationNanos(), a.durationNanos()));
    assertThat(store.unpacked()).isEqualTo(101);
  }

  @Test
  void soAreTheyWhereEachIsSlowerThanThoseAfterItOrAllAreEqual() {
    MemorySpanStore falling = new MemorySpanStore(SpanRetention.STANDARD);
    falling.accept(entries(i -> MANY - i));
    assertThat(slowest(falling, "/r3", 100).getFirst().durationNanos()).isEqualTo(MANY - 3L);
    assertThat(falling.unpacked()).isEqualTo(101);
    MemorySpanStore equal = new MemorySpanStore(SpanRetention.STANDARD);
    equal.accept(entries(i -> 0));
    assertThat(slowest(equal, "/r3", 100)).hasSize(100);
    assertThat(equal.unpacked()).isEqualTo(101);
  }

  @Test
  void namesOfEqualHashesAreToldApart() {
    MemorySpanStore store = new MemorySpanStore(SpanRetention.STANDARD);
    store.accept(List.of(entry("1", "/Aa", 1), entry("2", "/BB", 2), entry("3", "/Aa", 3)));
    assertThat(slowest(store, "/Aa", 10)).extracting(TraceSummary::id).containsExactly("3", "1");
    assertThat(slowest(store, "/BB", 10)).extracting(TraceSummary::id).containsExactly("2");
  }

  @Test
  void whateverTextsThereAreComeBack() {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < 3 * SpanBlock.SPANS; i++) {
      String id = "%016x".formatted(i * 0x9E3779B97F4A7C15L);
      spans.add(
          entry(id, "/p/" + i, i)
              .with(
                  Attributes.of(
                      "a",
                      "",
                      "b",
                      id,
                      "c",
                      "%032X".formatted(i),
                      "d" + i % 7,
                      "ü€😀" + i % 50,
                      "e",
                      "x".repeat(i % 300),
                      "f",
                      "%032x".formatted(i % 3))));
    }
    MemorySpanStore store = new MemorySpanStore(new SpanRetention(spans.size(), 1));
    store.accept(spans);
    assertThat(store.spans(MANY)).isEqualTo(spans);
    assertThat(store.trace(spans.get(5_000).spanId())).containsExactly(spans.get(5_000));
  }

  @Test
  void aSpanWithHundredsOfAttributesComesBack() {
    Attributes.Builder many = Attributes.builder();
    IntStream.range(0, 300).forEach(i -> many.put("name" + i, "value" + i));
    Span span = entry("1", "/", 1).with(many.build());
    MemorySpanStore store = new MemorySpanStore(SpanRetention.STANDARD);
    store.accept(List.of(span, span.with(Attributes.of("name0", "other")), span));
    assertThat(store.spans(MANY))
        .containsExactly(span, span.with(Attributes.of("name0", "other")), span);
  }

  @Test
  void tracesThatReachOverManyBlocksAreFoundAndForgottenWhole() {
    int traces = 500;
    int spans = 4 * SpanBlock.SPANS;
    MemorySpanStore store = new MemorySpanStore(new SpanRetention(spans / 2, 1));
    for (int i = 0; i < spans; i++) {
      int trace = i < spans / 2 ? i % traces : traces + i % traces;
      store.accept(
          List.of(
              Span.of("s" + i, "x", Layer.APP, SpanKind.INTERNAL, SpanTime.of(i, 1, 1))
                  .inTrace("t" + trace, Optional.empty())));
    }
    assertThat(store.counts().kept() + store.counts().dropped()).isEqualTo(spans);
    assertThat(store.trace("t0")).isEmpty();
    assertThat(store.trace("t" + (traces + 7)))
        .extracting(span -> span.time().atUnixNanos() % traces)
        .containsOnly(7L)
        .hasSize(IntStream.range(spans / 2, spans).filter(i -> i % traces == 7).toArray().length);
  }

  @Test
  void whoWantsTheFirstHasTheOthersLeftPacked() {
    MemorySpanStore store = new MemorySpanStore(new SpanRetention(MANY / 2, 1));
    store.accept(entries(i -> i));
    List<Span> first = store.spans(5_000);
    List<Long> ids = new ArrayList<>();
    store.forEachIdHash(ids::add);
    assertThat(store.unpacked()).isEqualTo(5_000);
    assertThat(first).isEqualTo(store.spans(MANY).subList(0, 5_000));
    List<Span> all = new ArrayList<>();
    store.forEach(all::add);
    assertThat(all).hasSize(MANY / 2).isEqualTo(store.spans(MANY));
    assertThat(ids)
        .containsAll(all.stream().map(span -> MemorySpanStore.idHash(span.spanId())).toList());
  }

  @Test
  void theLastTraceOfTheFirstIsWhole() {
    MemorySpanStore store = new MemorySpanStore(SpanRetention.STANDARD);
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      spans.add(entry("" + i, "/", i).inTrace("trace" + i % 3, Optional.empty()));
    }
    store.accept(spans);
    assertThat(store.spans(11)).hasSize(20).isEqualTo(store.spans(MANY).subList(0, 20));
    assertThat(new MemorySpanStore(SpanRetention.STANDARD).spans(1)).isEmpty();
  }

  @Test
  void aMillionSpansThatComeAndGoTakeTheRoomOfThoseThatAreKept() {
    MemorySpanStore store = new MemorySpanStore(new SpanRetention(10_000, 1));
    for (int i = 0; i < 50; i++) {
      store.accept(entries(each -> each));
    }
    assertThat(store.counts().bytes()).isLessThan(10_000 * 500L + 2_000_000);
  }

  private static List<Span> entries(java.util.function.IntUnaryOperator duration) {
    List<Span> entries = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      String id = "%016x".formatted(0xabcd_0000_0000L + i);
      entries.add(entry(id, "/r" + i % ROUTES, duration.applyAsInt(i)));
    }
    return entries;
  }

  private static Span entry(String id, String path, long duration) {
    return Span.of(id, "GET " + path, Layer.PROXY, SpanKind.SERVER, SpanTime.of(1, duration, 1))
        .with(Attributes.of(AttributeNames.METHOD, "GET", AttributeNames.PATH, path));
  }

  private static List<TraceSummary> slowest(MemorySpanStore store, String path, int most) {
    TraceFilter filter = TraceFilter.builder().named(Layer.PROXY, "", "GET " + path).build();
    return store.traces(filter, TraceOrder.SLOWEST, Optional.empty(), most).traces();
  }
}
