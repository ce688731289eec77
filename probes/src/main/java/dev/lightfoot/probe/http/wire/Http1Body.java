package dev.lightfoot.probe.http.wire;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okio.Buffer;

/// The body of an HTTP/1.1 response, without its framing (RFC 9112 section 6).
final class Http1Body {
  private enum Framing {
    NONE,
    LENGTH,
    CHUNKED,
    UNTIL_CLOSE
  }

  /// Where a chunked body stands (RFC 9112 section 7.1).
  private enum Part {
    SIZE,
    EXTENSION,
    DATA,
    DATA_END,
    TRAILER
  }

  private final ExchangeTrace trace;
  private final Framing framing;
  private long remaining;
  private Part part = Part.SIZE;
  private int trailerLine;
  private int framingLine;
  private boolean done;
  private boolean keeps;
  private final Buffer kept = new Buffer();

  private Http1Body(ExchangeTrace trace, Framing framing, long length) {
    this.trace = trace;
    this.framing = framing;
    this.remaining = length;
    this.done = framing == Framing.NONE || (framing == Framing.LENGTH && length == 0);
  }

  static Http1Body of(ExchangeTrace trace, int status, String head, boolean answersHead) {
    if (answersHead || status == 204 || status == 304 || status == 101) {
      return none(trace);
    }
    String coding = fields(head, "transfer-encoding").collect(Collectors.joining(", "));
    if (coding.toLowerCase(Locale.ROOT).endsWith("chunked")) {
      Http1Body chunked = new Http1Body(trace, Framing.CHUNKED, 0);
      chunked.keeps = !coding.equalsIgnoreCase("chunked");
      return chunked;
    }
    String length = field(head, "content-length");
    try {
      return length.isEmpty()
          ? new Http1Body(trace, Framing.UNTIL_CLOSE, 0)
          : new Http1Body(trace, Framing.LENGTH, Long.parseLong(length));
    } catch (NumberFormatException e) {
      return new Http1Body(trace, Framing.UNTIL_CLOSE, 0);
    }
  }

  /// A body that takes no bytes.
  static Http1Body none(ExchangeTrace trace) {
    return new Http1Body(trace, Framing.NONE, 0);
  }

  /// The length that a head announces; 0 where it announces none.
  static long length(String head) {
    try {
      return Long.parseLong(field(head, "content-length"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String field(String head, String name) {
    return fields(head, name).findFirst().orElse("");
  }

  private static Stream<String> fields(String head, String name) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip());
  }

  boolean isDone() {
    return done;
  }

  /// What has come without its chunks; empty where the library sees by itself that it is chunked.
  Optional<Buffer> unchunked() {
    return keeps ? Optional.of(kept) : Optional.empty();
  }

  void feed(byte[] bytes, int offset, int length, long first, long last) throws HeadersTooLarge {
    int position = offset;
    int end = offset + length;
    while (position < end && !done) {
      switch (framing) {
        case NONE -> done = true;
        case UNTIL_CLOSE -> {
          trace.body(end - position, first, last);
          position = end;
        }
        case LENGTH -> {
          position += data(end - position, first, last);
          done = remaining == 0;
        }
        case CHUNKED -> position = chunked(bytes, position, end, first, last);
      }
    }
    if (done) {
      OptionalLong lastBody = trace.chunks().lastAtNanos();
      trace.mark(Mark.LAST_BYTE, lastBody.orElse(last));
    }
  }

  private int data(int available, long first, long last) {
    int take = (int) Math.min(available, remaining);
    trace.body(take, first, last);
    remaining -= take;
    return take;
  }

  private int chunked(byte[] bytes, int position, int end, long first, long last)
      throws HeadersTooLarge {
    if (part == Part.DATA) {
      int taken = data(end - position, first, last);
      if (keeps) {
        kept.write(bytes, position, taken);
      }
      part = remaining == 0 ? Part.DATA_END : Part.DATA;
      return position + taken;
    }
    framing(bytes[position]);
    return position + 1;
  }

  /// The HTTP engine reads such a line without a limit of its own.
  private void checkLine(byte value) throws HeadersTooLarge {
    framingLine = value == '\n' ? 0 : framingLine + 1;
    if (framingLine > ResponseLimits.MAX_HEADER_BYTES) {
      String message = "A line between the parts of the body is longer than 256 KiB.";
      trace.fail(Optional.of(Phase.RECEIVE), ErrorType.HEADERS_TOO_LARGE, message);
      throw new HeadersTooLarge(message);
    }
  }

  private void framing(byte value) throws HeadersTooLarge {
    checkLine(value);
    switch (part) {
      case SIZE -> {
        int digit = Character.digit(value, 16);
        if (digit >= 0 && remaining < Long.MAX_VALUE >> 5) {
          remaining = remaining * 16 + digit;
        } else {
          part = Part.EXTENSION;
          extension(value);
        }
      }
      case EXTENSION -> extension(value);
      case DATA_END -> part = value == '\n' ? Part.SIZE : Part.DATA_END;
      case TRAILER -> {
        if (value == '\n') {
          done = trailerLine == 0;
          trailerLine = 0;
        } else if (value != '\r') {
          trailerLine++;
        }
      }
      case DATA -> throw new IllegalStateException("data is not framing");
    }
  }

  private void extension(byte value) {
    if (value == '\n') {
      part = remaining == 0 ? Part.TRAILER : Part.DATA;
    }
  }

  /// The peer closed: the end of a body that is framed by nothing else.
  void ended() {
    if (framing == Framing.UNTIL_CLOSE) {
      trace.chunks().lastAtNanos().ifPresent(at -> trace.mark(Mark.LAST_BYTE, at));
    }
  }
}
