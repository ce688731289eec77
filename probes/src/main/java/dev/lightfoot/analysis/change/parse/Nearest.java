package dev.lightfoot.analysis.change.parse;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What of some words is most like a given one.
public final class Nearest {
  private static final int MOST = 3;

  private Nearest() {}

  /// The three nearest.
  public static List<String> to(String given, Collection<String> words) {
    String wanted = given.toLowerCase(Locale.ROOT);
    return words.stream()
        .distinct()
        .sorted(
            Comparator.comparingInt(
                    (String word) -> distance(wanted, word.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /// Letters to be put in, taken out or changed (Levenshtein 1965); a word that holds the other one
  /// is near.
  private static int distance(String one, String other) {
    if (other.contains(one) || one.contains(other)) {
      return 0;
    }
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
        corner = above;
      }
    }
    return row[other.length()];
  }
}
