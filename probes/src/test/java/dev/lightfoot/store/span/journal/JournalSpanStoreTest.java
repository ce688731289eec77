package dev.lightfoot.store.span.journal;

import static dev.lightfoot.store.span.SpanSamples.cart;
import static dev.lightfoot.store.span.SpanSamples.carts;
import static dev.lightfoot.store.span.SpanSamples.traceId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.store.span.SpanBytes;
import dev.lightfoot.store.span.SpanBytesReader;
import dev.lightfoot.store.span.SpanCounts;
import dev.lightfoot.store.span.SpanRetention;
import dev.lightfoot.store.span.SpanSamples;
import dev.lightfoot.store.span.SpanStore;
import dev.lightfoot.store.span.SpanStoreContract;
import dev.lightfoot.store.span.TraceFilter;
import dev.lightfoot.store.span.TraceOrder;
import dev.lightfoot.store.span.TracePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalSpanStoreTest extends SpanStoreContract {
  @TempDir Path temporary;
  private int made;

  @Override
  protected SpanStore make(SpanRetention retention) throws IOException {
    return JournalSpanStore.open(temporary.resolve("spans" + made++), retention);
  }

  private Path folder() {
    return temporary.resolve("spans");
  }

  private JournalSpanStore open(SpanRetention retention) throws IOException {
    return JournalSpanStore.open(folder(), retention);
  }

  private JournalSpanStore open() throws IOException {
    return open(SpanRetention.STANDARD);
  }

  private List<Path> journals() throws IOException {
    try (var files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".journal")).sorted().toList();
    }
  }

  @Test
  void whatWasAcceptedIsThereAfterReopening() throws IOException {
    try (SpanStore store = open()) {
      store.accept(cart(0));
      store.accept(List.of(SpanSamples.rich()));
    }
    try (SpanStore store = open()) {
      assertThat(store.trace(traceId(0))).isEqualTo(cart(0));
      assertThat(store.trace(traceId(99))).containsExactly(SpanSamples.rich());
      store.accept(cart(1));
      assertThat(store.counts().accepted()).isEqualTo(11).isEqualTo(store.counts().kept());
    }
  }

  @Test
  void theBooksBalanceAfterDroppingAndReopening() throws IOException {
    SpanRetention small = new SpanRetention(200, 1L << 30);
    List<Span> early = cart(0);
    SpanCounts before;
    List<String> kept;
    try (SpanStore store = open(small)) {
      // Trace 0 goes on for long, so that it has spans in many segments when it is dropped.
      for (int i = 0; i < 5; i++) {
        store.accept(early.subList(i, i + 1));
        store.accept(carts(1 + i * 5, 6 + i * 5));
      }
      store.accept(carts(100, 120));
      before = store.counts();
      kept = ids(store, TraceFilter.ALL);
    }
    assertThat(before.accepted()).isEqualTo(230).isEqualTo(before.kept() + before.dropped());
    assertThat(kept).doesNotContain(traceId(0)).contains(traceId(119));
    try (SpanStore store = open(small)) {
      SpanCounts after = store.counts();
      assertThat(after.accepted()).isEqualTo(before.accepted());
      assertThat(after.damaged()).isZero();
      assertThat(after.accepted()).isEqualTo(after.kept() + after.dropped());
      assertThat(kept).containsAll(ids(store, TraceFilter.ALL));
      assertThat(store.trace(traceId(0))).isEmpty();
    }
  }

  @Test
  void bytesAreALimitToo() throws IOException {
    try (SpanStore store = open(new SpanRetention(1_000_000, 64 << 10))) {
      for (int i = 0; i < 200; i++) {
        store.accept(cart(i));
        assertThat(store.counts().bytes()).isLessThanOrEqualTo(66 << 10);
      }
      SpanCounts counts = store.counts();
      assertThat(counts.accepted()).isEqualTo(1_000).isEqualTo(counts.kept() + counts.dropped());
      assertThat(counts.dropped()).isPositive();
      assertThat(ids(store, TraceFilter.ALL)).contains(traceId(199)).doesNotContain(traceId(0));
    }
  }

  @Test
  void whereNothingCanBeDroppedNoMoreIsAcceptedUntilItCan() throws IOException {
    for (SpanRetention small :
        List.of(new SpanRetention(200, 1L << 30), new SpanRetention(1_000_000, 64 << 10))) {
      Path folder = temporary.resolve("spans" + made);
      try (SpanStore store = make(small)) {
        store.accept(cart(0));
        // Without it nobody can tell what its traces are, and so not drop them.
        Path segment = folder.resolve("spans-00000001.journal");
        Path away = Files.move(segment, temporary.resolve("away" + made));
        assertThatThrownBy(
                () -> {
                  for (int i = 1; i < 2_000; i++) {
                    store.accept(cart(i));
                  }
                })
            .isInstanceOf(IOException.class)
            .hasMessageContaining("the oldest traces could not be dropped");
        Files.move(away, segment);
        store.accept(cart(2_000));
        SpanCounts counts = store.counts();
        assertThat(counts.dropped()).isPositive();
        assertThat(counts.accepted()).isEqualTo(counts.kept() + counts.dropped());
        assertThat(counts.bytes()).isLessThanOrEqualTo(small.bytes());
      }
    }
  }

  @Test
  void damagedPartsAreSetAsideAndTheRestOpens() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 30; round++) {
      try (SpanStore store = JournalSpanStore.open(part(round), SpanRetention.STANDARD)) {
        for (int i = 0; i < 20; i++) {
          store.accept(cart(i));
        }
      }
      Path journal = part(round).resolve("spans-00000001.journal");
      byte[] bytes = Files.readAllBytes(journal);
      // Not in the last record: of that nobody could tell how many spans it had.
      int at = random.nextInt(bytes.length * 19 / 20 - 20);
      bytes[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(journal, bytes);
      boolean indexed = round % 2 == 0;
      if (!indexed) {
        Files.delete(part(round).resolve("spans-00000001.index"));
      }
      try (JournalSpanStore store = JournalSpanStore.open(part(round), SpanRetention.STANDARD)) {
        if (indexed) {
          store.check();
        }
        assertThat(store.damaged()).as("byte %d", at).hasSize(1);
        assertThat(store.damaged().getFirst().path()).exists();
        assertThat(store.counts()).extracting(SpanCounts::damaged).isEqualTo(5L);
        assertThat(ids(store, TraceFilter.ALL)).hasSize(19);
      }
      try (JournalSpanStore store = JournalSpanStore.open(part(round), SpanRetention.STANDARD)) {
        assertThat(store.damaged()).isEmpty();
        assertThat(ids(store, TraceFilter.ALL)).hasSize(19);
      }
    }
  }

  private Path part(int round) {
    return temporary.resolve("round" + round);
  }

  @Test
  void aJournalThatWasCutAnywhereOpensWithWhatIsWhole() throws IOException {
    try (SpanStore store = open()) {
      store.accept(cart(0));
      store.accept(cart(1));
    }
    Path journal = journals().getFirst();
    byte[] bytes = Files.readAllBytes(journal);
    for (int length = bytes.length / 2 + 30; length < bytes.length; length += 37) {
      Files.write(journal, Arrays.copyOf(bytes, length));
      try (JournalSpanStore store = open()) {
        assertThat(store.damaged()).isEmpty();
        assertThat(store.trace(traceId(0))).isEqualTo(cart(0));
        assertThat(store.counts()).extracting(SpanCounts::accepted).isEqualTo(5L);
      }
    }
  }

  @Test
  void aTraceOutOfADamagedSegmentIsNeverGivenAsIfItWereWhole() throws IOException {
    for (int round = 0; round < 20; round++) {
      try (SpanStore store = JournalSpanStore.open(part(round), SpanRetention.STANDARD)) {
        store.accept(cart(0));
        store.accept(cart(1));
      }
      Path journal = part(round).resolve("spans-00000001.journal");
      byte[] bytes = Files.readAllBytes(journal);
      bytes[30 + round * 11] ^= 4;
      Files.write(journal, bytes);
      try (SpanStore store = JournalSpanStore.open(part(round), SpanRetention.STANDARD)) {
        assertThat(store.trace(traceId(0))).as("round %d", round).isEmpty();
        assertThat(store.trace(traceId(1))).isEqualTo(cart(1));
      }
    }
  }

  @Test
  void anIndexFileThatIsDamagedOrAStrangersIsNeverBelieved() throws IOException {
    try (SpanStore store = open()) {
      store.accept(carts(0, 20));
    }
    Path index = folder().resolve("spans-00000001.index");
    byte[] good = Files.readAllBytes(index);
    Random random = new Random(3);
    for (int round = 0; round < 40; round++) {
      byte[] bad = round < 20 ? good.clone() : Arrays.copyOf(good, random.nextInt(good.length));
      if (round < 20) {
        bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
      }
      Files.write(index, bad);
      try (JournalSpanStore store = open()) {
        assertThat(ids(store, TraceFilter.ALL)).hasSize(20);
        assertThat(store.counts()).extracting(SpanCounts::kept).isEqualTo(100L);
        assertThat(store.damaged()).isEmpty();
      }
      assertThat(Files.readAllBytes(index)).as("made anew").isEqualTo(good);
    }
  }

  @Test
  void whatIndexFilesSayIsWhatTheSpansSay() throws IOException {
    SpanRetention small = new SpanRetention(300, 1L << 30);
    try (SpanStore store = open(small)) {
      // Traces that grow over many segments, while others come and the oldest go.
      for (int i = 0; i < 120; i++) {
        store.accept(cart(i).subList(0, 3));
        store.accept(cart(Math.max(0, i - 7)).subList(3, 5));
        if (i % 10 == 0) {
          store.accept(SpanSamples.vague());
          assertThat(ids(store, TraceFilter.ALL)).contains(traceId(i));
        }
      }
    }
    TracePage byIndex;
    SpanCounts counts;
    // with room, so that opening makes none
    try (SpanStore store = open()) {
      byIndex = store.traces(TraceFilter.ALL, TraceOrder.NEWEST, Optional.empty(), 1_000);
      counts = store.counts();
    }
    try (var files = Files.list(folder())) {
      for (Path file : files.filter(each -> each.toString().endsWith(".index")).toList()) {
        Files.delete(file);
      }
    }
    try (SpanStore store = open()) {
      assertThat(store.traces(TraceFilter.ALL, TraceOrder.NEWEST, Optional.empty(), 1_000))
          .isEqualTo(byIndex);
      assertThat(store.counts()).isEqualTo(counts);
    }
    assertThat(byIndex.traces()).isNotEmpty();
    assertThat(counts.damaged()).isZero();
    assertThat(counts.dropped()).isPositive();
  }

  @Test
  void whoFollowsIsGivenEverySpanOnceTheKeptAndTheComing() throws Exception {
    try (SpanStore store = open()) {
      store.accept(carts(0, 10));
    }
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch all = new CountDownLatch(1);
    Collected reading = new Collected();
    // the store is closed first, and that ends the following
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        JournalSpanStore store = open()) {
      executor.execute(
          () -> {
            try {
              store.follow(
                  reading,
                  () -> {
                    first.countDown();
                    if (reading.spans.size() >= 100) {
                      all.countDown();
                    }
                  });
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      first.await();
      assertThat(reading.spans).containsExactlyElementsOf(carts(0, 10));
      store.accept(carts(10, 20));
      all.await();
      assertThat(reading.spans).containsExactlyElementsOf(carts(0, 20));
    }
  }

  @Test
  void aSecondStoreIsRefusedWhileTheFirstIsOpen() throws IOException {
    try (SpanStore store = open()) {
      store.accept(cart(0));
      assertThatThrownBy(this::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another Lightfoot keeps spans in " + folder());
    }
    try (SpanStore store = open()) {
      assertThat(store.trace(traceId(0))).isEqualTo(cart(0));
    }
  }

  @Test
  void theFormatOfTheJournalDoesNotChange() throws IOException {
    SpanBytes bytes = new SpanBytes(16);
    bytes.putSpan(cart(1).get(2));
    assertThat(java.util.HexFormat.of().formatHex(bytes.array(), 0, bytes.size()))
        .isEqualTo(GOLDEN);
    JournalRecord record = JournalRecord.ofSpans(cart(1));
    record.seal(7, 3);
    assertThat(Arrays.copyOf(record.array(), 4)).containsExactly('L', 'F', 'J', 1);
  }

  private static final String GOLDEN =
      "012030303030303030303030303030303030303030306162636430303030303030311030303030303030303030"
          + "303030303033011030303030303030303030303030303031034745540b020080b6c093b3bf8fe93180dac4"
          + "09020000020c736572766963652e6e616d650473686f700f6c69676874666f6f742e63616c6c7301330000";

  @Test
  void everySpanSurvivesItsBytes() {
    List<Span> spans = new ArrayList<>(SpanSamples.vague());
    spans.addAll(SpanSamples.pay(3));
    spans.add(SpanSamples.rich());
    SpanBytesReader reader = new SpanBytesReader(new dev.lightfoot.codec.text.TextCache());
    for (Span span : spans) {
      SpanBytes bytes = new SpanBytes(1);
      bytes.putSpan(span);
      assertThat(reader.from(bytes.array(), 0).readSpan()).isEqualTo(span);
    }
  }
}
