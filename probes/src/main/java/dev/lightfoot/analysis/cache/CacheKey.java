package dev.lightfoot.analysis.cache;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the name of a key tells.
final class CacheKey {
  /// Django's prefix and version, as in `shop:1:menu`.
  private static final Pattern VERSION = Pattern.compile("^[^:]{0,64}:\\d{1,9}:");

  private static final Pattern ID =
      Pattern.compile("(?<![A-Za-z])\\d+|\\b(?=[0-9a-fA-F-]*\\d)[0-9a-fA-F][0-9a-fA-F-]{7,}\\b");

  /// Where Django puts the key of a session right behind a name.
  private static final Pattern DJANGO_SESSION =
      Pattern.compile("(django\\.contrib\\.sessions\\.(?:cached_db|cache))[^:]+");

  private static final Pattern SESSION =
      Pattern.compile("(?i)(?:sessions?|(?<![a-z])sess)(?:id)?[:/._-]+");

  /// What is generated: long, or with a digit among six or more characters.
  private static final Pattern GENERATED =
      Pattern.compile("(?<![\\w~%+=-])(?:(?=[A-Za-z_~%+=-]*\\d)[\\w~%+=-]{6,}|[\\w~%+=-]{16,})");

  private static final Pattern OWN = Pattern.compile("\\d{2,}|[0-9a-fA-F]{12,}|@");
  private static final Pattern WORD = Pattern.compile("[^a-z]+");
  private static final Set<String> PERSONAL =
      Set.of("session", "sessions", "sess", "user", "users", "csrf", "token", "account", "cart");

  /// A key of which only a hash is recorded.
  private static final Pattern HIDDEN = Pattern.compile("#[0-9a-f]{12}");

  private CacheKey() {}

  /// Whether it only tells equal keys from others.
  static boolean isHidden(String key) {
    return key.startsWith("#") && HIDDEN.matcher(key).matches();
  }

  private static String bare(String key) {
    int colon = key.indexOf(':');
    boolean may = colon >= 0 && colon + 1 < key.length() && isDigit(key.charAt(colon + 1));
    return may ? VERSION.matcher(key).replaceFirst("") : key;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Patterns are asked only where there is what each of them looks for: a key comes with most
  /// calls.
  private static boolean hasDigit(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (isDigit(key.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// The same for keys that differ in an id only; without the keys of sessions, which are secret.
  static String pattern(String key) {
    String others =
        key.contains("django.contrib.sessions")
            ? DJANGO_SESSION.matcher(key).replaceAll("$1#")
            : key;
    String open = withoutSession(others);
    return hasDigit(open) ? ID.matcher(open).replaceAll("#") : open;
  }

  private static String withoutSession(String key) {
    Matcher session = SESSION.matcher(key);
    if (!key.toLowerCase(Locale.ROOT).contains("sess") || !session.find()) {
      return key;
    }
    String before = key.substring(0, session.end());
    return before + GENERATED.matcher(key.substring(session.end())).replaceAll("#");
  }

  /// Whether it is the key of one thing among many of its kind, or of one person.
  static boolean hasId(String key) {
    String bare = bare(key);
    return (hasDigit(bare) && ID.matcher(bare).find())
        || OWN.matcher(bare).find()
        || isPersonal(bare);
  }

  private static boolean isPersonal(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    int from = 0;
    for (int i = 0; i <= lower.length(); i++) {
      boolean letter = i < lower.length() && lower.charAt(i) >= 'a' && lower.charAt(i) <= 'z';
      if (!letter) {
        if (i > from && PERSONAL.contains(lower.substring(from, i))) {
          return true;
        }
        from = i + 1;
      }
    }
    return false;
  }

  /// Whether it names a rendered part of a page.
  static boolean isFragment(String key) {
    String lower = bare(key).toLowerCase(Locale.ROOT);
    return lower.contains("template.cache.")
        || lower.startsWith("views/")
        || lower.contains(":views/")
        || lower.contains("fragment")
        || lower.contains("partial");
  }

  /// Whether a word of it names that table, in the singular or the plural.
  static boolean names(String key, String table) {
    String[] parts = WORD.split(table.toLowerCase(Locale.ROOT));
    return words(key)
        .filter(word -> word.length() > 2)
        .anyMatch(word -> Stream.of(parts).anyMatch(part -> isSame(word, part)));
  }

  private static boolean isSame(String word, String part) {
    return singular(word).equals(singular(part));
  }

  private static String singular(String word) {
    return word.endsWith("ies")
        ? word.substring(0, word.length() - 3) + 'y'
        : word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  private static Stream<String> words(String key) {
    return WORD.splitAsStream(key.toLowerCase(Locale.ROOT));
  }
}
