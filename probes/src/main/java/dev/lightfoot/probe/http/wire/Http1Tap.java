package dev.lightfoot.probe.http.wire;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.trace.Deferred;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.wire.ConnectionTrace;
import dev.lightfoot.probe.wire.PlainTap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okio.Buffer;

/// Follows HTTP/1.1 messages (RFC 9112) on one connection, far enough to distinguish head from body
/// and interim from final responses. What is wrong with a message is for the HTTP engine to say.
public final class Http1Tap implements PlainTap {
  private final ConnectionTrace connection;
  private ExchangeTrace trace;
  private boolean started;
  private HeadScanner requestHead = new HeadScanner();
  private Optional<Http1Response> response = Optional.empty();

  public Http1Tap(ConnectionTrace connection) {
    this.connection = connection;
    this.trace = connection.current();
  }

  /// Each exchange starts afresh with its first request byte.
  private void attend() {
    ExchangeTrace now = connection.current();
    if (!started || now != trace) {
      started = true;
      trace = now;
      requestHead = new HeadScanner();
      response = Optional.empty();
    }
  }

  @Override
  public synchronized void sent(byte[] bytes, int offset, int length, long first, long last) {
    attend();
    trace.mark(Mark.SEND_FIRST_BYTE, trace.clock().of(first));
    trace.enter(Phase.SEND, trace.clock().of(first));
    int head = requestHead.feed(bytes, offset, length);
    trace.requestBytes(head, length - head);
    trace.move(Mark.SEND_LAST_BYTE, trace.clock().of(last));
    if (requestHead.complete && trace.requestBodyBytes() >= Http1Body.length(requestHead.text())) {
      trace.enter(Phase.WAIT, trace.clock().of(last));
    }
  }

  @Override
  public synchronized void received(byte[] bytes, int offset, int length, long first, long last)
      throws IOException {
    attend();
    if (response.isEmpty()) {
      boolean head = requestHead.text().startsWith("HEAD ");
      response = Optional.of(new Http1Response(trace, head));
    }
    response.get().feed(bytes, offset, length, trace.clock().of(first), trace.clock().of(last));
  }

  @Override
  public synchronized void ended(long at) {
    response.ifPresent(Http1Response::ended);
  }

  /// The body without chunks where more than chunks is to be undone: the library does not see that
  /// it is chunked, nor where it ends.
  synchronized Optional<Buffer> unchunked() {
    return response.flatMap(each -> each.body).flatMap(Http1Body::unchunked);
  }

  /// Whether the response has come to its end.
  @Override
  public synchronized boolean hasEnded() {
    return response.flatMap(each -> each.body).filter(Http1Body::isDone).isPresent();
  }

