package dev.lightfoot.codec.otlp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// The lines of a stream as ranges of one array, which grows with the longest.
final class Lines {
  /// Longer lines are passed over.
  static final int MAX_MIB = 64;

  private static final int MAX = MAX_MIB << 20;
  private static final int MAX_FIRST = 16 << 20;
  private static final int BLOCK = 1 << 18;

  private final InputStream in;
  private byte[] buffer = new byte[BLOCK];
  private int from;
  private int to;
  private int lineStart;
  private int lineLength;
  private long number;
  private boolean tooLong;

  Lines(InputStream in) {
    this.in = in;
  }

  /// Whether each line is a document: the brackets that open in the first close in it, or (it may
  /// be damaged) the second begins one as the first does.
  boolean areDocuments() throws IOException {
    int start = skipBlank();
    int end;
    while ((end = newline(start)) < 0) {
      if (to - from > MAX_FIRST) {
        return false;
      }
      if (!fill()) {
        return true;
      }
      start = skipBlank();
    }
    if (end + 1 == to && !fill()) {
      return true;
    }
    start = skipBlank();
    end = newline(start);
    return depth(start, end) == 0
        || (buffer[start] == '{' && end + 1 < to && buffer[end + 1] == '{');
  }

  /// Whether each line of a file that begins so is a document.
  static boolean areDocuments(byte[] beginning) {
    try {
      return new Lines(new ByteArrayInputStream(beginning)).areDocuments();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What has not been read by lines.
  InputStream rest() {
    return new SequenceInputStream(new ByteArrayInputStream(buffer, from, to - from), in);
  }

  boolean next() throws IOException {
    int searched = from;
    tooLong = false;
    int end;
    while ((end = newline(searched)) < 0) {
      int before = to - from;
      if (before > MAX) {
        tooLong = true;
        from = to;
      }
      if (!fill()) {
        return last();
      }
      searched = tooLong ? from : from + before;
    }
    lineStart = from;
    lineLength = end - from;
    from = end + 1;
    number++;
    return true;
  }

  byte[] bytes() {
    return buffer;
  }

  int offset() {
    return lineStart;
  }

  int length() {
    return lineLength;
  }

  /// From 1.
  long number() {
    return number;
  }

  boolean isTooLong() {
    return tooLong;
  }

  boolean isBlank() {
    for (int i = lineStart; i < lineStart + lineLength; i++) {
      if (buffer[i] > ' ' || buffer[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private int skipBlank() {
    int start = from;
    while (start < to && buffer[start] <= ' ' && buffer[start] >= 0) {
      start++;
    }
    return start;
  }

  private boolean last() {
    lineStart = from;
    lineLength = to - from;
    from = to;
    number++;
    return lineLength > 0 || tooLong;
  }

  private int newline(int at) {
    for (int i = at; i < to; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /// More bytes after those that are there, which may move to the front.
  private boolean fill() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    if (to == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, to, buffer.length - to);
    to += Math.max(read, 0);
    return read > 0;
  }

  /// How many brackets stay open.
  private int depth(int start, int end) {
    int depth = 0;
    boolean quoted = false;
    for (int i = start; i < end; i++) {
      byte c = buffer[i];
      if (quoted) {
        if (c == '\\') {
          i++;
        } else {
          quoted = c != '"';
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return depth;
  }
}
