/// Where things lie: rows, bars, ticks and windows of time, as numbers. Pure geometry, drawn by the
/// texts of reports in characters and by the window in pixels.
package dev.lightfoot.report.layout;
