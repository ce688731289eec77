package dev.lightfoot.codec.text;

import dev.lightfoot.codec.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Lines of a stream one after the other, each at most 64 KiB; the line ending, with or without a
/// carriage return, is taken off. What is not UTF-8 becomes replacement characters. A line that is
/// longer is reported as skipped and never seen.
public final class LogLines {
  /// Longest line that is kept.
  public static final int LIMIT = 64 * 1024;

  private static final int INITIAL = 512;

  private final InputStream in;
  private final Reading reading;
  private final byte[] buffer = new byte[LIMIT];
  private int position;
  private int filled;
  private byte[] line = new byte[INITIAL];
  private int length;
  private long bytes;
  private long number;

  /// Of a stream; the reading is asked with every buffer whether to stop.
  public LogLines(InputStream in, Reading reading) {
    this.in = in;
    this.reading = reading;
  }

  /// Goes to the next line; false at the end, or where the reading is cancelled.
  public boolean next() throws IOException {
    while (advance()) {
      if (bytes <= LIMIT) {
        return true;
      }
      reading.skipped(place(), "The line is longer than " + LIMIT / 1024 + " KiB.");
    }
    return false;
  }

  private boolean advance() throws IOException {
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
    return bytes > 0 && !reading.cancelled();
  }

  private boolean fill() throws IOException {
    if (reading.cancelled()) {
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

  /// The line.
  public String text() {
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    return new String(line, 0, end, StandardCharsets.UTF_8);
  }

  /// Number of the line, from 1 on.
  public long number() {
    return number;
  }

  /// The line's place as a [Reading] wants it.
  public String place() {
    return "line " + number;
  }
}
