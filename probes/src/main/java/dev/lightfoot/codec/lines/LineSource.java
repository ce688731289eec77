package dev.lightfoot.codec.lines;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lightfoot.codec.Reading;
import java.io.IOException;
import java.io.InputStream;

/// The lines of a stream, one after another, as bytes in one buffer that is used again: to keep a
/// line, take its [#text]. Lines end with LF or CR LF; with CR where a file knows no LF at all. NUL
/// and bytes that are not UTF-8 are bytes like any other. A line longer than [#MAX_LINE] is
/// reported to the reading as skipped and never seen. A byte order mark at the start is passed
/// over.
public final class LineSource {
  /// Longest line that is read, in bytes.
  public static final int MAX_LINE = 64 * 1024;

  private static final int BUFFER = 4 * MAX_LINE;

  private final InputStream in;
  private final Reading reading;
  private final byte[] buffer = new byte[BUFFER];
  private int position; // of the first byte not yet given out
  private int filled;
  private int start;
  private int end;
  private long number;
  private boolean terminated;
  private byte terminator;
  private boolean over;

  /// @param reading gets a report of lines that are too long, and asked with each buffer whether to
  ///   stop
  public LineSource(InputStream in, Reading reading) {
    this.in = in;
    this.reading = reading;
  }

  /// Goes to the next line; false at the end, or where the reading is cancelled.
  public boolean next() throws IOException {
    if (terminator == 0) {
      begin();
    }
    while (true) {
      int at = Newlines.find(buffer, position, filled, terminator);
      if (at >= 0) {
        number++;
        if (at - position <= MAX_LINE) {
          found(at, at + 1);
          terminated = true;
          return true;
        }
        tooLong();
        position = at + 1;
      } else if (filled - position > MAX_LINE) {
        if (!passOver()) {
          return false;
        }
      } else if (!fill()) {
        return last();
      }
    }
  }

  /// The bytes in which the line lies, from [#start] to [#end]; the next line overwrites them.
  public byte[] bytes() {
    return buffer;
  }

  /// Where the line begins in [#bytes].
  public int start() {
    return start;
  }

  /// Where it ends, its terminator excluded.
  public int end() {
    return end;
  }

  /// Number of bytes.
  public int length() {
    return end - start;
  }

  /// The line; bytes that are not UTF-8 as replacement characters.
  public String text() {
    return new String(buffer, start, end - start, UTF_8);
  }

  /// Number of the line, from 1 on.
  public long number() {
    return number;
  }

  /// The line's place as a [Reading] wants it.
  public String place() {
    return "line " + number;
  }

  /// Whether a terminator ended the line: the last line of a file still being written has none.
  public boolean terminated() {
    return terminated;
  }

  private void begin() throws IOException {
    terminator = '\n';
    while (filled < BUFFER && Newlines.find(buffer, 0, filled, (byte) '\n') < 0) {
      if (!fill()) {
        break;
      }
    }
    int carriage = Newlines.find(buffer, 0, filled - 1, (byte) '\r');
    if (carriage >= 0 && Newlines.find(buffer, 0, filled, (byte) '\n') < 0) {
      terminator = '\r';
    }
    if (filled >= 3
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF) {
      position = 3;
    }
  }

  private void found(int to, int next) {
    start = position;
    end = to > start && buffer[to - 1] == '\r' ? to - 1 : to;
    position = next;
  }

  private boolean last() {
    if (over || position == filled) {
      return false;
    }
    number++;
    found(filled, filled);
    terminated = false;
    return true;
  }

  private void tooLong() {
    reading.skipped(place(), "The line is longer than " + MAX_LINE / 1024 + " KiB.");
  }

  /// The rest of a line that is too long, however long it is.
  private boolean passOver() throws IOException {
    number++;
    tooLong();
    while (true) {
      position = filled;
      if (!fill()) {
        return false;
      }
      int at = Newlines.find(buffer, position, filled, terminator);
      if (at >= 0) {
        position = at + 1;
        return true;
      }
    }
  }

  /// Reads more behind what is there; false at the end.
  private boolean fill() throws IOException {
    over = over || reading.cancelled();
    if (over) {
      return false;
    }
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, filled - position);
      filled -= position;
      position = 0;
    }
    int count = in.read(buffer, filled, BUFFER - filled);
    filled += Math.max(count, 0);
    return count > 0;
  }
}
