package dev.lightfoot.codec.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A command without its values: its name, and the names of the keys it is about.
///
/// @param name in capitals
/// @param text name and keys; each value is `?`
/// @param keys how many keys it names where it takes several, else 0
record RedisCommand(String name, String text, int keys) {
  private static final Set<String> OF_KEYS_ALONE =
      Set.of(
          "MGET",
          "DEL",
          "UNLINK",
          "EXISTS",
          "TOUCH",
          "WATCH",
          "SINTER",
          "SUNION",
          "SDIFF",
          "SINTERSTORE",
          "SUNIONSTORE",
          "SDIFFSTORE",
          "PFCOUNT",
          "PFMERGE",
          "RENAME",
          "RENAMENX");
  private static final Set<String> OF_PAIRS = Set.of("MSET", "MSETNX");
  private static final Set<String> OF_KEY_AND_FIELDS =
      Set.of("HGET", "HMGET", "HDEL", "HEXISTS", "HSTRLEN");
  private static final Set<String> WITH_SUBCOMMAND =
      Set.of(
          "SLOWLOG",
          "CONFIG",
          "CLIENT",
          "CLUSTER",
          "OBJECT",
          "SCRIPT",
          "FUNCTION",
          "LATENCY",
          "MEMORY",
          "COMMAND",
          "ACL",
          "DEBUG",
          "MODULE",
          "PUBSUB");
  private static final Set<String> WITHOUT_KEYS =
      Set.of(
          "AUTH",
          "HELLO",
          "PING",
          "ECHO",
          "SELECT",
          "INFO",
          "EVAL",
          "EVALSHA",
          "EVAL_RO",
          "FCALL",
          "FCALL_RO",
          "PUBLISH",
          "SPUBLISH",
          "SUBSCRIBE",
          "PSUBSCRIBE",
          "UNSUBSCRIBE",
          "KEYS",
          "SCAN",
          "REPLICAOF",
          "SLAVEOF",
          "MIGRATE",
          "PSYNC",
          "REPLCONF",
          "XREAD",
          "XREADGROUP");
  private static final int LONGEST_NAME = 64;
  private static final int ARGUMENTS = 64;

  /// Of a command's words.
  static RedisCommand of(List<String> words) {
    String name = clean(words.getFirst()).toUpperCase(Locale.ROOT);
    List<String> shown = new ArrayList<>(List.of(name));
    for (int i = 1; i < words.size() && i < ARGUMENTS; i++) {
      boolean kept = kept(name, i);
      shown.add(kept ? clean(words.get(i)) : "?");
    }
    int keys =
        OF_KEYS_ALONE.contains(name)
            ? words.size() - 1
            : OF_PAIRS.contains(name) ? (words.size() - 1) / 2 : 0;
    return new RedisCommand(name, String.join(" ", shown), keys);
  }

  private static boolean kept(String name, int index) {
    if (OF_KEYS_ALONE.contains(name) || OF_KEY_AND_FIELDS.contains(name)) {
      return true;
    }
    if (OF_PAIRS.contains(name)) {
      return index % 2 == 1;
    }
    return index == 1 && (WITH_SUBCOMMAND.contains(name) || !WITHOUT_KEYS.contains(name));
  }

  /// Keys may be of any bytes; what cannot be shown is replaced.
  private static String clean(String word) {
    String start = word.length() > LONGEST_NAME * 4 ? word.substring(0, LONGEST_NAME * 4) : word;
    return start.codePoints().anyMatch(Character::isISOControl)
        ? start.replaceAll("\\p{Cntrl}", "\uFFFD")
        : start;
  }
}
