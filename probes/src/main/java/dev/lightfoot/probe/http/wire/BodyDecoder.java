package dev.lightfoot.probe.http.wire;

import com.github.luben.zstd.ZstdInputStream;
import dev.lightfoot.model.ResponseFacts.Cut;
import dev.lightfoot.probe.wire.BodyStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import okio.Buffer;
import okio.ByteString;
import org.brotli.dec.BrotliInputStream;

/// Undoes content codings (RFC 9110 section 8.4) to learn how long a body is without them. Done
/// after the last byte, so that it cannot disturb the measurement; of what is decoded only the
/// start is kept, see [BodyStart].
public final class BodyDecoder {
  /// The codings that a probe asks for; `deflate` and `zstd` are understood as well.
  public static final String ACCEPTED = "gzip, br";

  /// What came of it.
  ///
  /// @param bytes length after decoding; empty where a coding is not known
  /// @param cut why it is not whole
  /// @param start how it begins; empty where a coding is not known
  public record Decoded(OptionalLong bytes, Optional<String> cut, ByteString start) {
    Decoded(OptionalLong bytes, Optional<String> cut) {
      this(bytes, cut, ByteString.EMPTY);
    }
  }

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

  /// The bytes without their codings, while they come. Of `br` nothing comes out before its end:
  /// the library that undoes it fills its window first.
  ///
  /// @throws IOException where a coding is not known, or there are too many
  public static InputStream decoded(InputStream sent, Optional<String> contentEncoding)
      throws IOException {
    List<String> codings = codings(contentEncoding);
    if (codings.size() > ResponseLimits.MAX_CODINGS) {
      throw new IOException("more than " + ResponseLimits.MAX_CODINGS + " codings");
    }
    InputStream in = sent;
    for (String coding : codings.reversed()) {
      in = undo(coding, in).orElseThrow(() -> new IOException("a coding that is not known"));
    }
    return in;
  }

  /// Whether so many bytes of one body may be decoded.
  public static boolean isWithinLimits(long decoded) {
    return decoded <= ResponseLimits.MAX_BODY_BYTES;
  }

  private static Optional<InputStream> undo(String coding, InputStream in) throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" -> Optional.of(new GZIPInputStream(in, 8_192));
      case "deflate" -> Optional.of(inflated(in));
      case "br" -> Optional.of(new BrotliInputStream(in));
      case "zstd" -> Optional.of(new ZstdInputStream(in));
      default -> Optional.empty();
    };
  }

  /// By the standard deflate has a zlib header (RFC 9110 section 8.4.1.2), which many servers leave
  /// out: a header is eight as its method and divisible by 31 (RFC 1950).
  private static InputStream inflated(InputStream in) throws IOException {
    PushbackInputStream begun = new PushbackInputStream(in, 2);
    byte[] header = begun.readNBytes(2);
    begun.unread(header);
    boolean zlib =
        header.length == 2
            && (header[0] & 0x0f) == 8
            && (((header[0] & 0xff) << 8) | (header[1] & 0xff)) % 31 == 0;
    return new InflaterInputStream(begun, new Inflater(!zlib));
  }

  private static Decoded count(InputStream in, long sentBytes) {
    byte[] buffer = new byte[16 * 1024];
    Buffer start = new Buffer();
    long total = 0;
    while (true) {
      int read;
      try {
        read = in.read(buffer);
      } catch (IOException | RuntimeException e) {
        return decoded(total, Optional.of(Cut.UNDECODABLE), start);
      }
      if (read < 0) {
        return decoded(total, Optional.empty(), start);
      }
      total += read;
      start.write(buffer, 0, (int) Math.min(read, BodyStart.MAX_BYTES - start.size()));
      if (total > ResponseLimits.RATIO_AFTER_BYTES
          && total / sentBytes >= ResponseLimits.MAX_RATIO) {
        return decoded(total, Optional.of(Cut.RATIO), start);
      }
      if (total > ResponseLimits.MAX_BODY_BYTES) {
        return decoded(total, Optional.of(Cut.TOO_LARGE), start);
      }
    }
  }

  private static Decoded decoded(long total, Optional<String> cut, Buffer start) {
    return new Decoded(OptionalLong.of(total), cut, start.readByteString());
  }
}