  @Override
  public synchronized Optional<byte[]> goOn(ExchangeTrace waiting) {
    return waiting == trace && response.isEmpty()
        ? Optional.of("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
        : Optional.empty();
  }

  /// Splits a message's head from what follows and keeps it.
  private static final class HeadScanner {
    private static final String VERSION = "HTTP/1.";

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private int lines;
    private int lineLength;
    private boolean complete;

    /// Takes bytes of the head; says how many belonged to it.
    int feed(byte[] bytes, int offset, int length) {
      int taken = 0;
      while (taken < length && !complete) {
        byte value = bytes[offset + taken++];
        head.write(value);
        if (value == '\n') {
          complete = lineLength == 0;
          lines++;
          lineLength = 0;
        } else if (value != '\r') {
          lineLength++;
        }
      }
      return taken;
    }

    /// The library knows no HTTP/1.2, which by the rules of versions is read as 1.1 (RFC 9110
    /// section 2.5): so it is shown 1.1.
    ///
    /// @param start where the head begins, before these bytes perhaps
    void readable(byte[] bytes, int start, int from, int to) {
      int minor = start + VERSION.length();
      boolean here = minor >= from && minor < to && text().startsWith(VERSION);
      if (here && bytes[minor] > '1' && bytes[minor] <= '9') {
        bytes[minor] = '1';
      }
    }

    String text() {
      return head.toString(StandardCharsets.ISO_8859_1);
    }
  }

  /// One final response and the interim ones before it.
  private static final class Http1Response {
    private final ExchangeTrace trace;
    private final boolean answersHead;
    private HeadScanner head = new HeadScanner();
    private long headFirst;
    private int interims;
    private Optional<Http1Body> body = Optional.empty();

    Http1Response(ExchangeTrace trace, boolean answersHead) {
      this.trace = trace;
      this.answersHead = answersHead;
    }

    void feed(byte[] bytes, int offset, int length, long first, long last) throws IOException {
      int position = offset;
      int end = offset + length;
      while (position < end && body.isEmpty()) {
        if (head.head.size() == 0) {
          headFirst = first;
          trace.mark(Mark.FIRST_BYTE, first);
        }
        int before = head.head.size();
        int taken = head.feed(bytes, position, end - position);
        head.readable(bytes, position - before, position, position + taken);
        position += taken;
        checkLimits();
        if (head.complete) {
          checkFaults();
          headComplete(last);
        }
      }
      if (position < end && body.isPresent()) {
        body.get().feed(bytes, position, end - position, first, last);
      }
    }

    private void checkLimits() throws IOException {
      if (head.head.size() > ResponseLimits.MAX_HEADER_BYTES
          || head.lines > ResponseLimits.MAX_HEADER_LINES) {
        trace.mark(Mark.FINAL_FIRST_BYTE, headFirst);
        String message =
            head.lines > ResponseLimits.MAX_HEADER_LINES
                ? "The response has more than " + ResponseLimits.MAX_HEADER_LINES + " header lines."
                : "The response's headers are longer than 256 KiB.";
        trace.enter(Phase.RECEIVE, headFirst);
        trace.fail(Optional.of(Phase.RECEIVE), ErrorType.HEADERS_TOO_LARGE, message);
        throw new HeadersTooLarge(message);
      }
    }

    private void checkFaults() throws IOException {
      String text = head.text();
      Optional<String> fault = HeadFaults.of(text);
      if (fault.isPresent()) {
        trace.head(new Deferred<>(() -> Http1Head.of(text, fault)));
        trace.mark(Mark.FINAL_FIRST_BYTE, headFirst);
        trace.enter(Phase.RECEIVE, headFirst);
        trace.fail(Optional.of(Phase.RECEIVE), ErrorType.MALFORMED_RESPONSE, fault.get());
        throw new IOException(fault.get());
      }
    }

    private HeadersTooLarge tooManyInterims() {
      String message =
          "More than " + ResponseLimits.MAX_INTERIM + " interim responses came, and no final one.";
      trace.fail(Optional.of(Phase.WAIT), ErrorType.HEADERS_TOO_LARGE, message);
      return new HeadersTooLarge(message);
    }

    private void headComplete(long last) throws HeadersTooLarge {
      String text = head.text();
      int status = Http1Head.status(text);
      if (status == 0) {
        body = Optional.of(Http1Body.none(trace)); // no HTTP: the engine will say so
        return;
      }
      if (status >= 100 && status < 200 && status != 101) {
        if (++interims > ResponseLimits.MAX_INTERIM) {
          throw tooManyInterims();
        }
        trace.interim(new Interim(status, headFirst));
        head = new HeadScanner();
        return;
      }
      trace.mark(Mark.FINAL_FIRST_BYTE, headFirst);
      trace.enter(Phase.RECEIVE, headFirst);
      trace.mark(Mark.HEADERS_COMPLETE, last);
      trace.responseHeaderBytes(head.head.size());
      trace.head(new Deferred<>(() -> Http1Head.of(text, Optional.empty())));
      Http1Body started = Http1Body.of(trace, status, text, answersHead);
      body = Optional.of(started);
      if (started.isDone()) {
        trace.mark(Mark.LAST_BYTE, last);
      }
    }

    void ended() {
      body.ifPresent(Http1Body::ended);
    }
  }
}
