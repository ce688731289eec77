package dev.lightfoot.app.ui.chart.page;

import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.report.layout.page.PageLine;

/// One line of the chart, from top to bottom.
public sealed interface ChartLine {

  /// A line of the page itself.
  record Plain(PageLine line) implements ChartLine {}

  /// What a server recorded within the wait of the request above.
  ///
  /// @param row index of that request's row
  /// @param number among the lines of this wait, from 0
  /// @param call what was recorded
  record Wait(int row, int number, StackRow call) implements ChartLine {}
}
