package dev.lightfoot.app.ui.history.schedule;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says when a scheduled probe breaks its budget, and when it keeps it again: not after each probe
/// that finds what the one before it did.
final class BudgetWatch {
  private final BudgetGuard guard;
  private final Workspace workspace;
  private final Map<String, Held> last = new HashMap<>();

  /// How a probe stands beside its budget.
  ///
  /// @param broken limits
  /// @param why it could not be held against it; empty where it was
  record Held(List<BudgetGuard.Broken> broken, Optional<String> why) {
    private static final Held NOTHING_BROKEN = new Held(List.of(), Optional.empty());

    /// Whether the same is broken: the numbers differ from probe to probe.
    private boolean isLike(Held other) {
      return why.equals(other.why) && limits().equals(other.limits());
    }

    private List<String> limits() {
      return broken.stream().map(BudgetGuard.Broken::limit).toList();
    }

    private String said() {
      return broken.stream()
          .map(each -> Words.text("schedule.budget.limit", each.limit(), each.measured()))
          .collect(Collectors.joining("; "));
    }
  }

  BudgetWatch(BudgetGuard guard, Workspace workspace) {
    this.guard = guard;
    this.workspace = workspace;
  }

  /// Why that file is no budget that can be checked, in a sentence; empty where it is. On whichever
  /// thread, but not the window's, for it reads files.
  Optional<String> refusal(Path budget, List<StoredSnapshot> kept) {
    try {
      guard.look(budget, kept);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /// Holds a snapshot against the budget of its schedule; on whichever thread.
  Optional<Held> held(Schedule schedule, Snapshot snapshot, List<StoredSnapshot> kept) {
    return schedule.budget().map(file -> held(file, snapshot, kept));
  }

  private Held held(Path budget, Snapshot snapshot, List<StoredSnapshot> kept) {
    try {
      return new Held(guard.broken(budget, snapshot, kept), Optional.empty());
    } catch (IOException e) {
      return new Held(List.of(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  /// Tells the person what is new about it.
  void tell(String address, Held held) {
    Held before = last.getOrDefault(address, Held.NOTHING_BROKEN);
    last.put(address, held);
    if (held.isLike(before)) {
      return;
    }
    if (held.why().isPresent()) {
      workspace.tell(
          Notice.bad(Words.text("schedule.budget.unchecked", address, held.why().get())));
    } else if (held.broken().isEmpty()) {
      workspace.tell(Notice.plain(Words.text("schedule.budget.kept", address)));
    } else {
      workspace.tell(
          Notice.bad(Words.text("schedule.budget.broken", address, held.said()))
              .offering(
                  Words.text("notice.show-history"),
                  () -> workspace.screenProperty().set(Screen.HISTORY)));
    }
  }

  void forget(String address) {
    last.remove(address);
  }
}
