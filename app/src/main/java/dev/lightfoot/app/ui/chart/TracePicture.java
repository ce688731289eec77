package dev.lightfoot.app.ui.chart;

import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.TraceWaterfall;
import java.util.BitSet;

/// What a waterfall shows at one moment.
///
/// @param waterfall rows and bars
/// @param window the part of the time in sight
/// @param selected position of the selected span; -1 for none
/// @param matches positions that a search found
/// @param critical stretches on the critical path
/// @param labels what is said of each span
public record TracePicture(
    TraceWaterfall waterfall,
    TimeWindow window,
    int selected,
    BitSet matches,
    CriticalStretches critical,
    SpanLabels labels) {}
