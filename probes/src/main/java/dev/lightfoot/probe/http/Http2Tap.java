package dev.lightfoot.probe.http;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.PlainTap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.internal.http2.Header;
import okhttp3.internal.http2.Hpack;
import okio.Buffer;
import okio.ByteString;

/// Follows HTTP/2 frames on one connection. One exchange at a time uses it, so the newest request
/// stream is the current exchange's.
///
/// Header blocks are only stored while bytes pass, and decoded when [#settle] asks: HPACK state
/// belongs to the connection, so every block is decoded once, in order, and none between two
/// stamps.
final class Http2Tap implements PlainTap {
  private static final int PREFACE = 24;
  private static final int HPACK_TABLE = 4_096;

  /// The engine's first stream: 1 is left for an upgrade from HTTP/1.1.
  private static final int FIRST_STREAM = 3;

  private final ConnectionTrace connection;
  private final Http2Frames out = new Http2Frames(PREFACE, new Outgoing());
  private final Http2Frames in = new Http2Frames(0, new Incoming());
  private final Buffer hpackInput = new Buffer();
  private final Hpack.Reader hpack = new Hpack.Reader(hpackInput, HPACK_TABLE);
  private final List<Block> blocks = new ArrayList<>();
  private ExchangeTrace trace;
  private int requestStream;
  private int sentStream;
  private boolean bodySeen;
  private Optional<IOException> overLimit = Optional.empty();

  /// One header block as it arrived; `leading` where no body byte came before it.
  private record Block(
      ExchangeTrace trace, boolean leading, ByteString bytes, long first, long last) {}

  Http2Tap(ConnectionTrace connection) {
    this.connection = connection;
    this.trace = connection.current();
  }

  @Override
  public synchronized void sent(byte[] bytes, int offset, int length, long first, long last) {
    out.feed(bytes, offset, length, first, last);
  }

  @Override
  public synchronized void received(byte[] bytes, int offset, int length, long first, long last)
      throws IOException {
    in.feed(bytes, offset, length, first, last);
    if (overLimit.isPresent()) {
      throw overLimit.get();
    }
  }

  @Override
  public void ended(long at) {}

  /// A newer stream is the current exchange's.
  private void attend(int stream) {
    if (stream > requestStream) {
      requestStream = stream;
      trace = connection.current();
      bodySeen = false;
    }
  }

  /// A write is noted when it returns, and a near server can have answered by then: its answer on
  /// the next stream says that the request has left.
  private void attendEarlyAnswer(int stream) {
    boolean next = stream == (requestStream == 0 ? FIRST_STREAM : requestStream + 2);
    if (next) {
      attend(stream);
    }
  }

  /// Decodes the header blocks that have come since the last call and notes what they mean for
  /// their exchanges: interim responses, and which block is the final one.
  synchronized void settle() {
    for (Block block : blocks) {
      int status = status(block);
      if (!block.leading || block.trace.has(Mark.FINAL_FIRST_BYTE)) {
        continue; // trailers
      }
      block.trace.mark(Mark.FIRST_BYTE, block.first);
      if (status >= 100 && status < 200) {
        block.trace.interim(new Interim(status, block.first));
      } else {
        block.trace.mark(Mark.FINAL_FIRST_BYTE, block.first);
        block.trace.enter(Phase.RECEIVE, block.first);
        block.trace.mark(Mark.HEADERS_COMPLETE, block.last);
        block.trace.responseHeaderBytes(block.bytes.size());
      }
    }
    blocks.clear();
  }

  private int status(Block block) {
    hpackInput.write(block.bytes);
    try {
      hpack.readHeaders();
    } catch (IOException e) {
      hpackInput.clear();
      return 0; // the engine has refused it too
    }
    List<Header> headers = hpack.getAndResetHeaderList();
    if (headers.size() > ResponseLimits.MAX_HEADER_LINES) {
      block.trace.fail(
          Optional.of(Phase.WAIT),
          ErrorType.HEADERS_TOO_LARGE,
          "The response has more than " + ResponseLimits.MAX_HEADER_LINES + " header lines.");
    }
    for (Header header : headers) {
      if (header.name.equals(Header.RESPONSE_STATUS)) {
        try {
          return Integer.parseInt(header.value.utf8());
        } catch (NumberFormatException e) {
          return 0;
        }
      }
    }
    return 0;
  }

  /// What we send: the newest HEADERS frame opens the current exchange's stream.
  private final class Outgoing implements Http2Frames.Sink {
    private boolean request;
    private boolean headers;
    private boolean endStream;

