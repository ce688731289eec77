package dev.lightfoot.probe.http;

import dev.lightfoot.probe.http.wire.Http2Tap;
import dev.lightfoot.probe.wire.ConnectionTrace;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.ByteString;

/// A request body. A long one is written while the answer is read: a server may answer before it
/// has all of it, such as with 413, and then reads no further.
final class SentBody extends RequestBody {
  /// Up to this size a body enters the kernel's send buffer in one go, and no write waits.
  static final int AT_ONCE = 16 * 1024;

  private final ByteString bytes;
  private final @org.jspecify.annotations.Nullable MediaType type;

  SentBody(ByteString bytes, @org.jspecify.annotations.Nullable MediaType type) {
    this.bytes = bytes;
    this.type = type;
  }

  @Override
  public @org.jspecify.annotations.Nullable MediaType contentType() {
    return type;
  }

  @Override
  public long contentLength() {
    return bytes.size();
  }

  private boolean isLong() {
    return bytes.size() > AT_ONCE;
  }

  /// On h2 the library itself can read while it writes.
  @Override
  public boolean isDuplex() {
    return isLong()
        && CallContext.CURRENT.isBound()
        && CallContext.current()
            .connection()
            .filter(used -> used.tap() instanceof Http2Tap)
            .isPresent();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    if (isDuplex()) {
      CallContext.current().upload(() -> writeAndClose(sink));
    } else if (isLong()) {
      sink.flush(); // the head leaves on this thread, which knows whose call it is
      CallContext.current().connection().ifPresent(ConnectionTrace::beginUpload);
      sink.write(bytes);
    } else {
      sink.write(bytes);
    }
  }

  private void writeAndClose(BufferedSink sink) throws IOException {
    try (sink) {
      sink.write(bytes);
    }
  }
}
