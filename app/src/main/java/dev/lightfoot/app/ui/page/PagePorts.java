package dev.lightfoot.app.ui.page;

import dev.lightfoot.app.ui.thread.StillScreen;
import java.util.concurrent.Executor;

/// What the page screen needs of the world.
///
/// @param loading who loads pages
/// @param ui runs what changes the screen, in order
/// @param measuring runs what blocks
/// @param jobs runs what computes
/// @param pace runs what follows a load under way, at most four times a second
/// @param still keeps the screen still while a page is loaded
public record PagePorts(
    PageLoading loading,
    Executor ui,
    Executor measuring,
    Executor jobs,
    Executor pace,
    StillScreen still) {}
