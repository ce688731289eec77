package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// The first lines of a file, by which its layout is found.
///
/// @param lines without their ends, none of them empty
record FirstLines(List<byte[]> lines) {
  private static final int MOST = 100;

  /// The lines of a beginning; the last, which may be cut, only where there is no other.
  static FirstLines of(byte[] beginning) {
    List<byte[]> lines = new ArrayList<>();
    int from = 0;
    while (from < beginning.length && lines.size() < MOST) {
      int to = from;
      while (to < beginning.length && beginning[to] != '\n' && beginning[to] != '\r') {
        to++;
      }
      boolean whole = to < beginning.length || lines.isEmpty();
      if (to > from && (whole || beginning.length < LayoutChoice.BEGINNING)) {
        lines.add(Arrays.copyOfRange(beginning, from, to));
      }
      from = to + 1;
    }
    return new FirstLines(List.copyOf(lines));
  }

  /// How surely a file is of a format: `sure` where all lines are, less by the share that is not.
  /// What a server says of itself is of any format.
  int share(int sure, Predicate<byte[]> matches) {
    List<byte[]> others = lines.stream().filter(matches.negate()).toList();
    int matching = lines.size() - others.size();
    if (matching == 0) {
      return 0;
    }
    long messages =
        others.stream().filter(each -> ServerMessages.isOne(each, 0, each.length)).count();
    return (int) Math.max(1, (long) sure * matching / (lines.size() - messages));
  }

  /// The same for lines as a format finds them.
  int share(int sure, LineFormat format) {
    Entry entry = new Entry();
    return share(
        sure,
        line -> {
          entry.clear();
          return format.take(line, 0, line.length, entry) == LineFormat.Kind.ENTRY
              && plausible(entry);
        });
  }

  /// Whether status and client look like such, as any text could stand between the delimiters.
  static boolean plausible(Entry entry) {
    long status = entry.has(Fact.STATUS) ? FieldNumbers.whole(entry, Fact.STATUS) : 0;
    return status != Entry.NONE && status < 1000 && !blankIn(entry, Fact.CLIENT);
  }

  /// Whether a blank stands in a fact that is one word.
  static boolean blankIn(Entry entry, Fact fact) {
    byte[] b = entry.bytes(fact);
    for (int i = entry.from(fact); i < entry.to(fact); i++) {
      if (b[i] == ' ') {
        return true;
      }
    }
    return false;
  }
}
