package dev.lightfoot.codec.text;

import dev.lightfoot.codec.Reading;
import java.util.Map;
import java.util.TreeMap;

/// Counts entries that are not operations, by kind, and reports them once at the end.
public final class OtherLines {
  private static final int KINDS = 20;

  private final Map<String, Long> counts = new TreeMap<>();

  /// One more of a kind, which is a word or two, such as `connection received`.
  public void count(String kind) {
    counts.merge(counts.size() < KINDS || counts.containsKey(kind) ? kind : "other", 1L, Long::sum);
  }

  /// One warning where there were any.
  public void report(Reading into) {
    if (!counts.isEmpty()) {
      StringBuilder text = new StringBuilder("Entries without a timed operation were left out: ");
      counts.forEach((kind, count) -> text.append(count).append(" × ").append(kind).append(", "));
      text.setLength(text.length() - 2);
      into.warning(text.append('.').toString());
    }
  }
}
