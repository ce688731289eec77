package dev.lightfoot.probe.http.wire;

import dev.lightfoot.model.ResponseFacts.Cut;
import dev.lightfoot.probe.wire.BodyStart;
import dev.lightfoot.probe.wire.ResponseWatcher;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
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
  private final ResponseWatcher watcher;
  private long bytes;
  private Optional<String> cut = Optional.empty();
  private OptionalLong decodedBytes = OptionalLong.empty();
  private ByteString start = ByteString.EMPTY;

  public BodyReading(Response response, ResponseWatcher watcher) {
    this.watcher = watcher;
    List<String> codings = new ArrayList<>(response.headers("Content-Encoding"));
    String applied = String.join(",", response.headers("Transfer-Encoding"));
    for (String each : applied.split(",", -1)) { // after those of the content
      if (!each.strip().equalsIgnoreCase("chunked")) {
        codings.add(each);
      }
    }
    this.coding = Optional.of(String.join(",", codings));
  }

  /// Reads to the end, or to the limit: then the call is given up.
  ///
  /// @param tap what sees the body pass on HTTP/1.1: where it has a coding above its chunks, the
  ///   library does not see that it has chunks, nor where it ends
  public void read(Call call, Response response, Optional<Http1Tap> tap) throws IOException {
    Optional<Buffer> unchunked = tap.flatMap(Http1Tap::unchunked);
    if (unchunked.isEmpty()) {
      read(call, response, () -> false, watcher);
      return;
    }
    read(call, response, tap.orElseThrow()::hasEnded, ResponseWatcher.NONE);
    if (!tap.orElseThrow().hasEnded()) {
      throw new EOFException("the end of the chunks did not come");
    }
    kept.clear();
    bytes = unchunked.get().size();
    watcher.body(unchunked.get());
    kept.writeAll(unchunked.get());
  }

  private void read(Call call, Response response, BooleanSupplier over, ResponseWatcher following)
      throws IOException {
    boolean keep = BodyDecoder.isCoded(coding);
    BufferedSource source = response.body().source();
    Buffer buffer = new Buffer();
    long count;
    while (!over.getAsBoolean() && (count = source.read(buffer, 64 * 1024)) >= 0) {
      bytes += count;
      boolean goesOn = following.body(buffer);
      // Whole segments change hands, nothing is copied.
      kept.write(buffer, keep ? count : Math.min(count, BodyStart.MAX_BYTES - kept.size()));
      buffer.clear();
      if (bytes > ResponseLimits.MAX_BODY_BYTES || !goesOn) {
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
