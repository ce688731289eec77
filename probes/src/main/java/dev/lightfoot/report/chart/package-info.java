/// Draws the pure layouts of `layout`: where each bar, line and word lies, in pixels, for files and
/// printers. The window draws the same layouts itself, for it can be pointed at.
package dev.lightfoot.report.chart;
