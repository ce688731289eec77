/// Two measurements beside each other: every run of both, how far they are apart, and the order in
/// which they were made.
package dev.lightfoot.app.ui.chart.compare;
