package dev.lightfoot.app.ui.history.schedule;

import java.time.Instant;

/// A schedule as a list shows it.
///
/// @param schedule what is made how often
/// @param next when it is due
public record ScheduledProbe(Schedule schedule, Instant next) {}
