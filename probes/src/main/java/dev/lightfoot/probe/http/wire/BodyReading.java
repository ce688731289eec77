package dev.lightfoot.probe.http.wire;

import dev.lightfoot.model.ResponseFacts.Cut;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Call;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;

/// Takes a response body off the connection as fast as it comes. Coded bodies are kept, up to the
/// limit, to be decoded afterwards; of others only the start is kept.
public final class BodyReading {
  private final Buffer kept = new Buffer();
  private final Optional<String> coding;
  private long bytes;
  private Optional<String> cut = Optional.empty();
  private OptionalLong decodedBytes = OptionalLong.empty();
  private ByteString start = ByteString.EMPTY;

  public BodyReading(Response response) {
    this.coding = Optional.ofNullable(response.header("Content-Encoding"));
  }

  /// Reads to the end, or to the limit: then the call is given up.
  public void read(Call call, Response response) throws IOException {
    boolean keep = BodyDecoder.isCoded(coding);
    BufferedSource source = response.body().source();
    Buffer buffer = new Buffer();
    long count;
    while ((count = source.read(buffer, 64 * 1024)) >= 0) {
      bytes += count;
      // Whole segments change hands, nothing is copied.
      kept.write(buffer, keep ? count : Math.min(count, BodyStart.MAX_BYTES - kept.size()));
      buffer.clear();
      if (bytes > ResponseLimits.MAX_BODY_BYTES) {
        cut = Optional.of(Cut.TOO_LARGE);
        call.cancel();
        return;
      }
    }
  }

  /// After the last byte: how long the body is without its codings.
  public void decode() {
    if (!BodyDecoder.isCoded(coding)) {
      decodedBytes = OptionalLong.of(bytes);
      start = kept.readByteString();
      return;
    }
    BodyDecoder.Decoded decoded = BodyDecoder.decode(kept, coding);
    decodedBytes = decoded.bytes();
    cut = cut.or(decoded::cut);
    start = decoded.start();
    kept.clear();
  }

  public void cut(String reason) {
    cut = cut.or(() -> Optional.of(reason));
  }

  public Optional<String> cut() {
    return cut;
  }

  public OptionalLong decodedBytes() {
    return decodedBytes;
  }

  /// How it begins without its codings.
  public ByteString start() {
    return start;
  }
}
