package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.thread.StillScreen;
import dev.lightfoot.probe.ProbeSeries;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/// What the probe screen needs of the world.
///
/// @param series who measures
/// @param ui runs what changes the screen, in order
/// @param measuring runs what blocks
/// @param pace runs what computes the screen's numbers, at most four times a second
/// @param still keeps the screen still while a run measures
/// @param nanoTime a monotonic clock
public record ProbePorts(
    ProbeSeries series,
    Executor ui,
    Executor measuring,
    Executor pace,
    StillScreen still,
    LongSupplier nanoTime) {}
