package dev.lightfoot.probe.http.wire;

import dev.lightfoot.probe.trace.ResponseHead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.internal.http2.Header;
import okio.ByteString;

/// Reads a decoded header block of an HTTP/2 response (RFC 9113 section 8.3.2), as far as it can be
/// read.
final class Http2Head {
  private Http2Head() {}

  /// @param block the fields that were decoded
  /// @param broken why no more of them could be
  static ResponseHead of(List<Header> block, Optional<String> broken) {
    List<dev.lightfoot.model.Header> lines = new ArrayList<>();
    Optional<String> status = Optional.empty();
    for (Header field : block) {
      if (field.name.equals(Header.RESPONSE_STATUS)) {
        status = status.or(() -> Optional.of(field.value.utf8()));
      } else if (field.name.size() > 0 && field.name.getByte(0) != ':') {
        lines.add(new dev.lightfoot.model.Header(bytes(field.name), bytes(field.value)));
      }
    }
    Optional<Integer> code = status.filter(text -> text.matches("[0-9]{3}")).map(Integer::valueOf);
    Optional<String> said = status;
    Optional<String> fault =
        code.isPresent()
            ? broken
            : broken.or(
                () ->
                    Optional.of(
                        said.map(text -> "Its status is not a number of three digits (:status).")
                            .orElse("It has no status (:status).")));
    return new ResponseHead("", code.orElse(0), lines, fault);
  }

  /// Why a block could not be decoded, in words for people.
  static String broken(String libraryWords) {
    return libraryWords.contains("mixed case")
        ? "A header name has capital letters, which HTTP/2 forbids."
        : "Its header block cannot be decompressed (HPACK).";
  }

  private static String bytes(ByteString text) {
    return text.string(StandardCharsets.ISO_8859_1);
  }
}
