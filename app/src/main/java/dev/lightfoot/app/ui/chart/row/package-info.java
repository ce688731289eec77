/// What every chart of rows over time is made of: where rows and instants lie, scrolling, focus and
/// the wheel.
package dev.lightfoot.app.ui.chart.row;
