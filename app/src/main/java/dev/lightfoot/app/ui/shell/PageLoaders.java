package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.page.PageEngines;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.probe.PageSeries;
import dev.lightfoot.probe.Probe;
import dev.lightfoot.probe.chrome.ChromePages;

/// The engines that load pages outside of tests.
final class PageLoaders implements PageEngines {
  @Override
  public PageSeries of(PageEngine engine) {
    return switch (engine) {
      // The trust stores are read on first use, by the thread that measures.
      case BUILTIN ->
          (plans, listener, cancellation) -> Probe.pages().compare(plans, listener, cancellation);
      case CHROME -> new ChromePages();
      case IMPORTED -> throw new IllegalArgumentException("a file loads no page");
    };
  }
}
