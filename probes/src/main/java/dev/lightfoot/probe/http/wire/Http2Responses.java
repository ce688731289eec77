package dev.lightfoot.probe.http.wire;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.wire.SharedConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import okio.ByteString;

/// What comes back on an h2 connection: header blocks, body bytes and the ends of streams, and how
/// many streams the server takes.
final class Http2Responses implements Http2Frames.Sink {
  private static final int PRIORITY_BYTES = 5;

  private final IntFunction<Optional<Http2Stream>> streams;
  private final Runnable settle;
  private final ByteArrayOutputStream block = new ByteArrayOutputStream();
  private final Http2Settings settings = new Http2Settings();
  private final List<Block> blocks = new ArrayList<>();
  private Optional<Http2Stream> stream = Optional.empty();
  private Optional<IOException> overLimit = Optional.empty();
  private boolean goesAway;
  private int unowned;
  private int type;
  private int flags;
  private int padding;
  private int position;
  private int length;
  private long blockFirst;
  private boolean endStream;

  /// One header block as it arrived.
  ///
  /// @param stream the stream it is on; empty where that exchange is over
  /// @param leading whether no body byte came before it
  /// @param first arrival of its first byte, raw nanoTime
  /// @param last of its last byte
  record Block(
      Optional<Http2Stream> stream, boolean leading, ByteString bytes, long first, long last) {}

  /// @param streams finds a stream by its number
  /// @param settle decodes the header blocks that have come
  Http2Responses(IntFunction<Optional<Http2Stream>> streams, Runnable settle) {
    this.streams = streams;
    this.settle = settle;
  }

  /// What is too much of what came; the connection is then of no more use.
  Optional<IOException> overLimit() {
    return overLimit;
  }

  /// Whether the server takes no more requests on it.
  boolean goesAway() {
    return goesAway;
  }

  /// How many streams the server takes at a time.
  int mostStreams() {
    // one may always try: a server that takes none says so again
    return Math.max(1, settings.mostStreams().orElse(SharedConnection.USUAL_STREAMS));
  }

  /// The blocks that have come since the last call.
  List<Block> takeBlocks() {
    List<Block> due = List.copyOf(blocks);
    blocks.clear();
    unowned = 0;
    return due;
  }

  @Override
  public void begin(int newType, int newFlags, int number, int newLength, long at) {
    type = newType;
    flags = newFlags;
    length = newLength;
    position = 0;
    padding = 0;
    switch (type) {
      case Http2Frames.HEADERS -> {
        stream = streams.apply(number);
        block.reset();
        blockFirst = at;
        endStream = (flags & Http2Frames.END_STREAM) != 0;
      }
      case Http2Frames.DATA -> {
        stream = streams.apply(number);
        endStream = (flags & Http2Frames.END_STREAM) != 0;
      }
      case Http2Frames.SETTINGS -> settings.begin();
      case Http2Frames.GOAWAY -> goesAway = true;
      default -> {}
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
      case Http2Frames.SETTINGS -> settings.payload(bytes, from, left);
      default -> {}
    }
  }

  private void data(int count, long first, long last) {
    if (stream.isPresent()) {
      stream.get().bodyBegins();
      ExchangeTrace trace = stream.get().trace();
      trace.enter(Phase.RECEIVE, trace.clock().of(first));
      trace.body(count, trace.clock().of(first), trace.clock().of(last));
    }
  }

  private void headers(byte[] bytes, int from, int count) {
    if (block.size() + count > ResponseLimits.MAX_HEADER_BYTES) {
      tooMuch("The response's headers are longer than 256 KiB.");
      return;
    }
    block.write(bytes, from, count);
  }

  private void tooMuch(String message) {
    stream.ifPresent(
        its -> {
          long first = its.trace().clock().of(blockFirst);
          its.trace().mark(Mark.FINAL_FIRST_BYTE, first);
          its.trace().enter(Phase.RECEIVE, first);
          its.trace().fail(Optional.of(Phase.RECEIVE), ErrorType.HEADERS_TOO_LARGE, message);
        });
    overLimit = Optional.of(new HeadersTooLarge(message));
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
    boolean priority = type == Http2Frames.HEADERS && (flags & Http2Frames.PRIORITY) != 0;
    if (priority && bytes.length > PRIORITY_BYTES) {
      bytes = Arrays.copyOfRange(bytes, PRIORITY_BYTES, bytes.length);
    }
    int count = stream.map(Http2Stream::anotherBlock).orElseGet(() -> ++unowned);
    if (count > ResponseLimits.MAX_INTERIM) {
      tooMuch("More than " + ResponseLimits.MAX_INTERIM + " interim responses came.");
      return;
    }
    boolean leading = stream.isPresent() && !stream.get().bodySeen();
    blocks.add(new Block(stream, leading, ByteString.of(bytes), blockFirst, last));
    if (leading) {
      ExchangeTrace trace = stream.get().trace();
      trace.mark(Mark.FIRST_BYTE, trace.clock().of(blockFirst));
      if (!endStream) {
        stream.get().watcher().headerBlock(settle);
      }
    }
    streamEnded(last);
  }

  private void streamEnded(long last) {
    if (endStream && stream.isPresent()) {
      ExchangeTrace trace = stream.get().trace();
      trace.mark(Mark.LAST_BYTE, trace.clock().of(last));
    }
  }
}
