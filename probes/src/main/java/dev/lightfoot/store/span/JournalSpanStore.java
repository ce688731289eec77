package dev.lightfoot.store.span;

import dev.lightfoot.model.Span;
import dev.lightfoot.store.Listing;
import dev.lightfoot.store.OwnerFiles;
import dev.lightfoot.store.StoreFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Keeps spans on disk: [#accept] returns when they are in a journal that was forced to disk. A
/// DuckDB index beside it answers; it is made anew from the journal whenever the store is opened,
/// so that no crash, damage or stranger can spoil it. One process at a time may have a folder open.
public final class JournalSpanStore implements SpanStore {
  /// How often the index follows the journal while nobody asks.
  private static final long FOLLOW_MILLIS = 500;

  private final Path folder;
  private final SpanRetention retention;
  private final StoreLock lock;
  private final Journal journal;
  private final long droppedBefore;
  private final PendingSpans pending = new PendingSpans();
  private final Indexer indexer;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread follower;

  private JournalSpanStore(Path folder, SpanRetention retention, StoreLock lock)
      throws IOException {
    this.folder = folder;
    this.retention = retention;
    this.lock = lock;
    journal = new Journal(folder, retention, pending::add);
    droppedBefore = journal.state().dropped();
    indexer = new Indexer(journal, pending, folder.resolve("index"));
    follower = Thread.ofPlatform().daemon().name("span-index").unstarted(this::follow);
  }

  /// Opens the store in that folder, which is made where it is missing.
  ///
  /// @throws IOException where another store has it open, or it cannot be written to
  public static JournalSpanStore open(Path folder, SpanRetention retention) throws IOException {
    StoreLock lock = null;
    try {
      OwnerFiles.createFolder(folder);
      lock = StoreLock.take(folder);
      JournalSpanStore store = new JournalSpanStore(folder, retention, lock);
      store.follower.start();
      return store;
    } catch (IOException | RuntimeException e) {
      if (lock != null) {
        lock.close();
      }
      throw StoreFault.of("The store of spans cannot be opened", folder, e);
    }
  }

  /// Parts of the journal that were found damaged when it was opened; where they lie now.
  public List<Listing.Damaged> damaged() {
    return journal.damaged();
  }

  /// How many spans had been dropped when it was opened. Unlike [#counts] it waits for nothing.
  public long droppedBefore() {
    return droppedBefore;
  }

  @Override
  public void accept(List<Span> batch) throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    if (isOverfull()) {
      makeRoom();
    }
    if (isOverfull()) {
      throw new IOException(
          "The spans were not kept: "
              + folder
              + " holds more than it may, and the oldest traces could not be dropped. Make room on"
              + " its disk, then try again.");
    }
    journal.append(JournalRecord.ofSpans(batch));
    if (room() < 0) {
      makeRoom();
    }
  }

  /// Whether it holds a quarter more than it may: the oldest could not be dropped for a while.
  private boolean isOverfull() {
    Journal.State state = journal.state();
    return state.accepted() - state.dropped() > retention.spans() / 4 + retention.spans()
        || Segments.bytes(state.sizes()) > retention.bytes() / 4 + retention.bytes();
  }

  /// How many spans still fit; less than nothing where it holds too much.
  private long room() {
    Journal.State state = journal.state();
    long spans = retention.spans() - (state.accepted() - state.dropped());
    return Segments.bytes(state.sizes()) > retention.bytes() ? Math.min(spans, -1) : spans;
  }

  private void makeRoom() {
    try {
      boolean more = true;
      while (more && room() < 0) {
        more = indexer.dropOldest();
      }
    } catch (IOException e) {
      // The batch is kept all the same. Where this goes on failing, the next ones are refused.
    }
  }

  private void follow() {
    try {
      do {
        followOnce();
      } while (!closing.await(FOLLOW_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void followOnce() {
    try {
      indexer.follow();
      if (room() < retention.spans() / Journal.PARTS) {
        indexer.dropOldest();
      }
    } catch (IOException e) {
      // Told to whoever asks for spans; the journal goes on without.
    }
  }

  @Override
  public TracePage traces(
      TraceFilter filter, TraceOrder order, Optional<TraceCursor> after, int limit)
      throws IOException {
    TracePage.checkLimit(limit);
    return TracePage.of(
        indexer.ask(
            (database, _) -> new IndexQueries(database).traces(filter, order, after, limit + 1)),
        order,
        limit);
  }

  @Override
  public List<Span> trace(String id) throws IOException {
    return indexer.ask(
        (_, index) -> {
          SpanIndex.Known known = index.known(List.of(id)).get(id);
          if (known == null) {
            return List.of();
          }
          List<Span> spans = new ArrayList<>();
          try (JournalReader reader = new JournalReader(journal.segments())) {
            for (long place : index.places(known.no())) {
              spans.add(reader.read(place));
            }
          }
          return TraceShape.of(id, spans).spans();
        });
  }

  @Override
  public List<SpanStatistics> routes(TraceFilter filter) throws IOException {
    return indexer.ask((database, _) -> new IndexQueries(database).routes(filter));
  }

  @Override
  public List<SpanStatistics> operations(TraceFilter filter) throws IOException {
    return indexer.ask((database, _) -> new IndexQueries(database).operations(filter));
  }

  @Override
  public Histogram histogram(TraceFilter filter, int buckets) throws IOException {
    Histogram.checkBuckets(buckets);
    return indexer.ask((database, _) -> new IndexQueries(database).histogram(filter, buckets));
  }

  @Override
  public List<String> services() throws IOException {
    return indexer.ask((database, _) -> new IndexQueries(database).services());
  }

  @Override
  public SpanCounts counts() {
    long damaged = indexer.damaged();
    Journal.State state = journal.state();
    return new SpanCounts(
        state.accepted(),
        state.accepted() - state.dropped() - damaged,
        state.dropped(),
        damaged,
        Segments.bytes(state.sizes()));
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    try {
      follower.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    journal.close();
    indexer.close();
    lock.close();
  }
}
