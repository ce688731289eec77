package dev.lightfoot.codec.redis;

import dev.lightfoot.codec.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// SLOWLOG GET into a file: one value a line, and nothing marks where an entry ends. Values may
/// contain line feeds. But an entry begins with three numbers, of which the first is one less than
/// that of the entry before and the second a time; and it ends as the others of its server do: with
/// the last word of its command (before Redis 4), with the client's address and name, or with these
/// and how many words the command had (Redis 8.10).
final class PlainSlowlog {
  private static final int NUMBER_DIGITS = 15;
  private static final int SECOND_DIGITS = 10;
  private static final int HEAD = 3;

  /// Longest entry that is kept, in lines.
  private static final int LINES = 10_000;

  /// Lines behind the words that may be needed to see where the words end.
  private static final int TAIL = HEAD + HEAD;

  private final RedisSpans spans;
  private final Reading into;
  private final List<String> entry = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private boolean clients;

  PlainSlowlog(RedisSpans spans, Reading into) {
    this.spans = spans;
    this.into = into;
  }

  void line(String line, String place) {
    if (entry.size() == LINES) {
      entry.remove(LINES - TAIL);
      places.remove(LINES - TAIL);
    }
    entry.add(line);
    places.add(place);
    int next = entry.size() - HEAD;
    if (next > HEAD && isHead(next) && words(next).isPresent()) {
      List<String> head = List.copyOf(entry.subList(next, next + HEAD));
      List<String> headPlaces = List.copyOf(places.subList(next, next + HEAD));
      write(next);
      entry.clear();
      places.clear();
      entry.addAll(head);
      places.addAll(headPlaces);
    }
  }

  /// Whether another entry begins there.
  private boolean isHead(int at) {
    return isNumber(entry.get(at))
        && isNumber(entry.getFirst())
        && Long.parseLong(entry.get(at)) == Long.parseLong(entry.getFirst()) - 1
        && isSecond(entry.get(at + 1))
        && isNumber(entry.get(at + 2));
  }

  /// Where the words of the entry end which ends there; empty where it cannot end there.
  private OptionalInt words(int end) {
    if (end > HEAD + 2 && isClient(entry.get(end - 2))) {
      return OptionalInt.of(end - 2);
    }
    if (end > HEAD + 3 && isClient(entry.get(end - 3)) && isNumber(entry.get(end - 1))) {
      return OptionalInt.of(end - 3);
    }
    return clients ? OptionalInt.empty() : OptionalInt.of(end);
  }

  static boolean isNumber(String line) {
    return !line.isEmpty()
        && line.length() <= NUMBER_DIGITS
        && line.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static boolean isSecond(String line) {
    return line.length() == SECOND_DIGITS && isNumber(line);
  }

  /// An address with a port, or the path of a socket: keys have colons too (`cart:42`).
  private static boolean isClient(String line) {
    int colon = line.lastIndexOf(':');
    return colon > 0 && isNumber(line.substring(colon + 1)) && isHost(line.substring(0, colon));
  }

  private static boolean isHost(String text) {
    boolean dotted =
        text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))
            && text.chars().filter(c -> c == '.').count() == 3;
    return dotted || text.startsWith("/") || (text.startsWith("[") && text.endsWith("]"));
  }

  void end() {
    int size = entry.size();
    boolean unnamed = size > HEAD + 1 && isClient(entry.get(size - 1)) && !isTail(size);
    if (unnamed) {
      entry.add("");
      size++;
    }
    if (size > 0 && !entry.stream().allMatch(String::isBlank)) {
      write(size);
    }
    entry.clear();
    places.clear();
  }

  private boolean isTail(int size) {
    return words(size).orElse(size) < size;
  }

  private void write(int end) {
    OptionalInt words = words(end);
    if (words.isEmpty() || words.getAsInt() <= HEAD || !isSecond(entry.get(1))) {
      into.skipped(places.getFirst(), "it is not a complete entry of SLOWLOG");
      return;
    }
    boolean named = words.getAsInt() < end;
    clients |= named;
    new SlowlogEntry(
            entry.get(0),
            entry.get(1),
            entry.get(2),
            List.copyOf(entry.subList(HEAD, words.getAsInt())),
            named ? entry.get(words.getAsInt()) : "")
        .write(places.getFirst(), spans, into);
  }
}
