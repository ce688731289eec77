package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.List;
import java.util.Optional;

/// The fields of a line: separated by blanks or tabs, with quotes around those that hold blanks.
/// After a closing quote the next field begins, even where the blank between is missing.
final class DelimitedLine {
  private static final int MOST = 256;

  private final byte separator;
  private final int[] from = new int[MOST];
  private final int[] to = new int[MOST];
  private byte[] b = new byte[0];
  private int count;

  DelimitedLine(char separator) {
    this.separator = (byte) separator;
  }

  /// Takes a line apart.
  void split(byte[] bytes, int start, int end) {
    splitAt(bytes, start, end, '"');
  }

  /// The same where fields that hold a blank or a quote stand in other quotes, too: Tomcat takes
  /// apostrophes where a value holds quotes.
  void splitAt(byte[] bytes, int start, int end, char other) {
    b = bytes;
    count = 0;
    int at = start;
    while (at < end && count < MOST) {
      if (b[at] == separator) {
        at++;
        // A tab separates; of blanks there may be several.
        if (separator == ' ' || at == end || b[at] != separator) {
          continue;
        }
      }
      at = b[at] == '"' || b[at] == other ? quoted(at + 1, end, b[at]) : bare(at, end);
    }
  }

  private int bare(int start, int end) {
    int at = start;
    while (at < end && b[at] != separator) {
      at++;
    }
    return add(start, at, at);
  }

  /// A quote within is doubled or has a backslash before it.
  private int quoted(int start, int end, byte quote) {
    int at = start;
    while (at < end) {
      boolean doubled = b[at] == quote && at + 1 < end && b[at + 1] == quote;
      if (b[at] == quote && !doubled) {
        break;
      }
      at += doubled || b[at] == '\\' ? 2 : 1;
    }
    int stop = Math.min(at, end);
    return add(start, stop, Math.min(stop + 1, end));
  }

  private int add(int start, int stop, int next) {
    from[count] = start;
    to[count++] = stop;
    return next;
  }

  int count() {
    return count;
  }

  /// Notes each field as the fact of its place; what has no place is left out.
  void put(Entry into, List<Optional<Fact>> facts) {
    for (int i = 0; i < Math.min(count, facts.size()); i++) {
      if (facts.get(i).isPresent()) {
        into.put(facts.get(i).get(), b, from[i], to[i]);
      }
    }
  }
}
