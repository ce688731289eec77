package dev.lightfoot.probe.http.wire;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.trace.Deferred;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.trace.ResponseHead;
import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.PlainTap;
import dev.lightfoot.probe.wire.ResponseWatcher;
import dev.lightfoot.probe.wire.SharedConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.internal.http2.Hpack;
import okio.Buffer;
import okio.ByteString;

/// Follows HTTP/2 frames on one connection and notes them for the exchanges whose streams they are
/// on. Many exchanges share it.
///
/// Header blocks are only stored while bytes pass, and decoded when [#settle] asks: HPACK state
/// belongs to the connection, so every block is decoded once, in order, and none between two
/// stamps.
public final class Http2Tap implements PlainTap, SharedConnection {
  private static final int PREFACE = 24;
  private static final int HPACK_TABLE = 4_096;
  private static final int EARLY_HINTS = 103;
  private static final byte[] CONTINUE = {0, 0, 5, 1, 4, 0, 0, 0, 0, 8, 3, '1', '0', '0'};

  /// The engine's first stream: 1 is left for an upgrade from HTTP/1.1.
  private static final int FIRST_STREAM = 3;

  private final ConnectionTrace connection;
  private final Http2Frames out = new Http2Frames(PREFACE, new Http2Requests(this::stream));
  private final Http2Responses responses = new Http2Responses(this::stream, this::settle);
  private final Http2Frames in = new Http2Frames(0, responses);
  private final Buffer hpackInput = new Buffer();
  private final Hpack.Reader hpack = new Hpack.Reader(hpackInput, HPACK_TABLE);
  private final ReentrantLock opening = new ReentrantLock();
  private final Map<Integer, Http2Stream> streams = new HashMap<>();
  private int nextStream = FIRST_STREAM;
  private boolean ended;

  public Http2Tap(ConnectionTrace connection) {
    this.connection = connection;
  }

  /// The next stream that is opened is that exchange's. Until [#opened] no other is opened: so its
  /// number is known before its first byte is written, and an answer that comes while the write has
  /// not returned yet finds its exchange.
  ///
  /// @param watcher follows its response
  public void open(ExchangeTrace trace, ResponseWatcher watcher) {
    opening.lock();
    synchronized (this) {
      streams.put(nextStream, new Http2Stream(trace, watcher));
      nextStream += 2;
    }
  }

  /// The request has been handed over, or will never be: then the library opens no further stream
  /// on this connection.
  public void opened() {
    if (opening.isHeldByCurrentThread()) {
      opening.unlock();
    }
  }

  /// That exchange has ended: what still comes on its stream is dropped.
  public synchronized void over(ExchangeTrace trace) {
    streams.values().removeIf(stream -> stream.trace() == trace);
  }

  private Optional<Http2Stream> stream(int number) {
    return Optional.ofNullable(streams.get(number));
  }

  @Override
  public synchronized void sent(byte[] bytes, int offset, int length, long first, long last) {
    out.feed(bytes, offset, length, first, last);
  }

  @Override
  public synchronized void received(byte[] bytes, int offset, int length, long first, long last)
      throws IOException {
    in.feed(bytes, offset, length, first, last);
    if (responses.overLimit().isPresent()) {
      throw responses.overLimit().get();
    }
  }

  @Override
  public synchronized void ended(long at) {
    ended = true;
  }

  /// A HEADERS frame with the status 100, literal and not indexed (RFC 7541 section 6.2.2), so that
  /// no table changes.
  @Override
  public synchronized Optional<byte[]> goOn(ExchangeTrace waiting) {
    return streams.entrySet().stream()
        .filter(each -> each.getValue().trace() == waiting && in.isBetweenFrames())
        .map(Map.Entry::getKey)
        .map(number -> ByteBuffer.allocate(14).put(CONTINUE).putInt(5, number).array())
        .findFirst();
  }

  @Override
  public synchronized boolean takesMore() {
    return !ended && !responses.goesAway() && !connection.isClosed();
  }

  @Override
  public synchronized int mostStreams() {
    return responses.mostStreams();
  }

  /// Decodes the header blocks that have come since the last call and notes what they mean for
  /// their exchanges: interim responses, and which block is the final one. The bytes that pass
  /// meanwhile do not wait for it.
  public void settle() {
    synchronized (hpack) {
      List<Http2Responses.Block> due;
      synchronized (this) {
        due = responses.takeBlocks();
      }
      due.forEach(this::settle);
    }
  }

  private void settle(Http2Responses.Block block) {
    ResponseHead head = decoded(block.bytes());
    if (block.stream().isEmpty()) {
      return;
    }
    ExchangeTrace trace = block.stream().get().trace();
    if (head.lines().size() > ResponseLimits.MAX_HEADER_LINES) {
      trace.mark(Mark.FINAL_FIRST_BYTE, trace.clock().of(block.first()));
      trace.fail(
          Optional.of(Phase.RECEIVE),
          ErrorType.HEADERS_TOO_LARGE,
          "The response has more than " + ResponseLimits.MAX_HEADER_LINES + " header lines.");
    }
    if (!block.leading() || trace.has(Mark.FINAL_FIRST_BYTE)) {
      return; // trailers
    }
    long first = trace.clock().of(block.first());
    int status = head.status();
    trace.mark(Mark.FIRST_BYTE, first);
    if (status >= 100 && status < 200) {
      trace.interim(new Interim(status, first));
      if (status == EARLY_HINTS) {
        block.stream().get().watcher().hinted(head.headers());
      }
    } else {
      trace.mark(Mark.FINAL_FIRST_BYTE, first);
      trace.enter(Phase.RECEIVE, first);
      trace.mark(Mark.HEADERS_COMPLETE, trace.clock().of(block.last()));
      trace.responseHeaderBytes(block.bytes().size());
      trace.head(new Deferred<>(() -> head));
    }
  }

  /// What was read before a fault is kept.
  private ResponseHead decoded(ByteString block) {
    hpackInput.write(block);
    try {
      hpack.readHeaders();
      return Http2Head.of(hpack.getAndResetHeaderList(), Optional.empty());
    } catch (IOException e) {
      hpackInput.clear();
      String broken = Http2Head.broken(String.valueOf(e.getMessage()));
      return Http2Head.of(hpack.getAndResetHeaderList(), Optional.of(broken));
    }
  }
}
