package dev.lightfoot.report.redact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Values that were found secret, and where else they stand. They are looked up by how they begin,
/// so that a page of ten thousand signed URLs takes no longer for each text than one of ten.
final class Echoes {
  /// Shorter ones stand in other texts by chance.
  static final int SHORTEST = 8;

  private final Set<String> known = new HashSet<>();
  private final Map<String, List<String>> byStart = new HashMap<>();

  /// Notes a secret value; says whether it is new and one that is looked for.
  boolean add(String value) {
    if (value.length() < SHORTEST
        || value.chars().noneMatch(Character::isDigit)
        || !known.add(value)) {
      return false;
    }
    byStart.computeIfAbsent(value.substring(0, SHORTEST), _ -> new ArrayList<>()).add(value);
    return true;
  }

  /// The text with a mark in the place of each of them; of two that begin at the same place the
  /// longer one counts.
  ///
  /// @param found runs once for each place
  String replace(String text, String mark, Runnable found) {
    if (known.isEmpty()) {
      return text;
    }
    StringBuilder made = new StringBuilder();
    int copied = 0;
    for (int at = 0; at + SHORTEST <= text.length(); at++) {
      int length = longest(text, at);
      if (length > 0) {
        made.append(text, copied, at).append(mark);
        copied = at + length;
        at = copied - 1;
        found.run();
      }
    }
    return copied == 0 ? text : made.append(text, copied, text.length()).toString();
  }

  private int longest(String text, int at) {
    int longest = 0;
    for (String value : byStart.getOrDefault(text.substring(at, at + SHORTEST), List.of())) {
      if (value.length() > longest && text.startsWith(value, at)) {
        longest = value.length();
      }
    }
    return longest;
  }
}
