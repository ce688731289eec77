package dev.lightfoot.app.cli.option;

import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.probe.PageSeries;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options for what loads a page.
public final class PageEngineOptions {
  @Option(
      names = "--engine",
      paramLabel = "builtin|chrome",
      description =
          "What loads it: Lightfoot's own loader, which runs no scripts, or an installed browser;"
              + " builtin by default.")
  private @Nullable String engine;

  @Option(
      names = "--browser",
      paramLabel = "PATH",
      description = "The browser to run with --engine chrome; by default the first that is found.")
  private @Nullable Path browser;

  @Option(
      names = "--traceparent",
      description =
          "With --engine chrome, requests to the page's own site carry a traceparent, so that the"
              + " servers' spans can be joined.")
  private boolean traces;

  @Option(
      names = "--no-sandbox",
      description =
          "With --engine chrome, do without the browser's sandbox, as it must as root: for pages"
              + " that you trust.")
  private boolean unshielded;

  /// What loads the page.
  public PageSeries chosen(PageEngines engines) throws Refusal {
    return of(engine(PageEngine.BUILTIN), engines);
  }

  /// The engine that was chosen.
  ///
  /// @param otherwise the one where none was
  public PageEngine engine(PageEngine otherwise) throws Refusal {
    if (engine == null) {
      return otherwise;
    }
    return switch (engine.toLowerCase(Locale.ROOT)) {
      case "builtin" -> PageEngine.BUILTIN;
      case "chrome" -> PageEngine.CHROME;
      default -> throw new Refusal("--engine takes builtin or chrome.");
    };
  }

  /// That engine, with the other options.
  public PageSeries of(PageEngine chosen, PageEngines engines) throws Refusal {
    boolean chrome = chosen == PageEngine.CHROME;
    if (!chrome && (browser != null || traces || unshielded)) {
      throw new Refusal("--browser, --traceparent and --no-sandbox go with --engine chrome.");
    }
    return chrome
        ? engines.chrome(new PageEngines.Browser(Optional.ofNullable(browser), traces, !unshielded))
        : engines.builtin();
  }
}
