package dev.lightfoot.analysis.page;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.ResourceType;

/// Which exchanges the load event of a page waits for: not for what a script fetched, for the
/// manifest and for icons. Without a load mark the page is there when everything is.
public final class LoadDelays {
  private final boolean loadKnown;

  private LoadDelays(boolean loadKnown) {
    this.loadKnown = loadKnown;
  }

  public static LoadDelays of(Run run) {
    return new LoadDelays(
        run.page().map(PageLoad::marks).filter(marks -> marks.loadNanos().isPresent()).isPresent());
  }

  /// Whether the page waits for it.
  public boolean delays(Exchange exchange) {
    return !loadKnown
        || PageIndex.type(exchange)
            .filter(
                type ->
                    type == ResourceType.FETCH
                        || type == ResourceType.MANIFEST
                        || type == ResourceType.OTHER)
            .isEmpty();
  }
}
