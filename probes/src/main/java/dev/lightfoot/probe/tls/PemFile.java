package dev.lightfoot.probe.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The blocks of a text file of keys and certificates (RFC 7468), and of the older form of keys
/// that has header lines in it (RFC 1421).
///
/// @param blocks in their order; text between them is passed over
record PemFile(List<Block> blocks) {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  PemFile {
    blocks = List.copyOf(blocks);
  }

  /// One of them.
  ///
  /// @param label such as `CERTIFICATE`
  /// @param encrypted in the older form, which says so in a header line
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Block(String label, boolean encrypted, byte[] der) {}

  static boolean is(String text) {
    return text.contains(BEGIN);
  }

  /// @throws IllegalArgumentException where a block does not end, or is not Base64
  static PemFile parse(String text) {
    List<Block> blocks = new ArrayList<>();
    Optional<String> label = Optional.empty();
    boolean encrypted = false;
    StringBuilder body = new StringBuilder();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith(BEGIN) && line.endsWith(DASHES)) {
        label = Optional.of(line.substring(BEGIN.length(), line.length() - DASHES.length()));
        encrypted = false;
        body.setLength(0);
      } else if (label.isPresent() && line.startsWith(END)) {
        byte[] der = Base64.getDecoder().decode(body.toString());
        blocks.add(new Block(label.get(), encrypted, der));
        label = Optional.empty();
      } else if (line.contains(":")) {
        encrypted |= line.startsWith("Proc-Type:") && line.endsWith("ENCRYPTED");
      } else {
        body.append(line);
      }
    }
    if (label.isPresent()) {
      throw new IllegalArgumentException("a block has no end");
    }
    return new PemFile(blocks);
  }
}
