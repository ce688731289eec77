/// The history of a target as a chart.
package dev.lightfoot.app.ui.chart.history;
