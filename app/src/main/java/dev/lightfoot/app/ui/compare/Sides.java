package dev.lightfoot.app.ui.compare;

import dev.lightfoot.app.ui.compare.reading.Which;
import dev.lightfoot.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is compared: A, and those that are compared with it, of which one is B.
final class Sides {
  private final ReadOnlyObjectWrapper<@Nullable Snapshot> a = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Snapshot> b = new ReadOnlyObjectWrapper<>();
  private final List<Snapshot> others = new ArrayList<>();
  private int front;

  /// The snapshot of that side; null where none is chosen.
  ReadOnlyObjectProperty<@Nullable Snapshot> property(Which which) {
    return (which == Which.A ? a : b).getReadOnlyProperty();
  }

  /// What is compared with A, B among them.
  List<Snapshot> others() {
    return List.copyOf(others);
  }

  /// Place of B among them.
  int front() {
    return front;
  }

  /// All of them, A first where there is one.
  List<Snapshot> all() {
    List<Snapshot> all = new ArrayList<>(others);
    Snapshot first = a.get();
    if (first != null) {
      all.addFirst(first);
    }
    return all;
  }

  /// Takes these in place of what there was; the first of the others is B.
  void set(@Nullable Snapshot first, List<Snapshot> then) {
    others.clear();
    others.addAll(then);
    a.set(first);
    bring(0);
  }

  /// Takes that as one of the sides.
  void set(Which which, Snapshot snapshot) {
    if (which == Which.A) {
      a.set(snapshot);
    } else if (others.isEmpty()) {
      add(snapshot);
    } else {
      others.set(front, snapshot);
      bring(front);
    }
  }

  /// Takes a snapshot in place of an equal one, on whichever side that is.
  void replace(Snapshot old, Snapshot with) {
    others.replaceAll(each -> each.equals(old) ? with : each);
    if (old.equals(a.get())) {
      a.set(with);
    }
    bring(front);
  }

  /// Compares one more with A.
  void add(Snapshot snapshot) {
    others.add(snapshot);
    bring(front);
  }

  /// Makes that one of the others B.
  void bring(int place) {
    front = Math.clamp(place, 0, Math.max(0, others.size() - 1));
    b.set(others.isEmpty() ? null : others.get(front));
  }

  /// Place among the others of the snapshot of that id; -1 where it is none of them.
  int place(String id) {
    return others.stream().map(Snapshot::id).toList().indexOf(id);
  }

  /// Leaves the one of that id out, where it is one of the others; the last one stays.
  void leaveOut(String id) {
    int place = place(id);
    if (place >= 0 && others.size() > 1) {
      others.remove(place);
      bring(place < front ? front - 1 : front);
    }
  }

  /// Takes what was measured in place of what was measured once more, and leaves all others where
  /// they are. Where another comparison was asked for meanwhile, these two take its place.
  ///
  /// @param before A and B when the measuring began
  /// @param now the same, measured again
  void renew(List<Snapshot> before, List<Snapshot> now) {
    if (!renewed(before, now) && !renewed(before.reversed(), now.reversed())) {
      set(now.getFirst(), List.of(now.getLast()));
    }
  }

  private boolean renewed(List<Snapshot> before, List<Snapshot> now) {
    Snapshot first = a.get();
    int place = place(before.getLast().id());
    if (first == null || !first.id().equals(before.getFirst().id()) || place < 0) {
      return false;
    }
    others.set(place, now.getLast());
    a.set(now.getFirst());
    bring(place);
    return true;
  }

  /// Makes A B, and B A.
  void swap() {
    Snapshot first = a.get();
    Snapshot second = b.get();
    if (first != null && second != null) {
      others.set(front, first);
      a.set(second);
      bring(front);
    }
  }
}
