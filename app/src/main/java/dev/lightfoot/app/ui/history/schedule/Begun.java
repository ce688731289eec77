package dev.lightfoot.app.ui.history.schedule;

import dev.lightfoot.probe.Cancellation;

/// A scheduled probe that runs.
///
/// @param before its schedule as it was, to which it returns where the probe is broken off
/// @param now its schedule with this begin
/// @param cancellation breaks it off
record Begun(Schedule before, Schedule now, Cancellation cancellation) {}
