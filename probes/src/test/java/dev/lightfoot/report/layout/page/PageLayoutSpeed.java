package dev.lightfoot.report.layout.page;

import dev.lightfoot.model.Run;
import java.util.List;

/// Prints how long ten thousand rows take to be laid out, filtered and sorted. Run by hand.
public final class PageLayoutSpeed {
  private PageLayoutSpeed() {}

  public static void main(String[] args) {
    Run run = PageWaterfallTest.big(10_000);
    for (int i = 0; i < 12; i++) {
      long start = System.nanoTime();
      PageWaterfall waterfall = PageWaterfall.of(run, List.of(run));
      long made = System.nanoTime();
      PageView view = waterfall.view(PageChoice.STANDARD);
      long shown = System.nanoTime();
      PageView other =
          waterfall.view(
              PageChoice.STANDARD
                  .by(PageGrouping.HOST)
                  .in(new PageOrder(PageColumn.TOTAL, true))
                  .only(PageFilter.parse("trips>0 time>1 -css")));
      long filtered = System.nanoTime();
      System.out.println(
          "made "
              + (made - start) / 1_000
              + " us, shown "
              + (shown - made) / 1_000
              + " us, sorted and filtered "
              + (filtered - shown) / 1_000
              + " us, lines "
              + (view.lines().size() + other.lines().size()));
    }
  }
}
