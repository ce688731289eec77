package dev.lightfoot.store;

import java.util.List;
import java.util.function.Predicate;

/// How a person names a saved snapshot: by its id, else its name, else the beginning of its id.
public final class SnapshotReference {
  private SnapshotReference() {}

  /// Those that may be meant: none, the one, or several that it does not tell apart.
  public static List<StoredSnapshot> search(List<StoredSnapshot> all, String reference) {
    List<StoredSnapshot> found = those(all, each -> each.id().equals(reference));
    if (found.isEmpty()) {
      found = those(all, each -> each.name().equals(reference));
    }
    return found.isEmpty() && !reference.isEmpty()
        ? those(all, each -> each.id().startsWith(reference))
        : found;
  }

  private static List<StoredSnapshot> those(
      List<StoredSnapshot> all, Predicate<StoredSnapshot> meant) {
    return all.stream().filter(meant).toList();
  }
}
