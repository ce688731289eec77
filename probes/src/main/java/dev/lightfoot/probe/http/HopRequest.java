package dev.lightfoot.probe.http;

import dev.lightfoot.model.Header;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okio.ByteString;

/// One request of a run.
///
/// @param url without userinfo
/// @param method HTTP method
/// @param headers lines to send, in order
/// @param body the body and its type
/// @param redirectedFrom the URL of the hop before
public record HopRequest(
    HttpUrl url,
    String method,
    List<Header> headers,
    Optional<Body> body,
    Optional<String> redirectedFrom) {
  public HopRequest {
    headers = List.copyOf(headers);
  }

  /// A request body.
  public record Body(ByteString bytes, String contentType) {}
}
