package dev.lightfoot.report.page;

import dev.lightfoot.model.Run;
import dev.lightfoot.report.layout.page.PageChoice;
import dev.lightfoot.report.layout.page.PageWaterfall;
import java.util.List;

/// The drawn lines of a run.
final class PageChartLines {
  private PageChartLines() {}

  static List<String> of(Run run, int width) {
    return PageChart.of(
        PageWaterfall.of(run, List.of(run)).view(PageChoice.STANDARD), width, Integer.MAX_VALUE);
  }
}
