package dev.lightfoot.app.ui.chart.page;

import dev.lightfoot.report.layout.TimeWindow;

/// What a page's waterfall shows at one moment.
///
/// @param lines what has a line
/// @param window the part of the time in sight
/// @param selected number of the selected line; -1 for none
/// @param bar place of the selected phase in the selected request; -1 for none
/// @param critical whether the chain is drawn that the page waited for
/// @param foundBy whether it is drawn which request led to which
/// @param live whether requests without any phase are still under way
/// @param labels what is said of each line
public record PagePicture(
    PageLines lines,
    TimeWindow window,
    int selected,
    int bar,
    boolean critical,
    boolean foundBy,
    boolean live,
    PageLabels labels) {}
