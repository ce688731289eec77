package dev.lightfoot.app.ui.chart.page;

import dev.lightfoot.report.layout.page.PageGroup;
import dev.lightfoot.report.layout.page.PageLane;
import dev.lightfoot.report.layout.page.PageMark;
import dev.lightfoot.report.layout.page.PageRow;

/// What a page's waterfall says. Without secrets.
public interface PageLabels {
  /// Round trips, without a unit.
  String trips(PageRow row);

  String size(PageRow row);

  /// How long it took, and how it ended where that is not as it should be.
  String total(PageRow row);

  /// What a group is of.
  String title(PageGroup group);

  /// Whose it is, beside that; empty where the title says it.
  String name(PageGroup group);

  /// What it comes to.
  String sums(PageGroup group);

  /// How many connections were opened, and how many were spared.
  String connections();

  /// A connection: its number, host and protocol.
  String lane(PageLane lane);

  String rtt(PageLane lane);

  String mark(PageMark mark);

  /// A line as one sentence: the same for the eye and the ear.
  String spoken(PageLines lines, ChartLine line);

  /// One phase of a request as a sentence.
  ///
  /// @param bar its place among the request's phases
  String spoken(PageRow row, int bar);
}
