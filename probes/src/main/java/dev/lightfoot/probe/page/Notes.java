package dev.lightfoot.probe.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a load left out, and why: counted by reason, with the first addresses.
final class Notes {
  static final int SHOWN = 5;
  private static final int MAX_SHOWN_LENGTH = 200;

  private final Map<String, Set<String>> left = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Set<String> sentences = new LinkedHashSet<>();

  /// Something was not asked for.
  ///
  /// @param why a sentence without its end, to be followed by what it was
  void left(String why, String what) {
    counts.merge(why, 1, Integer::sum);
    Set<String> shown = left.computeIfAbsent(why, _ -> new LinkedHashSet<>());
    if (shown.size() < SHOWN) {
      shown.add(brief(what));
    }
  }

  /// A whole sentence.
  void say(String sentence) {
    sentences.add(sentence);
  }

  /// All of it, as sentences.
  List<String> sentences() {
    List<String> all = new ArrayList<>(sentences);
    left.forEach(
        (why, shown) -> {
          int count = counts.getOrDefault(why, 0);
          String more = count > shown.size() ? " and " + (count - shown.size()) + " more" : "";
          all.add(why + ": " + String.join(", ", shown) + more + ".");
        });
    return all;
  }

  /// An address as people may see it: without user and password, and not longer than a line.
  private static String brief(String what) {
    String hidden = what.strip().replaceFirst("//[^/?#]*@", "//").replaceAll("\\p{Cntrl}+", " ");
    return hidden.length() > MAX_SHOWN_LENGTH
        ? hidden.substring(0, MAX_SHOWN_LENGTH) + "…"
        : hidden;
  }
}
