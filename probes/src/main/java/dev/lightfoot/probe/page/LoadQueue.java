package dev.lightfoot.probe.page;

import dev.lightfoot.model.page.Priority;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Holds requests back as Chromium's two schedulers do: that of each frame, which is tight until
/// its document has a body, and that of the network, which lets only so many requests of low
/// priority go at a time. Used by the loader's thread alone.
final class LoadQueue<F> {
  /// Requests of a tight frame under way at a time, beyond which none below HIGH starts.
  static final int TIGHT = 2;

  /// Of MEDIUM priority so many are let go whatever else is under way.
  static final int TIGHT_MEDIUM = 2;

  /// Requests below HIGH under way at a time.
  static final int MOST_DELAYABLE = 10;

  /// To one host, unless it is known to go by priorities itself (h2, h3).
  static final int MOST_DELAYABLE_OF_HOST = 6;

  private final Consumer<F> start;
  private final Predicate<String> prioritises;
  private final List<Entry<F>> waiting = new ArrayList<>();
  private final List<Entry<F>> delayed = new ArrayList<>();
  private final Map<F, Entry<F>> running = new HashMap<>();
  private final Set<Object> loose = new HashSet<>();
  private long came;

  /// @param start asks for it
  /// @param prioritises whether an origin is known to go by priorities itself
  LoadQueue(Consumer<F> start, Predicate<String> prioritises) {
    this.start = start;
    this.prioritises = prioritises;
  }

  /// @param frame whose request it is
  private record Entry<F>(F request, Object frame, String origin, Priority priority, long number) {
    static <F> Comparator<Entry<F>> order() {
      return Comparator.<Entry<F>, Priority>comparing(Entry::priority)
          .thenComparingLong(Entry::number);
    }
  }

  /// Adds a request, which may start at once.
  void add(F request, Object frame, String origin, Priority priority) {
    insert(waiting, new Entry<>(request, frame, origin, priority, came++));
    letGo();
  }

  /// A request that has yet to start is of another priority.
  void change(F request, Priority priority) {
    for (List<Entry<F>> list : List.of(waiting, delayed)) {
      for (Entry<F> each : List.copyOf(list)) {
        if (each.request.equals(request)) {
          list.remove(each);
          insert(list, new Entry<>(request, each.frame, each.origin, priority, each.number));
        }
      }
    }
    letGo();
  }

  /// The document of that frame has a body.
  void loosen(Object frame) {
    loose.add(frame);
    letGo();
  }

  /// Starts all that waits, whatever holds it back.
  void clear() {
    for (List<Entry<F>> list : List.of(delayed, waiting)) {
      List<Entry<F>> all = List.copyOf(list);
      list.clear();
      all.forEach(each -> start.accept(each.request));
    }
  }

  /// A request has come to its end.
  void ended(F request) {
    running.remove(request);
    letGo();
  }

  private void insert(List<Entry<F>> list, Entry<F> entry) {
    list.add(entry);
    list.sort(Entry.order());
  }

  private void letGo() {
    Set<Object> stuck = new HashSet<>();
    for (Entry<F> each : List.copyOf(waiting)) {
      // who comes first in a frame and may not go holds back those behind it
      if (!stuck.contains(each.frame)) {
        if (frameAdmits(each)) {
          waiting.remove(each);
          insert(delayed, each);
        } else {
          stuck.add(each.frame);
        }
      }
    }
    for (Entry<F> each : List.copyOf(delayed)) {
      if (networkAdmits(each) && delayed.remove(each)) {
        running.put(each.request, each);
        start.accept(each.request);
      }
    }
  }

  private boolean frameAdmits(Entry<F> next) {
    if (loose.contains(next.frame) || next.priority.compareTo(Priority.HIGH) <= 0) {
      return true;
    }
    List<Entry<F>> its = new ArrayList<>(running.values());
    its.addAll(delayed);
    its.removeIf(each -> !each.frame.equals(next.frame));
    long medium = its.stream().filter(each -> each.priority == Priority.MEDIUM).count();
    return its.size() < TIGHT || (next.priority == Priority.MEDIUM && medium < TIGHT_MEDIUM);
  }

  private boolean networkAdmits(Entry<F> next) {
    if (!isDelayable(next) || prioritises.test(next.origin)) {
      return true;
    }
    List<Entry<F>> others = running.values().stream().filter(this::counts).toList();
    long ofHost = others.stream().filter(each -> each.origin.equals(next.origin)).count();
    return others.size() < MOST_DELAYABLE && ofHost < MOST_DELAYABLE_OF_HOST;
  }

  private boolean counts(Entry<F> entry) {
    return isDelayable(entry) && !prioritises.test(entry.origin);
  }

  private static boolean isDelayable(Entry<?> entry) {
    return entry.priority.compareTo(Priority.MEDIUM) >= 0;
  }
}
