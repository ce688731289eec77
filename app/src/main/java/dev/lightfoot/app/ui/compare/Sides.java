package dev.lightfoot.app.ui.compare;

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

  /// Leaves one of the others out; the last one stays.
  void leaveOut(int place) {
    if (others.size() > 1) {
      others.remove(place);
      bring(place < front ? front - 1 : front);
    }
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
