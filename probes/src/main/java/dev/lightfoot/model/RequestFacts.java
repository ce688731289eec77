package dev.lightfoot.model;

import java.util.List;

/// The request of one exchange as it went out.
///
/// @param headerBytes bytes of the header section on the wire (HPACK block on HTTP/2); 0 where the
///   source of the exchange does not know
/// @param cookieBytes bytes of the `Cookie` values before compression
/// @param bodyBytes bytes of the body
/// @param headers the lines in the order sent; empty where they are not known
public record RequestFacts(
    long headerBytes, long cookieBytes, long bodyBytes, List<Header> headers) {
  public RequestFacts {
    headers = List.copyOf(headers);
  }

  /// Nothing was sent.
  public static final RequestFacts NONE = new RequestFacts(0, 0, 0, List.of());
}
