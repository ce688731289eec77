package dev.lightfoot.store.span.journal;

import dev.lightfoot.store.StoreFault;
import dev.lightfoot.store.span.TraceId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Keeps the index abreast of the journal: behind it while spans come, level with it when something
/// is asked. It is in memory; of each segment that is closed there is a file beside it
/// ([IndexFile]), so that it need not be made of all spans again. An index that fails is thrown
/// away and rebuilt.
final class Indexer {
  /// A trace that nothing came for this long is taken for whole.
  private static final long QUIET_NANOS = 1_000_000_000L;

  /// So many spans wait at most for their traces to become whole.
  private static final long MOST_PENDING = 200_000;

  private final Journal journal;
  private final PendingSpans pending;
  private final IndexGrowth growth;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Integer> sealed = new HashSet<>();
  private @Nullable TraceTable table;
  private volatile boolean loaded;
  private volatile long damaged;

  Indexer(Journal journal, PendingSpans pending) {
    this.journal = journal;
    this.pending = pending;
    this.growth = new IndexGrowth(journal.segments());
  }

  /// A question to the index.
  interface Question<T> {
    T ask(TraceTable table) throws IOException;
  }

  /// Answers with everything that was accepted until now.
  <T> T ask(Question<T> question) throws IOException {
    return locked(
        () -> {
          TraceTable present = ready();
          growth.add(present, pending.takeAll());
          return question.ask(present);
        });
  }

  /// Something to do with the index or the files below it.
  interface Task<T> {
    T run() throws IOException;
  }

  private <T> T locked(Task<T> task) throws IOException {
    lock.lock();
    try {
      return task.run();
    } catch (IOException | RuntimeException e) {
      discard();
      throw StoreFault.of("The index of spans cannot be used", journal.segments().folder(), e);
    } finally {
      lock.unlock();
    }
  }

  /// Takes in what is probably whole, and writes the index of segments that were closed; called now
  /// and then.
  void follow() throws IOException {
    locked(
        () -> {
          TraceTable present = ready();
          boolean many = pending.spans() > MOST_PENDING;
          growth.add(
              present,
              many ? pending.takeAll() : pending.takeQuiet(QUIET_NANOS, System.nanoTime()));
          seal(present);
          return present;
        });
  }

  /// Reads it, where it is not read yet.
  void load() throws IOException {
    locked(this::ready);
  }

  /// Spans that were accepted, but are lost to damage: known once the index was read.
  long damaged() {
    if (!loaded) {
      try {
        load();
      } catch (IOException e) {
        // Reported when spans are asked for.
        return 0;
      }
    }
    return damaged;
  }

  private TraceTable ready() throws IOException {
    TraceTable present = table;
    if (present == null) {
      present = new TraceTable();
      load(present);
      table = present;
    }
    return present;
  }

  private void load(TraceTable fresh) throws IOException {
    JournalState state =
        journal.still(
            () -> {
              pending.takeAll();
              return journal.state();
            });
    JournalReplay replay = new JournalReplay(journal.segments(), target(fresh));
    int droppedThrough = -1;
    for (Map.Entry<Integer, Long> segment : state.sizes().entrySet()) {
      int number = segment.getKey();
      Optional<IndexFile> file =
          state.closed().contains(number)
              ? IndexFile.read(journal.segments().index(number), segment.getValue())
              : Optional.empty();
      if (file.isPresent()) {
        if (file.get().books().droppedThrough() > droppedThrough) {
          droppedThrough = file.get().books().droppedThrough();
          fresh.removeBegun(droppedThrough);
        }
        put(fresh, number, file.get());
        sealed.add(number);
      } else {
        replay.run(number, segment.getValue());
      }
    }
    fresh.removeBegun(state.droppedThrough());
    damaged = Math.max(0, state.accepted() - state.dropped() - fresh.accepted());
    loaded = true;
  }

  private static void put(TraceTable into, int segment, IndexFile file) {
    into.add(segment, file.block());
    file.forEach((key, place) -> into.put(key, segment, place));
  }

  private JournalReplay.Target target(TraceTable fresh) {
    return new JournalReplay.Target() {
      @Override
      public void grow(Map<String, PendingSpans.Growth> traces) throws IOException {
        growth.add(fresh, traces);
      }

      @Override
      public void drop(List<String> traces) {
        for (String id : traces) {
          int row = fresh.find(TraceId.of(id));
          if (row >= 0) {
            fresh.remove(row);
          }
        }
      }
    };
  }

  /// Writes the index of each closed segment that has none. Where that fails the segment is read
  /// when the store is opened next.
  private void seal(TraceTable present) throws IOException {
    for (int segment : journal.state().closed()) {
      if (sealed.add(segment)) {
        growth.add(present, pending.takeAll());
        JournalState state = journal.state();
        IndexFile.Rows rows = new IndexFile.Rows();
        present.compact(segment, rows::add);
        growth.grownSince(present, segment, rows::add);
        if (state.sizes().containsKey(segment)) {
          try {
            IndexFile.write(journal.segments().index(segment), state.books(segment), rows);
          } catch (IOException e) {
            // A full disk, perhaps. Nothing is lost without it but time.
          }
        }
      }
    }
  }

  /// Drops the traces that began in the oldest segment.
  ///
  /// @return whether there was one
  boolean dropOldest() throws IOException {
    return locked(
        () -> {
          TraceTable present = ready();
          // What takes time first, so that those who write wait for the rest only.
          growth.add(present, pending.takeAll());
          return journal.still(() -> dropOldest(present));
        });
  }

  private boolean dropOldest(TraceTable present) throws IOException {
    int segment = journal.sealOldest();
    if (segment < 0) {
      return false;
    }
    // Nothing may come between what is counted here and the record that says so.
    growth.add(present, pending.takeAll());
    List<String> elsewhere = new ArrayList<>();
    long[] gone = {0};
    present.forEach(
        row -> {
          if (present.firstSegment(row) <= segment) {
            gone[0] += present.accepted(row);
            if (present.segment(row) > segment) {
              elsewhere.add(present.summary(row).id());
            }
          }
        });
    journal.drop(new JournalRecord.Drop(segment, gone[0], elsewhere));
    present.removeBegun(segment);
    return true;
  }

  /// Does something to the journal's files after which the index is rebuilt.
  <T> T mend(Task<T> task) throws IOException {
    return locked(
        () -> {
          T result = journal.still(task::run);
          discard();
          return result;
        });
  }

  private void discard() {
    table = null;
    loaded = false;
    sealed.clear();
  }

  /// Writes what is not on disk yet; the journal is closed.
  void close() {
    lock.lock();
    try {
      TraceTable present = table;
      if (present != null) {
        growth.add(present, pending.takeAll());
        seal(present);
      }
    } catch (IOException | RuntimeException e) {
      // The next opening rebuilds it.
    } finally {
      table = null;
      lock.unlock();
    }
  }
}
