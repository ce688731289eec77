package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.Reading;
import java.io.IOException;
import java.io.InputStream;

/// The lines of a stream, as pieces of one buffer.
final class LogLines {
  private static final int MAX_LINE = 64 * 1024;

  private final InputStream in;
  private final Reading reading;
  private final byte[] buffer = new byte[4 * MAX_LINE];
  private int position;
  private int filled;
  private int start;
  private int end;
  private long number;

  LogLines(InputStream in, Reading reading) {
    this.in = in;
    this.reading = reading;
  }

  byte[] bytes() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  String place() {
    return "line " + number;
  }

  boolean next() throws IOException {
    boolean passing = false;
    while (true) {
      int at = position;
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      boolean found = at < filled;
      if (!found && at - position > MAX_LINE) {
        passing = true;
        position = filled;
      }
      if (found || !fill()) {
        boolean any = found || passing || position < filled;
        number += any ? 1 : 0;
        start = position;
        end = found ? at : filled;
        position = found ? at + 1 : filled;
        end -= end > start && buffer[end - 1] == '\r' ? 1 : 0;
        if (!any || (!passing && end - start <= MAX_LINE)) {
          return any;
        }
        reading.skipped(place(), "The line is longer than 64 KiB.");
        passing = false;
      }
    }
  }

  private boolean fill() throws IOException {
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, filled - position);
      filled -= position;
      position = 0;
    }
    int count = reading.cancelled() ? -1 : in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(0, count);
    return count > 0;
  }
}
