package dev.lightfoot.probe.http.wire;

import dev.lightfoot.model.ResponseFacts.Cut;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import okio.Buffer;
import org.brotli.dec.BrotliInputStream;

/// Undoes content codings (RFC 9110 section 8.4) to learn how long a body is without them. Done
/// after the last byte, so that it cannot disturb the measurement; nothing decoded is kept.
public final class BodyDecoder {
  /// The codings asked for, and therefore understood.
  public static final String ACCEPTED = "gzip, br";

  /// What came of it.
  ///
  /// @param bytes length after decoding; empty where a coding is not known
  /// @param cut why it is not whole
  public record Decoded(OptionalLong bytes, Optional<String> cut) {}

  private BodyDecoder() {}

  /// Whether there is anything to undo.
  public static boolean isCoded(Optional<String> contentEncoding) {
    return !codings(contentEncoding).isEmpty();
  }

  private static List<String> codings(Optional<String> contentEncoding) {
    List<String> codings = new ArrayList<>();
    for (String coding : contentEncoding.orElse("").split(",", -1)) {
      String name = coding.strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !name.equals("identity")) {
        codings.add(name);
      }
    }
    return codings;
  }

  /// Takes the bytes as sent; empties the buffer.
  public static Decoded decode(Buffer sent, Optional<String> contentEncoding) {
    List<String> codings = codings(contentEncoding);
    if (codings.size() > ResponseLimits.MAX_CODINGS) {
      return new Decoded(OptionalLong.empty(), Optional.of(Cut.TOO_MANY_CODINGS));
    }
    long sentBytes = sent.size();
    if (sentBytes == 0) {
      return new Decoded(OptionalLong.of(0), Optional.empty());
    }
    try {
      InputStream in = sent.inputStream();
      for (String coding : codings.reversed()) { // the last one applied is undone first
        Optional<InputStream> inner = undo(coding, in);
        if (inner.isEmpty()) {
          return new Decoded(OptionalLong.empty(), Optional.empty());
        }
        in = inner.get();
      }
      return count(in, sentBytes);
    } catch (IOException | RuntimeException e) {
      return new Decoded(OptionalLong.empty(), Optional.of(Cut.UNDECODABLE));
    }
  }

  private static Optional<InputStream> undo(String coding, InputStream in) throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" -> Optional.of(new GZIPInputStream(in, 8_192));
      case "deflate" -> Optional.of(new InflaterInputStream(in));
      case "br" -> Optional.of(new BrotliInputStream(in));
      default -> Optional.empty();
    };
  }

  private static Decoded count(InputStream in, long sentBytes) {
    byte[] buffer = new byte[16 * 1024];
    long total = 0;
    while (true) {
      int read;
      try {
        read = in.read(buffer);
      } catch (IOException | RuntimeException e) {
        return new Decoded(OptionalLong.of(total), Optional.of(Cut.UNDECODABLE));
      }
      if (read < 0) {
        return new Decoded(OptionalLong.of(total), Optional.empty());
      }
      total += read;
      if (total > ResponseLimits.RATIO_AFTER_BYTES
          && total / sentBytes >= ResponseLimits.MAX_RATIO) {
        return new Decoded(OptionalLong.of(total), Optional.of(Cut.RATIO));
      }
      if (total > ResponseLimits.MAX_BODY_BYTES) {
        return new Decoded(OptionalLong.of(total), Optional.of(Cut.TOO_LARGE));
      }
    }
  }
}
