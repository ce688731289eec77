package dev.lightfoot.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The final response of one exchange as it came in.
///
/// @param headerBytes bytes of the header section on the wire (HPACK block on HTTP/2); 0 where the
///   source of the exchange does not know
/// @param bodyBytes body bytes as sent, without framing (W3C `encodedBodySize`)
/// @param decodedBytes body bytes after its content codings (W3C `decodedBodySize`); empty where
///   they were not decoded
/// @param headers the lines in the order received
/// @param cut why the body is not whole, one of the words in [Cut]; empty where it is
public record ResponseFacts(
    long headerBytes,
    long bodyBytes,
    OptionalLong decodedBytes,
    List<Header> headers,
    Optional<String> cut) {
  public ResponseFacts {
    headers = List.copyOf(headers);
  }

  /// The first value of that name.
  public Optional<String> header(String name) {
    return headers.stream().filter(header -> header.named(name)).map(Header::value).findFirst();
  }

  /// The content codings, outermost last, as in the `Content-Encoding` field; several lines of that
  /// name are one list.
  public Optional<String> contentEncoding() {
    return headers.stream()
        .filter(header -> header.named("content-encoding"))
        .map(Header::value)
        .reduce((inner, outer) -> inner + ", " + outer);
  }

  /// Why a body is not whole.
  public static final class Cut {
    private Cut() {}

    /// More bytes than the limit for one resource.
    public static final String TOO_LARGE = "too-large";

    /// Decoded to far more bytes than were sent.
    public static final String RATIO = "ratio";

    /// More content codings than the limit.
    public static final String TOO_MANY_CODINGS = "too-many-codings";

    /// The bytes do not fit their content coding.
    public static final String UNDECODABLE = "undecodable";

    /// The peer closed before the announced end.
    public static final String CLOSED_EARLY = "closed-early";

    /// The time for the run was used up.
    public static final String TIMEOUT = "timeout";

    /// The person stopped it.
    public static final String CANCELLED = "cancelled";
  }
}
