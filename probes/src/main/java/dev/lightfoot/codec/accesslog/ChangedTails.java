package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.accesslog.entry.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Lines whose fields behind the combined ones are others than on the first lines of their file: a
/// server whose format was changed, perhaps to log ids, goes on in the file that it had. What such
/// a field says is found out anew, by the lines since the change: ids by the first of them, times
/// only once there are enough to be sure by.
final class ChangedTails {
  /// Further layouts of one file are read by their combined fields alone.
  static final int MOST_LAYOUTS = 8;

  /// Lines by which a layout is known, as at the beginning of a file.
  private static final int MOST_LINES = 100;

  private final Function<CombinedTail, CombinedTail.Choice> choosing;
  private final Map<String, Changed> byShape = new HashMap<>();
  private Changed latest = new Changed();

  /// @param choosing what the fields of a tail say, in the log's format
  ChangedTails(Function<CombinedTail, CombinedTail.Choice> choosing) {
    this.choosing = choosing;
  }

  /// Finds the facts of a line.
  ///
  /// @return false where nothing is known of what follows its combined fields
  boolean scan(byte[] b, int from, int to, Entry into) {
    if (latest.isSettled() && latest.scan(b, from, to, into)) {
      return true;
    }
    byte[] line = Arrays.copyOfRange(b, from, to);
    String shape = CombinedTail.shape(line);
    if (!byShape.containsKey(shape) && byShape.size() == MOST_LAYOUTS) {
      return false;
    }
    latest = byShape.computeIfAbsent(shape, _ -> new Changed());
    latest.learn(line);
    return latest.scan(b, from, to, into);
  }

  /// What had to be assumed of those lines, in sentences.
  List<String> remarks() {
    Set<String> remarks = new LinkedHashSet<>();
    byShape.values().forEach(each -> remarks.addAll(each.remarks));
    return List.copyOf(remarks);
  }

  /// One layout, and the lines by which it is known.
  private final class Changed {
    private final List<byte[]> lines = new ArrayList<>();
    private LinePattern pattern = CombinedTail.FIELDS_FIRST;
    private List<String> remarks = List.of();

    boolean isSettled() {
      return lines.size() == MOST_LINES;
    }

    void learn(byte[] line) {
      if (isSettled()) {
        return;
      }
      lines.add(line);
      boolean enough = lines.size() >= TailColumn.ENOUGH;
      if (enough && lines.size() % 10 != 0 && lines.size() != TailColumn.ENOUGH) {
        return; // each choice costs all lines
      }
      CombinedTail.of(new FirstLines(List.copyOf(lines)))
          .ifPresent(
              tail -> {
                CombinedTail.Choice choice = enough ? choosing.apply(tail) : tail.idsAlone();
                pattern = choice.pattern();
                remarks = choice.remarks();
              });
    }

    /// Whether the line is laid out so, to its end.
    boolean scan(byte[] b, int from, int to, Entry into) {
      into.clear();
      return pattern != CombinedTail.FIELDS_FIRST && pattern.scan(b, from, to, into) == to;
    }
  }
}
