package dev.lightfoot.codec.accesslog;

import java.util.List;

/// Lines of the first of several patterns that a line has.
///
/// @param patterns the most telling first
record Layouts(List<Pattern> patterns) implements LineFormat {
  @Override
  public Kind take(byte[] b, int from, int to, Entry into) {
    if (from == to) {
      return Kind.EMPTY;
    }
    for (Pattern pattern : patterns) {
      into.clear();
      if (pattern.scan(b, from, to, into) && checks(into)) {
        return Kind.ENTRY;
      }
    }
    return Kind.BAD;
  }

  /// Any text could stand between two delimiters: some facts are words or numbers.
  private static boolean checks(Entry into) {
    if (Sample.blankIn(into, Fact.CLIENT)) {
      return into.refuse("something stands before the client's address");
    }
    boolean number =
        !into.has(Fact.BODY_BYTES) || Numbers.whole(into, Fact.BODY_BYTES) != Entry.NONE;
    return number || into.refuse("the size of its body is not a number");
  }
}
