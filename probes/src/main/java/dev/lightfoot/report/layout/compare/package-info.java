/// Comparisons as rows, dots and bars in time, without pixels: drawing, pointing, keyboard and
/// tables share them.
package dev.lightfoot.report.layout.compare;
