package dev.lightfoot.probe.page.request;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.page.Viewport;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/// The page to load.
///
/// @param url of its document
/// @param lines header lines for every request; those that may hold a credential go to the
///   document's own origin only
/// @param trace a new `traceparent` for each request to the document's own origin; empty where the
///   lines hold one
/// @param cookies `name=value` pairs for the document's own origin
/// @param viewport what it is loaded for
public record PageRequest(
    HttpUrl url,
    List<Header> lines,
    Optional<Supplier<Header>> trace,
    List<String> cookies,
    Viewport viewport) {
  public PageRequest {
    lines = List.copyOf(lines);
    cookies = List.copyOf(cookies);
  }
}
