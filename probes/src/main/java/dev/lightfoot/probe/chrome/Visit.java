package dev.lightfoot.probe.chrome;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.model.url.WebUrl;
import java.time.Duration;
import java.util.List;

/// What a tab is to show, and as what.
///
/// @param url of the page
/// @param viewport the window it is shown in
/// @param headers further lines of requests to the page's own origin
/// @param cookies `name=value` pairs for the page's own origin
/// @param traces whether requests to the page's own site each get a `traceparent`
/// @param allowPrivate whether a public page may lead to a private address
/// @param timeout for one load
record Visit(
    WebUrl url,
    Viewport viewport,
    List<Header> headers,
    List<String> cookies,
    boolean traces,
    boolean allowPrivate,
    Duration timeout) {
  Visit {
    headers = List.copyOf(headers);
    cookies = List.copyOf(cookies);
  }
}
