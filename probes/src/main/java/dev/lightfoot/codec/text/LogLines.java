package dev.lightfoot.codec.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/// Lines of a stream one after the other, each at most 64 KiB; the line ending, with or without a
/// carriage return, is taken off. What is not UTF-8 becomes replacement characters.
public final class LogLines {
  /// Longest line that is kept.
  public static final int LIMIT = 64 * 1024;

  private static final int INITIAL = 512;

  private final InputStream in;
  private final BooleanSupplier cancelled;
  private final byte[] buffer = new byte[LIMIT];
  private int position;
  private int filled;
  private byte[] line = new byte[INITIAL];
  private int length;
  private long bytes;
  private long number;

  /// Of a stream.
  ///
  /// @param cancelled asked with every buffer of 64 KiB
  public LogLines(InputStream in, BooleanSupplier cancelled) {
    this.in = in;
    this.cancelled = cancelled;
  }

  /// Goes to the next line.
  ///
  /// @return false at the end or where cancelled
  public boolean advance() throws IOException {
    length = 0;
    bytes = 0;
    while (position < filled || fill()) {
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      take(end);
      if (end < filled) {
        position = end + 1;
        number++;
        return true;
      }
      position = end;
    }
    number += bytes > 0 ? 1 : 0;
    return bytes > 0 && !cancelled.getAsBoolean();
  }

  private boolean fill() throws IOException {
    if (cancelled.getAsBoolean()) {
      return false;
    }
    position = 0;
    filled = Math.max(in.read(buffer), 0);
    return filled > 0;
  }

  private void take(int end) {
    int count = Math.min(end - position, LIMIT - length);
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(line.length * 2, length + count));
    }
    System.arraycopy(buffer, position, line, length, count);
    length += count;
    bytes += end - position;
  }

  /// The line without its ending; of one that is too long the beginning.
  public String text() {
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    return new String(line, 0, end, StandardCharsets.UTF_8);
  }

  /// Whether it was longer than is kept.
  public boolean tooLong() {
    return bytes > LIMIT;
  }

  /// Counted from 1.
  public long number() {
    return number;
  }

  /// Such as `line 12`.
  public String place() {
    return "line " + number;
  }

  /// Why a line that is too long is left out.
  public static String tooLongReason() {
    return "the line is longer than " + LIMIT / 1024 + " KiB";
  }
}
