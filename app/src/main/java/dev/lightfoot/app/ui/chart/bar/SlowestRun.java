package dev.lightfoot.app.ui.chart.bar;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Optional;

/// The run that took longest, where it took more than a twentieth longer than the one in the bars:
/// it has a name in the chart.
///
/// @param row index of its row
/// @param endNanos when it ended, from its start
/// @param words what stands beside its row
record SlowestRun(int row, long endNanos, String words) {
  private static final int SHARE = 20;

  /// Of the runs that are over and count.
  static Optional<SlowestRun> of(PhaseBar bar) {
    long usual = bar.endNanos().orElse(Long.MAX_VALUE / 2);
    long most = usual + usual / SHARE;
    Optional<SlowestRun> slowest = Optional.empty();
    List<PhaseBar.Row> rows = bar.rows();
    for (int i = 0; i < rows.size(); i++) {
      PhaseBar.Row row = rows.get(i);
      long end = row.dots().stream().mapToLong(PhaseBar.Dot::atNanos).max().orElse(0);
      if (end > most && row.live().isEmpty() && row.counts()) {
        most = end;
        String words = Words.text("chart.outlier", "" + row.run(), Numbers.duration(end));
        slowest = Optional.of(new SlowestRun(i, end, words));
      }
    }
    return slowest;
  }
}
