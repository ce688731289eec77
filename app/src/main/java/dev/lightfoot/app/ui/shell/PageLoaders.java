package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.page.PageEngines;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.probe.PageSeries;
import dev.lightfoot.probe.Probe;

/// The engines that load pages outside of tests.
final class PageLoaders implements PageEngines {
  @Override
  public PageSeries of(PageEngine engine) {
    return switch (engine) {
      // The trust stores are read on first use, by the thread that measures.
      case BUILTIN ->
          (plan, listener, cancellation) -> Probe.pages().load(plan, listener, cancellation);
      case CHROME, IMPORTED -> throw new IllegalArgumentException(Words.text("page.engine.absent"));
    };
  }
}
