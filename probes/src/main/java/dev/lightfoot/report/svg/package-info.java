/// Drawings as SVG: alone in a file, or within a page.
package dev.lightfoot.report.svg;
