package dev.lightfoot.app.ui.history;

import dev.lightfoot.analysis.ledger.FirstByteFit;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.FitWords;
import dev.lightfoot.report.layout.history.FitPicture;
import dev.lightfoot.store.StoredSnapshot;
import java.util.ArrayList;
import java.util.List;

/// How the first byte of a target grows with distance, over its kept snapshots.
///
/// @param words says it
/// @param unread names of those that could not be read and are left out
record DistanceFit(FirstByteFit fit, FitWords words, FitPicture picture, List<String> unread) {
  DistanceFit {
    unread = List.copyOf(unread);
  }

  /// That of these snapshots of one target.
  ///
  /// @param unread those that could not be read
  static DistanceFit of(List<Snapshot> snapshots, List<StoredSnapshot> unread) {
    FirstByteFit fit = FirstByteFit.of(snapshots);
    return new DistanceFit(
        fit,
        new FitWords(snapshots),
        FitPicture.of(fit),
        unread.stream().map(StoredSnapshot::name).toList());
  }

  /// What is said of it, and of what is left out.
  List<String> sentences() {
    List<String> said = new ArrayList<>(words.sentences(fit));
    if (!unread.isEmpty()) {
      said.add(Words.text("fit.unread", String.join(", ", unread)));
    }
    return said;
  }

  /// The cells of a point's row.
  List<String> cells(int point) {
    return words.cells(fit, fit.points().get(point));
  }

  /// A point in words.
  String explain(int point) {
    List<String> cells = cells(point);
    List<String> heads = FitWords.heads();
    StringBuilder text = new StringBuilder(cells.getFirst());
    for (int i = 1; i < cells.size(); i++) {
      text.append(i == 1 ? ": " : ", ").append(heads.get(i)).append(' ').append(cells.get(i));
    }
    return text.toString();
  }
}
