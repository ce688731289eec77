package dev.lightfoot.app.ui.compare.reading;

import dev.lightfoot.app.ui.thread.StillScreen;
import java.util.concurrent.Executor;

/// What the compare screen needs of the world.
///
/// @param comparing who compares
/// @param again who measures both sides once more
/// @param ui runs what changes the screen, in order
/// @param jobs runs what computes
/// @param measuring runs what blocks
/// @param still keeps the screen still while a run measures
public record ComparePorts(
    Comparing comparing,
    BothAgain again,
    Executor ui,
    Executor jobs,
    Executor measuring,
    StillScreen still) {}
