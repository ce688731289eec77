package dev.lightfoot.app.ui.history;

import dev.lightfoot.analysis.ledger.FirstByteFit;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.FitWords;
import dev.lightfoot.report.layout.history.FitPicture;
import java.util.List;

/// How the first byte of a target grows with distance, over its kept snapshots.
///
/// @param words says it
record DistanceFit(FirstByteFit fit, FitWords words, FitPicture picture) {

  /// That of these snapshots of one target.
  static DistanceFit of(List<Snapshot> snapshots) {
    FirstByteFit fit = FirstByteFit.of(snapshots);
    return new DistanceFit(fit, new FitWords(snapshots), FitPicture.of(fit));
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
