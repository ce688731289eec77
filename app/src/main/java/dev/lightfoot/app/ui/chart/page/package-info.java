/// The waterfall of a page: its rows, bars, lines between them, and the whole as a strip.
package dev.lightfoot.app.ui.chart.page;
