package dev.lightfoot.app.ui.chart.page;

import dev.lightfoot.model.Phase;
import dev.lightfoot.report.layout.page.PageBar;
import dev.lightfoot.report.layout.page.PageRow;
import dev.lightfoot.report.layout.page.PageView;
import dev.lightfoot.report.layout.page.PageWaterfall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thin line of the strip above a waterfall: the phases of a request, or of several where there
/// are more requests than lines.
///
/// @param pieces stretches of time, each in the colour of a phase
record PageStrip(List<Piece> pieces) {
  /// More lines than that have no room in the strip.
  static final int MOST = 40;

  /// Requests that share a line share its time in so many parts.
  private static final int PARTS = 1_200;

  /// A stretch.
  record Piece(Phase phase, long fromNanos, long toNanos) {}

  PageStrip {
    pieces = List.copyOf(pieces);
  }

  /// The lines of what a view shows.
  static List<PageStrip> of(PageView view) {
    PageWaterfall waterfall = view.waterfall();
    List<PageStrip> strips = new ArrayList<>();
    for (PageView.Strip strip : view.overview(MOST)) {
      List<PageRow> rows = strip.rows().stream().map(waterfall::row).toList();
      strips.add(
          new PageStrip(
              rows.size() == 1 ? pieces(rows.getFirst()) : joined(rows, waterfall.wholeNanos())));
    }
    return List.copyOf(strips);
  }

  private static List<Piece> pieces(PageRow row) {
    List<Piece> pieces = new ArrayList<>();
    for (PageBar bar : row.bars()) {
      if (bar.phase() != Phase.BLOCKED) {
        pieces.add(new Piece(bar.phase(), bar.startNanos(), bar.endNanos()));
      }
    }
    return pieces;
  }

  /// Which phase fills each part of the time; of several the one that comes last.
  private static List<Piece> joined(List<PageRow> rows, long wholeNanos) {
    long step = Math.max(1, Math.ceilDiv(wholeNanos, PARTS));
    @Nullable Phase[] parts = new Phase[PARTS + 1];
    for (PageRow row : rows) {
      for (Piece piece : pieces(row)) {
        int end = Math.clamp(piece.toNanos() / step, 0, PARTS);
        for (int at = Math.clamp(piece.fromNanos() / step, 0, PARTS); at <= end; at++) {
          parts[at] = piece.phase();
        }
      }
    }
    return stretches(parts, step);
  }

  private static List<Piece> stretches(@Nullable Phase[] parts, long step) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= parts.length; at++) {
      Phase before = parts[from];
      if (at == parts.length || parts[at] != before) {
        if (before != null) {
          pieces.add(new Piece(before, from * step, at * step));
        }
        from = at;
      }
    }
    return pieces;
  }
}
