package dev.lightfoot.probe.http.wire;

import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import java.util.Optional;
import java.util.function.IntFunction;

/// What we send on an h2 connection: each HEADERS frame that opens a stream begins a request.
final class Http2Requests implements Http2Frames.Sink {
  private final IntFunction<Optional<Http2Stream>> streams;
  private Optional<ExchangeTrace> trace = Optional.empty();
  private boolean endStream;

  /// @param streams whose a stream is
  Http2Requests(IntFunction<Optional<Http2Stream>> streams) {
    this.streams = streams;
  }

  @Override
  public void begin(int type, int flags, int number, int length, long begun) {
    boolean headers = type == Http2Frames.HEADERS || type == Http2Frames.CONTINUATION;
    Optional<Http2Stream> stream =
        headers || type == Http2Frames.DATA ? streams.apply(number) : Optional.empty();
    trace = stream.map(Http2Stream::trace);
    endStream = (flags & Http2Frames.END_STREAM) != 0;
    if (stream.isEmpty()) {
      return;
    }
    ExchangeTrace its = stream.get().trace();
    if (!stream.get().request()) {
      its.mark(Mark.SEND_FIRST_BYTE, its.clock().of(begun));
      its.enter(Phase.SEND, its.clock().of(begun));
    }
    its.requestBytes(headers ? length : 0, headers ? 0 : length);
  }

  @Override
  public void payload(byte[] bytes, int offset, int count, long first, long last) {}

  @Override
  public void end(long last) {
    if (trace.isPresent()) {
      ExchangeTrace its = trace.get();
      its.move(Mark.SEND_LAST_BYTE, its.clock().of(last));
      if (endStream) {
        its.enter(Phase.WAIT, its.clock().of(last));
      }
    }
  }
}
