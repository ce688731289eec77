package dev.lightfoot.app.ui.trace;

import dev.lightfoot.analysis.trace.SpanSearch;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.words.Numbers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is looked for in a trace, and where it was found. Used by the window's thread; `jobs` look,
/// and a later question breaks an earlier one off.
final class TraceSearch {
  private static final int[] NOTHING = {};

  private final Executor ui;
  private final Executor jobs;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<int[]> matches = new ReadOnlyObjectWrapper<>(NOTHING);
  private final AtomicInteger searches = new AtomicInteger();
  private @Nullable SpanTree tree;

  TraceSearch(Executor ui, Executor jobs) {
    this.ui = ui;
    this.jobs = jobs;
    text.subscribe(_ -> find());
  }

  /// What is looked for.
  StringProperty textProperty() {
    return text;
  }

  /// Positions of what was found, in order.
  ReadOnlyObjectProperty<int[]> matchesProperty() {
    return matches.getReadOnlyProperty();
  }

  /// The same as a set.
  BitSet matchSet() {
    BitSet set = new BitSet();
    for (int match : matches.get()) {
      set.set(match);
    }
    return set;
  }

  /// Forgets what was found, until there is something to look through again.
  void forget() {
    matches.set(NOTHING);
  }

  /// Looks through these spans from now on.
  void over(SpanTree spans) {
    tree = spans;
    find();
  }

  /// The match after that span, or the one before it, around the ends.
  OptionalInt beside(int span, boolean forward) {
    int[] found = matches.get();
    if (found.length == 0) {
      return OptionalInt.empty();
    }
    int at = Arrays.binarySearch(found, span);
    int next = at >= 0 ? at + (forward ? 1 : -1) : forward ? -at - 1 : -at - 2;
    return OptionalInt.of(found[Math.floorMod(next, found.length)]);
  }

  /// How many matches there are, and which of them that span is.
  String found(int span) {
    int[] found = matches.get();
    if (text.get().isBlank() || tree == null) {
      return "";
    }
    int at = Arrays.binarySearch(found, span);
    return at >= 0
        ? Words.text("trace.found.at", Numbers.count(at + 1), Numbers.count(found.length))
        : found.length == 1
            ? Words.text("trace.found.one")
            : Words.text("trace.found.many", Numbers.count(found.length));
  }

  private void find() {
    SpanTree spans = tree;
    int mine = searches.incrementAndGet();
    String wanted = text.get();
    if (spans == null || wanted.isBlank()) {
      matches.set(NOTHING);
      return;
    }
    jobs.execute(
        () -> {
          int[] found = SpanSearch.find(spans, wanted, () -> searches.get() != mine);
          ui.execute(
              () -> {
                if (searches.get() == mine) {
                  matches.set(found);
                }
              });
        });
  }
}
