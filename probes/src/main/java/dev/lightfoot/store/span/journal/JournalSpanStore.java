package dev.lightfoot.store.span.journal;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.store.Listing;
import dev.lightfoot.store.OwnerFiles;
import dev.lightfoot.store.StoreFault;
import dev.lightfoot.store.span.SpanCounts;
import dev.lightfoot.store.span.SpanRetention;
import dev.lightfoot.store.span.SpanStore;
import dev.lightfoot.store.span.TraceCursor;
import dev.lightfoot.store.span.TraceFilter;
import dev.lightfoot.store.span.TraceId;
import dev.lightfoot.store.span.TraceMatch;
import dev.lightfoot.store.span.TraceOrder;
import dev.lightfoot.store.span.TracePage;
import dev.lightfoot.store.span.TraceShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// Keeps spans on disk: [#accept] returns when they are in a journal that was forced to disk. An
/// index in memory answers. Each closed segment of the journal has its part of the index beside it,
/// so that opening is quick; what is missing or damaged is rebuilt from the journal. One process at
/// a time may have a folder open.
public final class JournalSpanStore implements SpanStore {
  /// How often the index follows the journal while it is not queried.
  private static final long FOLLOW_MILLIS = 500;

  private final Path folder;
  private final SpanRetention retention;
  private final StoreLock lock;
  private final Journal journal;
  private final long droppedBefore;
  private final PendingSpans pending = new PendingSpans();
  private final Indexer indexer;
  private final SegmentCheck check;
  private final ReentrantLock makingRoom = new ReentrantLock();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread follower;
  private final Thread checker;

  private JournalSpanStore(Path folder, SpanRetention retention, StoreLock lock)
      throws IOException {
    this.folder = folder;
    this.retention = retention;
    this.lock = lock;
    journal = new Journal(folder, retention, pending::add);
    droppedBefore = journal.state().dropped();
    indexer = new Indexer(journal, pending);
    check = new SegmentCheck(journal, indexer);
    follower = Thread.ofPlatform().daemon().name("span-index").unstarted(this::follow);
    checker = Thread.ofPlatform().daemon().name("span-check").unstarted(this::checkOnce);
  }

  /// Whether a folder holds spans, without opening it.
  public static boolean holdsSpans(Path folder) {
    try {
      return Files.isDirectory(folder) && Segments.bytes(new Segments(folder).present()) > 0;
    } catch (IOException e) {
      // Said when it is opened.
      return false;
    }
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
      store.checker.start();
      return store;
    } catch (IOException | RuntimeException e) {
      if (lock != null) {
        lock.close();
      }
      throw StoreFault.of("The store of spans cannot be opened", folder, e);
    }
  }

  /// Parts of the journal that were found damaged so far; where they lie now. All of them are known
  /// once [#check] has run.
  public List<Listing.Damaged> damaged() {
    return check.damaged();
  }

  /// Reads all that was kept when it was opened and sets aside what is damaged. A thread of its own
  /// does so after the opening; what is asked for meanwhile is checked before it is given.
  public void check() throws IOException {
    for (int segment : journal.state().sizes().keySet()) {
      if (closing.getCount() > 0) {
        boolean _ = check.areWhole(List.of(segment));
      }
    }
  }

  /// Gives every span that is kept, once, then each that is accepted, until the reading wants no
  /// more or the store is closed. What makes room meanwhile was given before, or never.
  ///
  /// @param level runs whenever all was given that is there
  public void follow(Reading reading, Runnable level) throws IOException {
    ReceivedSpans spans = new ReceivedSpans(journal.segments(), reading);
    JournalState state = journal.state();
    if (state.dropped() > 0) {
      spans.noteDropped(state.sizes());
    }
    long given = -1;
    try {
      do {
        state = journal.state();
        if (state.accepted() != given) {
          spans.readOn(state.sizes());
          given = state.accepted();
          level.run();
        }
      } while (!reading.cancelled() && !closing.await(FOLLOW_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
    JournalState state = journal.state();
    return state.accepted() - state.dropped() > retention.spans() / 4 + retention.spans()
        || Segments.bytes(state.sizes()) > retention.bytes() / 4 + retention.bytes();
  }

  /// How many spans still fit; less than nothing where it holds too much.
  private long room() {
    JournalState state = journal.state();
    long spans = retention.spans() - (state.accepted() - state.dropped());
    return Segments.bytes(state.sizes()) > retention.bytes() ? Math.min(spans, -1) : spans;
  }

  /// The batch is kept all the same. Where this goes on failing, the next ones are refused.
  private void makeRoom() {
    try {
      makeRoom(0);
    } catch (IOException e) {
      return;
    }
  }

  /// Whoever comes second sees what the first has dropped.
  ///
  /// @param wanted how many spans should fit
  private void makeRoom(long wanted) throws IOException {
    makingRoom.lock();
    try {
      boolean more = true;
      while (more && room() < wanted) {
        more = indexer.dropOldest();
      }
    } finally {
      makingRoom.unlock();
    }
  }

  /// The index comes first: a person waits for it.
  private void checkOnce() {
    try {
      indexer.load();
      check();
    } catch (IOException e) {
      // Reported when spans are asked for.
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
      makeRoom(retention.spans() / Journal.PARTS);
    } catch (IOException e) {
      // Reported when spans are asked for; the journal goes on without.
    }
  }

  @Override
  public TracePage traces(
      TraceFilter filter, TraceOrder order, Optional<TraceCursor> after, int limit)
      throws IOException {
    TracePage.checkLimit(limit);
    if (filter.hasWords()) {
      check();
    }
    return TracePage.of(
        indexer.ask(
            table -> {
              try (JournalReader reader = new JournalReader(journal.segments())) {
                TraceMatch words = TraceMatch.words(filter);
                return new TraceQueries(table, filter, order)
                    .first(after, limit + 1, row -> words.matches(read(reader, table.places(row))));
              }
            }),
        order,
        limit);
  }

  private static List<Span> read(JournalReader reader, List<Long> places) throws IOException {
    List<Span> spans = new ArrayList<>(places.size());
    for (long place : places) {
      spans.add(reader.read(place));
    }
    return spans;
  }

  @Override
  public List<Span> trace(String id) throws IOException {
    Set<Integer> segments = Set.of();
    do {
      segments = indexer.ask(table -> segments(places(table, id)));
    } while (!check.areWhole(segments));
    return indexer.ask(
        table -> {
          try (JournalReader reader = new JournalReader(journal.segments())) {
            return TraceShape.of(id, read(reader, places(table, id))).spans();
          }
        });
  }

  private static List<Long> places(TraceTable table, String id) {
    int row = table.find(TraceId.of(id));
    return row < 0 ? List.of() : table.places(row);
  }

  private static Set<Integer> segments(List<Long> places) {
    return places.stream().map(Journal::segment).collect(Collectors.toSet());
  }

  @Override
  public SpanCounts counts() {
    long damaged = indexer.damaged();
    JournalState state = journal.state();
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
      checker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    journal.close();
    indexer.close();
    lock.close();
  }
}
