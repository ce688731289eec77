package dev.lightfoot.app.ui.chart.row;

/// Where rows lie below a head that stays, in pixels.
///
/// @param head height of the head
/// @param height of each row
/// @param top how far the rows are scrolled
public record RowLines(double head, double height, double top) {
  /// Upper edge of a row.
  public double y(int row) {
    return head + row * height - top;
  }

  /// The row at that height, which may lie beyond the last; -1 in the head.
  public int at(double y) {
    return y < head ? -1 : (int) Math.floor((y - head + top) / height);
  }

  /// The first that is at least partly in sight.
  public int first() {
    return (int) Math.floor(top / height);
  }

  /// The first below all that are in sight, of so many rows.
  ///
  /// @param bottom where the room for rows ends
  public int end(double bottom, int rows) {
    return Math.min(rows, first() + (int) Math.ceil(Math.max(0, bottom - head) / height) + 1);
  }
}
