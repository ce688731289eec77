package dev.lightfoot.analysis.statement;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// A command to a cache or a store of keys and values.
///
/// @param name in capitals: `GET`, `GET_MULTI`
/// @param verb what it does
/// @param keys that it names; empty where they are not recorded
/// @param isMany whether it is made for many keys, or several commands travel in it: one trip
/// @param hit whether the cache had it; empty where nobody says
public record CacheCommand(
    String name, Verb verb, List<String> keys, boolean isMany, Optional<Boolean> hit) {
  private static final String KEY = "cache.key";

  /// Tells equal keys from different ones and does not say what they are.
  private static final String KEY_HASH = "lightfoot.cache.key.hash";

  private static final int MOST_KEYS = 200;

  public CacheCommand {
    keys = List.copyOf(keys);
  }

  /// Of a call to a cache.
  static CacheCommand of(Span call) {
    Attributes attributes = call.attributes();
    String text = attributes.get(AttributeNames.DB_QUERY).orElse("").strip();
    List<String> words = words(firstLine(text));
    String name = name(call, words);
    List<String> keys = keys(attributes, name, words);
    Verb verb = CacheWords.verb(name);
    boolean lock = name.equals("SET") && words.contains("NX");
    boolean many =
        CacheWords.isMany(name)
            || keys.size() > 1
            || text.indexOf('\n') >= 0
            || attributes.number(AttributeNames.DB_BATCH).orElse(1) > 1
            || attributes.number("lightfoot.cache.keys").orElse(1) > 1;
    return new CacheCommand(name, lock ? Verb.LOCK : verb, keys, many, hit(attributes));
  }

  /// Its one key, where it has one and it is recorded.
  public Optional<String> key() {
    return keys.size() == 1 ? Optional.of(keys.getFirst()) : Optional.empty();
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    int from = 0;
    while (from < line.length() && words.size() < MOST_KEYS + 2) {
      int end = from;
      while (end < line.length() && !isSpace(line.charAt(end))) {
        end++;
      }
      if (end > from) {
        // the last one is all the rest
        words.add(words.size() == MOST_KEYS + 1 ? line.substring(from) : line.substring(from, end));
      }
      from = end + 1;
    }
    return words;
  }

  /// As patterns mean it.
  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static String name(Span call, List<String> words) {
    String given =
        call.attributes()
            .get(AttributeNames.DB_OPERATION)
            .or(() -> call.attributes().get("cache.operation"))
            .filter(name -> !name.isBlank())
            .orElse(words.isEmpty() ? call.name() : words.getFirst());
    String line = given.strip();
    int end = 0;
    while (end < line.length() && !isSpace(line.charAt(end))) {
      end++;
    }
    String first = line.substring(0, end);
    int prefix = Math.max(first.lastIndexOf('.'), first.lastIndexOf(':'));
    String bare = prefix < first.length() - 1 ? first.substring(prefix + 1) : first;
    return bare.toUpperCase(Locale.ROOT);
  }

  private static List<String> keys(Attributes attributes, String name, List<String> words) {
    Optional<String> given = attributes.get(KEY);
    if (given.isPresent()) {
      return list(given.get());
    }
    Optional<String> hash = attributes.get(KEY_HASH);
    if (hash.isPresent()) {
      return List.of("#" + hash.get());
    }
    if (words.size() < 2 || !words.getFirst().equalsIgnoreCase(name)) {
      return List.of();
    }
    int last = CacheWords.takesKeysAlone(name) ? words.size() : 2;
    List<String> keys = new ArrayList<>();
    for (String word : words.subList(1, last)) {
      if (word.startsWith("[")) {
        break; // "[3 other arguments]"
      }
      if (!word.equals("?") && !word.startsWith("$")) {
        keys.add(word);
      }
    }
    return CacheWords.hasNoKey(name) ? List.of() : keys;
  }

  /// One key, or a list as JSON writes it.
  private static List<String> list(String given) {
    if (!given.startsWith("[") || !given.endsWith("]")) {
      return given.isBlank() ? List.of() : List.of(given);
    }
    List<String> keys = new ArrayList<>();
    for (String part : given.substring(1, given.length() - 1).split(",", MOST_KEYS)) {
      String key = part.strip().replace("\"", "");
      if (!key.isEmpty()) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static Optional<Boolean> hit(Attributes attributes) {
    Optional<String> said =
        attributes.get("cache.hit").or(() -> attributes.get("cache.result")).map(CacheCommand::low);
    if (said.isPresent()) {
      return switch (said.get()) {
        case "true", "hit", "1", "yes" -> Optional.of(true);
        case "false", "miss", "0", "no" -> Optional.of(false);
        default -> Optional.empty();
      };
    }
    OptionalLong hits = attributes.number("lightfoot.cache.hits");
    OptionalLong misses = attributes.number("lightfoot.cache.misses");
    if (hits.orElse(0) > 0 || misses.orElse(0) > 0) {
      return Optional.of(misses.orElse(0) == 0);
    }
    return attributes
        .get(AttributeNames.DB_ROWS)
        .or(() -> attributes.get("cache.item_size"))
        .map(size -> !size.equals("0"));
  }

  private static String low(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
