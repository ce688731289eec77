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
      if (pattern.scan(b, from, to, into)) {
        return Kind.of(
            !Sample.blankIn(into, Fact.CLIENT)
                || into.refuse("something stands before the client's address"));
      }
    }
    return Kind.BAD;
  }
}
