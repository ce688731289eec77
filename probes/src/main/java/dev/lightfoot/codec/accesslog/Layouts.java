package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldNumbers;
import java.util.List;

/// Lines of the first of several patterns that a line has.
///
/// @param patterns the most telling first
record Layouts(List<LinePattern> patterns) implements LineFormat {
  @Override
  public Kind take(byte[] b, int from, int to, Entry into) {
    if (from == to) {
      return Kind.EMPTY;
    }
    for (LinePattern pattern : patterns) {
      into.clear();
      if (pattern.scan(b, from, to, into) >= 0 && checks(into)) {
        return Kind.ENTRY;
      }
    }
    return Kind.BAD;
  }

  /// Any text could stand between two delimiters: some facts are words or numbers.
  private static boolean checks(Entry into) {
    if (FirstLines.blankIn(into, Fact.CLIENT)) {
      return into.refuse("something stands before the client's address");
    }
    boolean number =
        !into.has(Fact.BODY_BYTES) || FieldNumbers.whole(into, Fact.BODY_BYTES) != Entry.NONE;
    return number || into.refuse("the size of its body is not a number");
  }
}