    @Override
    public void begin(int type, int flags, int stream, int length, long begun) {
      headers = type == Http2Frames.HEADERS || type == Http2Frames.CONTINUATION;
      if (type == Http2Frames.HEADERS && stream > sentStream) {
        sentStream = stream;
        attend(stream);
        trace.mark(Mark.SEND_FIRST_BYTE, trace.clock().of(begun));
        trace.enter(Phase.SEND, trace.clock().of(begun));
      }
      request = stream != 0 && stream == requestStream && (headers || type == Http2Frames.DATA);
      endStream = request && (flags & Http2Frames.END_STREAM) != 0;
      if (request && headers) {
        trace.requestBytes(length, 0);
      } else if (request) {
        trace.requestBytes(0, length);
      }
    }

    @Override
    public void payload(byte[] bytes, int offset, int count, long first, long last) {}

    @Override
    public void end(long last) {
      if (request) {
        trace.move(Mark.SEND_LAST_BYTE, trace.clock().of(last));
      }
      if (endStream) {
        trace.enter(Phase.WAIT, trace.clock().of(last));
      }
    }
  }

  /// What comes back: header blocks, body bytes and the end of the current exchange's stream.
  private final class Incoming implements Http2Frames.Sink {
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private int type;
    private int flags;
    private int stream;
    private int padding;
    private int position;
    private int length;
    private long begun;
    private long blockFirst;
    private boolean endStream;

    @Override
    public void begin(int newType, int newFlags, int newStream, int newLength, long at) {
      type = newType;
      flags = newFlags;
      stream = newStream;
      length = newLength;
      begun = at;
      position = 0;
      padding = 0;
      if (type == Http2Frames.HEADERS || type == Http2Frames.DATA) {
        attendEarlyAnswer(stream);
      }
      if (type == Http2Frames.HEADERS) {
        block.reset();
        blockFirst = begun;
        endStream = (flags & Http2Frames.END_STREAM) != 0;
      } else if (type == Http2Frames.DATA) {
        endStream = (flags & Http2Frames.END_STREAM) != 0;
      }
    }

    @Override
    public void payload(byte[] bytes, int offset, int count, long first, long last) {
      int from = offset;
      int left = count;
      boolean padded = (flags & Http2Frames.PADDED) != 0;
      if (padded && position == 0 && (type == Http2Frames.DATA || type == Http2Frames.HEADERS)) {
        padding = bytes[from] & 0xff;
        from++;
        left--;
        position++;
      }
      int useful = Math.min(left, Math.max(0, length - padding - position));
      position += left;
      switch (type) {
        case Http2Frames.DATA -> data(useful, first, last);
        case Http2Frames.HEADERS, Http2Frames.CONTINUATION -> headers(bytes, from, useful);
        default -> {}
      }
    }

    private void data(int count, long first, long last) {
      if (stream == requestStream) {
        bodySeen = true;
        trace.enter(Phase.RECEIVE, trace.clock().of(first));
        trace.body(count, trace.clock().of(first), trace.clock().of(last));
      }
    }

    private void headers(byte[] bytes, int from, int count) {
      if (block.size() + count > ResponseLimits.MAX_HEADER_BYTES) {
        String message = "The response's headers are longer than 256 KiB.";
        trace.fail(Optional.of(Phase.WAIT), ErrorType.HEADERS_TOO_LARGE, message);
        overLimit = Optional.of(new HeadersTooLarge(message));
        return;
      }
      block.write(bytes, from, count);
    }

    @Override
    public void end(long last) {
      switch (type) {
        case Http2Frames.HEADERS, Http2Frames.CONTINUATION -> {
          if ((flags & Http2Frames.END_HEADERS) != 0) {
            headersComplete(last);
          }
        }
        case Http2Frames.DATA -> streamEnded(last);
        default -> {}
      }
    }

    private void headersComplete(long last) {
      byte[] bytes = block.toByteArray();
      if ((flags & Http2Frames.PRIORITY) != 0 && type == Http2Frames.HEADERS && bytes.length > 5) {
        bytes = java.util.Arrays.copyOfRange(bytes, 5, bytes.length);
      }
      boolean ours = stream == requestStream;
      if (blocks.size() >= ResponseLimits.MAX_INTERIM) {
        overLimit =
            Optional.of(new HeadersTooLarge("The response has more than 100 header blocks."));
        trace.fail(
            Optional.of(Phase.WAIT),
            ErrorType.HEADERS_TOO_LARGE,
            "More than 100 interim responses came.");
        return;
      }
      long first = trace.clock().of(blockFirst);
      blocks.add(
          new Block(trace, ours && !bodySeen, ByteString.of(bytes), first, trace.clock().of(last)));
      if (ours && !bodySeen) {
        trace.mark(Mark.FIRST_BYTE, first);
      }
      streamEnded(last);
    }

    private void streamEnded(long last) {
      if (endStream && stream == requestStream) {
        trace.mark(Mark.LAST_BYTE, trace.clock().of(last));
      }
    }
  }
}
