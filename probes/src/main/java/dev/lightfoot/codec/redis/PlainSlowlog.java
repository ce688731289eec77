package dev.lightfoot.codec.redis;

import dev.lightfoot.codec.Reading;
import java.util.ArrayList;
import java.util.List;

/// SLOWLOG GET into a file: one value a line, and nothing marks where an entry ends. Values may
/// contain line feeds. But entries end with the client's address and name, and the number of the
/// next is one less.
final class PlainSlowlog {
  private static final int NUMBER_DIGITS = 15;
  private static final int SECOND_DIGITS = 10;
  private static final int HEAD = 3;

  /// Longest entry that is kept, in lines.
  private static final int LINES = 10_000;

  private final RedisSpans spans;
  private final Reading into;
  private final List<String> entry = new ArrayList<>();
  private String place = "";

  PlainSlowlog(RedisSpans spans, Reading into) {
    this.spans = spans;
    this.into = into;
  }

  void line(String line, String linePlace) {
    if (isNumber(line) && closes(line)) {
      end();
    }
    if (entry.isEmpty()) {
      place = linePlace;
    }
    if (entry.size() < LINES) {
      entry.add(line);
    } else {
      entry.set(LINES - 2, entry.get(LINES - 1));
      entry.set(LINES - 1, line);
    }
  }

  /// Whether a line with that number is the first of another entry.
  private boolean closes(String line) {
    int size = entry.size();
    return size > HEAD + 1
        && isNumber(entry.getFirst())
        && isClient(entry.get(size - 2))
        && Long.parseLong(line) == Long.parseLong(entry.getFirst()) - 1;
  }

  static boolean isNumber(String line) {
    return !line.isEmpty()
        && line.length() <= NUMBER_DIGITS
        && line.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static boolean isSecond(String line) {
    return line.length() == SECOND_DIGITS && isNumber(line);
  }

  private static boolean isClient(String line) {
    int colon = line.lastIndexOf(':');
    return colon > 0 && line.length() > colon + 1 && isNumber(line.substring(colon + 1));
  }

  void end() {
    int size = entry.size();
    boolean named = size > HEAD + 1 && isClient(entry.get(size - 2));
    boolean unnamed = size > HEAD + 1 && !named && isClient(entry.get(size - 1));
    int words = size - (named ? 2 : unnamed ? 1 : 0);
    if (words <= HEAD || !(named || unnamed) || !isSecond(entry.get(1))) {
      if (size > 0 && !entry.stream().allMatch(String::isBlank)) {
        into.skipped(place, "it is not a complete entry of SLOWLOG");
      }
    } else {
      new SlowlogEntry(
              entry.get(0),
              entry.get(1),
              entry.get(2),
              List.copyOf(entry.subList(HEAD, words)),
              entry.get(words))
          .write(place, spans, into);
    }
    entry.clear();
  }
}
