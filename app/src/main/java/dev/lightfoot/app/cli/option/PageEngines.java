package dev.lightfoot.app.cli.option;

import dev.lightfoot.probe.PageSeries;
import java.nio.file.Path;
import java.util.Optional;

/// What loads pages: the one place where an engine is chosen.
public interface PageEngines {
  /// Lightfoot's own loader.
  PageSeries builtin();

  /// An installed browser of the Chromium family.
  PageSeries chrome(Browser browser);

  /// Which browser, and how.
  ///
  /// @param program the browser to run; empty for the first that is found
  /// @param traces whether requests to the page's own site carry a `traceparent`
  /// @param sandbox whether the browser shields this computer from the page
  record Browser(Optional<Path> program, boolean traces, boolean sandbox) {}
}
