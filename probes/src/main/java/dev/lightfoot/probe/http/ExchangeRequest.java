package dev.lightfoot.probe.http;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.Initiator;
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
/// @param initiator what caused it on a page; empty for a probe
/// @param carriage how it is carried beside others
public record ExchangeRequest(
    HttpUrl url,
    String method,
    List<Header> headers,
    Optional<Body> body,
    Optional<String> redirectedFrom,
    Optional<Initiator> initiator,
    Carriage carriage) {
  private static final String CONTINUE = "100-continue";

  public ExchangeRequest {
    headers = List.copyOf(headers);
  }

  /// A request of a probe.
  public ExchangeRequest(
      HttpUrl url,
      String method,
      List<Header> headers,
      Optional<Body> body,
      Optional<String> redirectedFrom,
      Optional<Initiator> initiator) {
    this(url, method, headers, body, redirectedFrom, initiator, Carriage.PLAIN);
  }

  /// A request that no page caused.
  public ExchangeRequest(
      HttpUrl url,
      String method,
      List<Header> headers,
      Optional<Body> body,
      Optional<String> redirectedFrom) {
    this(url, method, headers, body, redirectedFrom, Optional.empty());
  }

  /// The same with these header lines.
  public ExchangeRequest with(List<Header> otherHeaders) {
    return new ExchangeRequest(
        url, method, otherHeaders, body, redirectedFrom, initiator, carriage);
  }

  /// The same, carried so.
  public ExchangeRequest carried(Carriage how) {
    return new ExchangeRequest(url, method, headers, body, redirectedFrom, initiator, how);
  }

  /// Whether its body waits for leave (RFC 9110 section 10.1.1).
  boolean expectsContinue() {
    return body.isPresent()
        && headers.stream()
            .anyMatch(line -> line.named("expect") && line.value().equalsIgnoreCase(CONTINUE));
  }

  /// Whether it may be sent again where it is not known if the server saw it (RFC 9110 section
  /// 9.2.2).
  boolean isRepeatable() {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE" -> true;
      default -> false;
    };
  }

  /// A request body.
  public record Body(ByteString bytes, String contentType) {}
}
