package dev.lightfoot.report.words;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.report.redact.Removal;
import java.util.List;
import java.util.stream.Collectors;

/// What is secret in something, in words: kinds, names and numbers, never a value.
public final class RemovalWords {
  /// More kinds are counted.
  private static final int MOST_KINDS = 12;

  private RemovalWords() {}

  /// Such as `cookie session, 3 times`.
  public static String of(Removal removal) {
    return count("removal", removal.times(), removal.what());
  }

  /// All of them in one line, such as `in 4 places: cookie session, header authorization`.
  public static String of(List<Removal> removals) {
    long times = removals.stream().mapToLong(Removal::times).sum();
    String kinds =
        removals.stream().limit(MOST_KINDS).map(Removal::what).collect(Collectors.joining(", "));
    String more =
        removals.size() > MOST_KINDS
            ? say("removal.more", kinds, Numbers.count(removals.size() - MOST_KINDS))
            : kinds;
    return count("removal.places", times, more);
  }
}
