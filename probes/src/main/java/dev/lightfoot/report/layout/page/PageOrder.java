package dev.lightfoot.report.layout.page;

import java.util.Comparator;

/// In which order rows stand; those that are equal as they were asked for.
///
/// @param column by which they are sorted
/// @param descending largest first
public record PageOrder(PageColumn column, boolean descending) {
  /// By number.
  public static final PageOrder AS_ASKED_FOR = new PageOrder(PageColumn.NUMBER, false);

  /// Of rows.
  public Comparator<PageRow> comparator() {
    Comparator<PageRow> by = column.comparator();
    return (descending ? by.reversed() : by).thenComparingInt(PageRow::number);
  }
}
