package dev.lightfoot.app;

import dev.lightfoot.app.cli.option.PageEngines;
import dev.lightfoot.probe.PageSeries;
import dev.lightfoot.probe.Probe;
import dev.lightfoot.probe.chrome.ChromePages;

/// The engines that come with the program, and the browsers on this computer.
final class InstalledEngines implements PageEngines {
  @Override
  public PageSeries builtin() {
    return (plans, listener, cancellation) -> Probe.pages().compare(plans, listener, cancellation);
  }

  @Override
  public PageSeries chrome(Browser browser) {
    return new ChromePages(browser.program(), browser.traces(), browser.sandbox());
  }
}
