package dev.lightfoot.app.cli.option;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.report.layout.page.PageChoice;
import dev.lightfoot.report.layout.page.PageFilter;
import dev.lightfoot.report.layout.page.PageGrouping;
import dev.lightfoot.report.page.PageText;
import dev.lightfoot.report.text.TextTable;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of how a page is loaded and shown.
public final class PageOptions {
  private static final int WIDEST = 1_000;
  private static final int NARROWEST = 72;

  @Mixin private ViewportOptions viewport = new ViewportOptions();

  @Option(
      names = "--group",
      paramLabel = "party|host|connection|none",
      description = "What requests are gathered by; ${DEFAULT-VALUE} by default.")
  private String grouping = "party";

  @Option(
      names = "--filter",
      paramLabel = "TERMS",
      description =
          "Show only requests that match, such as 'css host:cdn trips>1 status>=400 size>10kB'.")
  private String filter = "";

  @Option(names = "--all", description = "Show every request, however many there are.")
  private boolean all;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "Characters in a line; by default COLUMNS of the environment, or 100.")
  private @Nullable Integer width;

  /// The window that a page is loaded for.
  public Viewport viewport() throws Refusal {
    return viewport.viewport();
  }

  /// What of a page is shown.
  public PageText.Shown shown(Console console) throws Refusal {
    return new PageText.Shown(
        choice(), all ? Integer.MAX_VALUE : PageText.MOST_ROWS, width(console));
  }

  private PageChoice choice() throws Refusal {
    PageGrouping by =
        Arrays.stream(PageGrouping.values())
            .filter(each -> each.label().equals(grouping.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> new Refusal("--group takes party, host, connection or none."));
    try {
      return PageChoice.STANDARD.by(by).only(PageFilter.parse(filter));
    } catch (IllegalArgumentException e) {
      throw new Refusal("--filter: " + e.getMessage(), e);
    }
  }

  private int width(Console console) throws Refusal {
    if (width != null) {
      if (width < NARROWEST || width > WIDEST) {
        throw new Refusal("--width takes " + NARROWEST + " to " + WIDEST + ".");
      }
      return width;
    }
    String columns = System.getenv("COLUMNS");
    boolean known = console.interactive() && columns != null && columns.matches("[0-9]{2,4}");
    return known ? Math.clamp(Integer.parseInt(columns), NARROWEST, WIDEST) : TextTable.PAGE;
  }
}
