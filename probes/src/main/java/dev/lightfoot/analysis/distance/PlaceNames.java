package dev.lightfoot.analysis.distance;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How names of places are compared: without case, accents, spaces and signs.
final class PlaceNames {
  /// What Unicode calls a letter that has an accent, a stroke or no dot.
  private static final Pattern ACCENTED =
      Pattern.compile("LATIN SMALL LETTER (?:DOTLESS )?([A-Z])(?: WITH .*)?");

  private static final int END_OF_ASCII = 128;

  private PlaceNames() {}

  static String folded(String name) {
    StringBuilder folded = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(PlaceNames::plain)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static int plain(int letter) {
    if (letter < END_OF_ASCII) {
      return letter;
    }
    return switch (letter) {
      case 'ø' -> 'o';
      case 'ł' -> 'l';
      case 'đ' -> 'd';
      case 'ı' -> 'i';
      default -> withoutAccent(letter);
    };
  }

  /// Most take their accent off by canonical decomposition (UAX #15). The names of all letters,
  /// which say it of the others, are 2 MB that most programs' runs do without.
  private static int withoutAccent(int letter) {
    int base = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD).codePointAt(0);
    if (base < END_OF_ASCII) {
      return base;
    }
    Matcher accented = ACCENTED.matcher(Character.getName(letter));
    return accented.matches() ? Character.toLowerCase(accented.group(1).charAt(0)) : letter;
  }

  /// How many letters must be changed, added or left out to make the one of the other
  /// (Levenshtein).
  static int edits(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
