package dev.lightfoot.app.ui.history;

import dev.lightfoot.store.StoredSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a person looks for: every word must stand in the name, the address, a tag or the note.
record SnapshotSearch(List<String> words) {

  static SnapshotSearch of(String text) {
    return new SnapshotSearch(
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  boolean finds(StoredSnapshot snapshot) {
    if (words.isEmpty()) {
      return true;
    }
    String text =
        String.join(
                "\n",
                snapshot.name(),
                snapshot.target(),
                String.join("\n", snapshot.tags()),
                snapshot.note())
            .toLowerCase(Locale.ROOT);
    return words.stream().allMatch(text::contains);
  }
}
