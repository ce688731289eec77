package dev.lightfoot.probe.page;

import dev.lightfoot.probe.http.CookieBox;
import dev.lightfoot.probe.http.HttpEngine;
import dev.lightfoot.probe.page.request.PageRequest;
import dev.lightfoot.probe.page.request.Sites;
import dev.lightfoot.probe.trace.RunClock;

/// What the parts of one load share.
///
/// @param page what is loaded
/// @param engine makes the exchanges
/// @param cache what was kept of earlier loads
/// @param clock that of the run
/// @param cookies those of the load
/// @param sites which requests are the page's own
/// @param mail tasks for the loader's thread
/// @param events hears of the exchanges
/// @param notes what was left out
record LoadParts(
    PageRequest page,
    HttpEngine engine,
    HttpCache cache,
    RunClock clock,
    CookieBox cookies,
    Sites sites,
    Mailbox mail,
    LoadEvents events,
    Notes notes) {

  static LoadParts of(PageRequest page, HttpEngine engine, HttpCache cache, LoadEvents events) {
    Sites sites = new Sites(page.url());
    return new LoadParts(
        page,
        engine,
        cache,
        new RunClock(),
        new CookieBox(page.url(), page.cookies(), sites::isOther),
        sites,
        new Mailbox(),
        events,
        new Notes());
  }
}
