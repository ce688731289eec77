package dev.lightfoot.app.ui.chart.compare;

import dev.lightfoot.report.layout.compare.StripTable;

/// What the strips show at one moment.
///
/// @param selected index of the selected row; -1 for none
public record StripPicture(StripTable table, int selected, StripLabels labels) {}
