package dev.lightfoot.store.span;

import dev.lightfoot.model.Span;
import dev.lightfoot.store.StoreFault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Keeps the index abreast of the journal: behind it while spans come, level with it when something
/// is asked. An index that fails is thrown away and made anew from the journal.
final class Indexer {
  /// A trace that nothing came for this long is taken for whole.
  private static final long QUIET_NANOS = 1_000_000_000L;

  /// So many spans wait at most for their traces to become whole.
  private static final long MOST_PENDING = 200_000;

  /// Spans that are in memory at once, unless one trace has more.
  private static final int CHUNK = 20_000;

  private final Journal journal;
  private final PendingSpans pending;
  private final Path folder;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable IndexDatabase database;
  private @Nullable SpanIndex index;
  private volatile boolean replayed;
  private volatile long damaged;

  Indexer(Journal journal, PendingSpans pending, Path folder) {
    this.journal = journal;
    this.pending = pending;
    this.folder = folder;
  }

  /// A question to the index.
  interface Question<T> {
    T ask(IndexDatabase database, SpanIndex index) throws SQLException, IOException;
  }

  /// Answers with everything that was accepted until now.
  <T> T ask(Question<T> question) throws IOException {
    return locked(
        () -> {
          try {
            return levelled(question);
          } catch (SQLException e) {
            // Once more with a new index: whatever was wrong with the old one is gone with it.
            discard();
            return levelled(question);
          }
        });
  }

  private <T> T levelled(Question<T> question) throws SQLException, IOException {
    SpanIndex present = ready();
    add(present, pending.takeAll());
    return question.ask(open(), present);
  }

  private interface Task<T> {
    T run() throws SQLException, IOException;
  }

  private <T> T locked(Task<T> task) throws IOException {
    lock.lock();
    try {
      return task.run();
    } catch (SQLException | IOException e) {
      discard();
      throw StoreFault.of("The index of spans cannot be used", folder, e);
    } finally {
      lock.unlock();
    }
  }

  /// Takes in what is probably whole; called now and then.
  void follow() throws IOException {
    locked(
        () -> {
          SpanIndex present = ready();
          boolean many = pending.spans() > MOST_PENDING;
          add(
              present,
              many ? pending.takeAll() : pending.takeQuiet(QUIET_NANOS, System.nanoTime()));
          return present;
        });
  }

  /// Spans that were accepted, but are lost to damage: known once the journal was read.
  long damaged() {
    if (!replayed) {
      try {
        ask((_, _) -> true);
      } catch (IOException e) {
        // Told to whoever asks for spans.
        return 0;
      }
    }
    return damaged;
  }

  private IndexDatabase open() {
    if (database == null) {
      throw new IllegalStateException("no index");
    }
    return database;
  }

  private SpanIndex ready() throws SQLException, IOException {
    SpanIndex present = index;
    if (present != null) {
      return present;
    }
    IndexDatabase made = IndexDatabase.make(folder);
    database = made;
    present = new SpanIndex(made);
    replay(present);
    index = present;
    return present;
  }

  private void replay(SpanIndex fresh) throws SQLException, IOException {
    Journal.State state =
        journal.still(
            () -> {
              pending.takeAll();
              return journal.state();
            });
    JournalReplay.Target target =
        new JournalReplay.Target() {
          @Override
          public void grow(Map<String, PendingSpans.Growth> traces)
              throws SQLException, IOException {
            add(fresh, traces);
          }

          @Override
          public void drop(List<String> traces) throws SQLException {
            fresh.remove(fresh.known(traces).values().stream().map(SpanIndex.Known::no).toList());
          }
        };
    new JournalReplay(journal.segments(), target).run(state.sizes());
    if (!replayed) {
      damaged = Math.max(0, state.accepted() - state.dropped() - fresh.raw());
      replayed = true;
    }
  }

  private void add(SpanIndex into, Map<String, PendingSpans.Growth> traces)
      throws SQLException, IOException {
    if (traces.isEmpty()) {
      return;
    }
    open().begin();
    Map<String, SpanIndex.Known> known = into.known(traces.keySet());
    Map<Integer, List<Long>> before =
        into.takeOut(known.values().stream().map(SpanIndex.Known::no).toList());
    List<SpanIndex.Grown> grown = new ArrayList<>();
    int spans = 0;
    try (JournalReader reader = new JournalReader(journal.segments())) {
      for (Map.Entry<String, PendingSpans.Growth> each : traces.entrySet()) {
        SpanIndex.Known old = known.get(each.getKey());
        List<Long> places = new ArrayList<>(each.getValue().places());
        int raw = places.size() + (old == null ? 0 : old.raw());
        int first = old == null ? Journal.segment(places.getFirst()) : old.first();
        places.addAll(old == null ? List.of() : before.getOrDefault(old.no(), List.of()));
        grown.add(grown(reader, each.getKey(), places, first, raw));
        spans += places.size();
        if (spans >= CHUNK) {
          into.add(grown);
          grown.clear();
          spans = 0;
        }
      }
    }
    into.add(grown);
    open().commit();
  }

  private static SpanIndex.Grown grown(
      JournalReader reader, String id, List<Long> places, int first, int raw) throws IOException {
    places.sort(null);
    IdentityHashMap<Span, Long> placeOf = new IdentityHashMap<>();
    List<Span> spans = new ArrayList<>(places.size());
    for (long place : places) {
      Span span = reader.read(place);
      spans.add(span);
      placeOf.put(span, place);
    }
    TraceShape shape = TraceShape.of(id, spans);
    long[] ordered = shape.spans().stream().mapToLong(placeOf::get).toArray();
    return new SpanIndex.Grown(shape, ordered, first, raw);
  }

  /// Drops the traces that began in the oldest segment.
  ///
  /// @return whether there was one
  boolean dropOldest() throws IOException {
    return locked(
        () -> {
          SpanIndex present = ready();
          // What takes time first, so that those who write wait for the rest only.
          add(present, pending.takeAll());
          return journal.still(() -> dropOldest(present));
        });
  }

  private boolean dropOldest(SpanIndex present) throws SQLException, IOException {
    int segment = journal.sealOldest();
    if (segment < 0) {
      return false;
    }
    // Nothing may come between what is counted here and the record that says so.
    add(present, pending.takeAll());
    SpanIndex.Oldest oldest = present.beganIn(segment);
    journal.drop(new JournalRecord.Drop(segment, oldest.dropped(), oldest.elsewhere()));
    present.remove(oldest.numbers());
    return true;
  }

  private void discard() {
    IndexDatabase failed = database;
    database = null;
    index = null;
    if (failed != null) {
      try {
        failed.close();
      } catch (SQLException e) {
        // It is thrown away for failing: nothing of it is needed any more.
      }
    }
  }

  void close() {
    lock.lock();
    try {
      discard();
    } finally {
      lock.unlock();
    }
  }
}
