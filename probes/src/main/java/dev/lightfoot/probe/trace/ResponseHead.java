package dev.lightfoot.probe.trace;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.url.PercentCoding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The head of a final response as it came, whatever is wrong with it.
///
/// @param version as the status line says, such as `HTTP/1.1`; empty where there is no such line
/// @param status its status; 0 where it has none
/// @param lines header lines, without pseudo-header fields; each character of a value is one byte
/// @param fault which rule it breaks, as far as its reader could see
public record ResponseHead(String version, int status, List<Header> lines, Optional<String> fault) {
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  public ResponseHead {
    lines = List.copyOf(lines);
  }

  /// The header lines as text: UTF-8 where the bytes are that, else Latin-1.
  public List<Header> headers() {
    return lines.stream().map(line -> new Header(line.name(), text(line.value()))).toList();
  }

  private static String text(String bytes) {
    if (bytes.chars().allMatch(c -> c < 0x80)) {
      return bytes;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return bytes;
    }
  }

  /// The `Location`, whose bytes beyond ASCII are percent-encoded as they came, as browsers do it:
  /// no charset has to be guessed.
  public Optional<String> location() {
    return first("location").map(PercentCoding::bytes);
  }

  private Optional<String> first(String name) {
    return lines.stream().filter(line -> line.named(name)).map(Header::value).findFirst();
  }

  /// All values of that name as one list (RFC 9110 section 5.3); empty for none.
  public String list(String name) {
    return String.join(
        ", ", lines.stream().filter(line -> line.named(name)).map(Header::value).toList());
  }

  /// Whether no body follows it, whatever its lines say (RFC 9110 section 6.4.1).
  ///
  /// @param method the request's
  public boolean isBodiless(String method) {
    return method.equals("HEAD") || isBodiless(status);
  }

  /// Whether no body follows that status.
  public static boolean isBodiless(int status) {
    return status == NO_CONTENT || status == NOT_MODIFIED;
  }

  /// How long the body is said to be; empty where that is not said in one number.
  public OptionalLong announcedLength() {
    Optional<String> length = first("content-length").map(String::strip);
    return length.isPresent() && length.get().matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(length.get()))
        : OptionalLong.empty();
  }

  /// Says that a body is not as long as announced (RFC 9113 section 8.1.1, RFC 9114 section 4.1.2).
  public static String lengthDiffers(String host, long announced, long came) {
    return host
        + " announced "
        + announced
        + " body bytes (Content-Length) and sent "
        + came
        + (came < announced ? ": the body is cut." : ": more than it may.");
  }
}
