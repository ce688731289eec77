package dev.lightfoot.receive;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import com.sun.net.httpserver.HttpExchange;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// Reads a request's body, decompressed and within its limits.
final class ReceivedBody {
  private static final int FIRST_BYTES = 16 << 10;
  private static final int BELIEVED_BYTES = 1 << 20;

  private final HttpExchange exchange;
  private final ByteBudget.Share share;

  ReceivedBody(HttpExchange exchange, ByteBudget.Share share) {
    this.exchange = exchange;
    this.share = share;
  }

  ByteBuffer read() throws RefusedRequest, IOException, InterruptedException {
    long declared = declaredLength();
    if (declared > ReceiverLimits.BODY_BYTES) {
      throw tooLarge();
    }
    // One more than declared, so that the end is met without growing. A large body gets its room
    // as it arrives: who only says that much will come shall not keep others out.
    int expected = Math.clamp(declared + 1, FIRST_BYTES, BELIEVED_BYTES);
    if (!share.reach(expected)) {
      throw busy();
    }
    try (InputStream in = decoded(new LeftOpen(exchange.getRequestBody()))) {
      return read(in, expected);
    } catch (ZipException | ZstdIOException | EOFException e) {
      throw new RefusedRequest(
          RefusedRequest.Why.MALFORMED,
          "The body cannot be decoded from its Content-Encoding: " + e.getMessage());
    }
  }

  /// Of who is refused the rest is still read, so that the answer gets there: a decoder may not
  /// close what it reads from.
  private static final class LeftOpen extends FilterInputStream {
    LeftOpen(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // closed with the exchange
    }
  }

  private long declaredLength() throws RefusedRequest {
    String text = exchange.getRequestHeaders().getFirst("Content-Length");
    try {
      return text == null ? 0 : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new RefusedRequest(RefusedRequest.Why.MALFORMED, "Content-Length is not a number.");
    }
  }

  private InputStream decoded(InputStream raw) throws RefusedRequest, IOException {
    String coding =
        String.join(",", exchange.getRequestHeaders().getOrDefault("Content-Encoding", List.of()))
            .strip()
            .toLowerCase(Locale.ROOT);
    return switch (coding) {
      case "", "identity", "none" -> raw;
      case "gzip", "x-gzip" -> new GZIPInputStream(raw, FIRST_BYTES);
      case "deflate" -> new InflaterInputStream(raw);
      case "zstd" -> new ZstdInputStream(raw);
      default ->
          throw new RefusedRequest(
              RefusedRequest.Why.MEDIA_TYPE,
              "Content-Encoding may be gzip, zstd, deflate or identity, not " + coding + ".");
    };
  }

  private ByteBuffer read(InputStream in, int expected)
      throws RefusedRequest, IOException, InterruptedException {
    byte[] bytes = new byte[expected];
    int size = 0;
    int count = in.read(bytes, 0, bytes.length);
    while (count >= 0) {
      size += count;
      if (size > ReceiverLimits.BODY_BYTES) {
        throw tooLarge();
      }
      if (size == bytes.length) {
        int larger = (int) Math.min(2L * size, ReceiverLimits.BODY_BYTES + 1L);
        if (!share.reach(larger)) {
          throw busy();
        }
        bytes = Arrays.copyOf(bytes, larger);
      }
      count = in.read(bytes, size, bytes.length - size);
    }
    return ByteBuffer.wrap(bytes, 0, size);
  }

  /// What remains in it, as an array of its own.
  static byte[] bytes(ByteBuffer body) {
    byte[] copy = new byte[body.remaining()];
    body.duplicate().get(copy);
    return copy;
  }

  private static RefusedRequest tooLarge() {
    return new RefusedRequest(
        RefusedRequest.Why.TOO_LARGE,
        "The body is larger than %d MiB: send smaller batches."
            .formatted(ReceiverLimits.BODY_BYTES >> 20));
  }

  private static RefusedRequest busy() {
    return new RefusedRequest(
        RefusedRequest.Why.BUSY, "Too much is being received just now: send it again.");
  }
}
