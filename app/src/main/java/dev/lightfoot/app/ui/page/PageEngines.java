package dev.lightfoot.app.ui.page;

import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.probe.PageSeries;

/// The engines that load pages.
@FunctionalInterface
public interface PageEngines {

  /// The loader of that engine.
  ///
  /// @throws IllegalArgumentException where this computer has none; the message is a sentence for
  ///   people
  PageSeries of(PageEngine engine);
}
