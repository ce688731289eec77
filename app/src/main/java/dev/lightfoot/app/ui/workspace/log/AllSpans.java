package dev.lightfoot.app.ui.workspace.log;

import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanParents;
import dev.lightfoot.store.span.SpanStore;
import dev.lightfoot.store.span.TraceCursor;
import dev.lightfoot.store.span.TraceFilter;
import dev.lightfoot.store.span.TraceOrder;
import dev.lightfoot.store.span.TracePage;
import dev.lightfoot.store.span.TraceSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The spans that the rules are asked of where no measurement is.
public final class AllSpans {
  /// Of what was received, whose traces lie one by one on disk, only the newest so many are looked
  /// at.
  static final int MOST_RECEIVED = 200_000;

  private static final int PAGE = 200;

  private AllSpans() {}

  /// Those of the files that are open, as many as rules look at, and the newest that were received;
  /// one that came both ways once. The others of the files are counted only: to unpack a million of
  /// them takes seconds, in which nobody would get an answer.
  ///
  /// @param stopped whether nobody wants them any more
  public static ServedSpans of(LogShelf shelf, BooleanSupplier stopped) throws IOException {
    ReadSpans logs = shelf.read();
    List<Span> read = logs.spans(ServedSpans.MAX_SPANS);
    long more = Math.max(0, logs.kept().counts().kept() - read.size());
    ServedSpans served = ServedSpans.of(withReceived(shelf, read, stopped));
    served.leaveOut(more);
    return served;
  }

  private static List<Span> withReceived(LogShelf shelf, List<Span> read, BooleanSupplier stopped)
      throws IOException {
    Optional<SpanStore> store = shelf.receiving().store();
    if (store.isEmpty()) {
      return read;
    }
    List<Span> all = new ArrayList<>(read);
    addNewest(store.get(), all, read.size() + MOST_RECEIVED, stopped);
    return SpanParents.distinct(all);
  }

  private static void addNewest(SpanStore store, List<Span> all, int most, BooleanSupplier stopped)
      throws IOException {
    Optional<TraceCursor> after = Optional.empty();
    do {
      TracePage page = store.traces(TraceFilter.ALL, TraceOrder.NEWEST, after, PAGE);
      for (TraceSummary each : page.traces()) {
        if (all.size() >= most || stopped.getAsBoolean()) {
          return;
        }
        all.addAll(store.trace(each.id()));
      }
      after = page.next();
    } while (after.isPresent());
  }
}
