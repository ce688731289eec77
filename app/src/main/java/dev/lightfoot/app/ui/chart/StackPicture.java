package dev.lightfoot.app.ui.chart;

import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.layout.StackLayout;
import dev.lightfoot.report.layout.TimeWindow;
import java.util.function.IntFunction;

/// What a stack shows at one moment.
///
/// @param client what the client saw
/// @param layout rows and bars
/// @param window the part of the time in sight
/// @param selected index of the selected row; -1 for none
/// @param spoken a row as a sentence
public record StackPicture(
    PhaseBar client,
    StackLayout layout,
    TimeWindow window,
    int selected,
    IntFunction<String> spoken) {}
