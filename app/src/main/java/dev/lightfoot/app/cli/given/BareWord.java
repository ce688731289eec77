package dev.lightfoot.app.cli.given;

import dev.lightfoot.app.cli.console.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A single word where an address was expected: most likely a command that was misspelt. To measure
/// it as a host would make a person wait for a resolver to say that there is none.
public final class BareWord {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_-]+");

  private BareWord() {}

  /// Whether it is one word, with nothing in it that only addresses have.
  public static boolean is(String given) {
    return WORD.matcher(given.strip()).matches();
  }

  /// Refuses it unless this computer knows a host of that name.
  ///
  /// @param commands the names of all commands
  /// @param isHost whether this computer names such a host without asking anyone
  public static void check(String given, Collection<String> commands, Predicate<String> isHost)
      throws Refusal {
    String word = given.strip();
    if (!is(given) || isHost.test(word.toLowerCase(Locale.ROOT))) {
      return;
    }
    throw new Refusal(
        "There is no command \""
            + word
            + "\"; "
            + nearest(word, commands)
                .map(command -> "the nearest is " + command)
                .orElse("lightfoot --help lists them")
            + ". If it is a host: lightfoot probe "
            + word);
  }

  /// The command that the word was most likely to be; empty where more than every second letter
  /// would have to change.
  static Optional<String> nearest(String word, Collection<String> commands) {
    String lower = word.toLowerCase(Locale.ROOT);
    return commands.stream()
        .filter(command -> 2 * distance(lower, command) <= Math.max(word.length(), 3))
        .min(
            Comparator.comparingInt((String command) -> distance(lower, command))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// Letters to add, take away or change (Levenshtein); at the end of a word they weigh nothing
  /// where it begins with the other: `snap` means `snapshot`.
  private static int distance(String word, String command) {
    if (command.startsWith(word)) {
      return 0;
    }
    int[] row = new int[command.length() + 1];
    for (int i = 0; i < row.length; i++) {
      row[i] = i;
    }
    for (int i = 1; i <= word.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (word.charAt(i - 1) == command.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[command.length()];
  }
}
