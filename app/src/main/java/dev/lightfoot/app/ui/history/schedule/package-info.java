/// Probes that are repeated while the window is open: when one is due, what it measures, and what
/// is remembered of it. History shows them.
package dev.lightfoot.app.ui.history.schedule;
