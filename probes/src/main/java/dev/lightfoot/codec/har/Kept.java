package dev.lightfoot.codec.har;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.json.JsonText;
import dev.lightfoot.codec.json.KeptJson;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Members of an object of a HAR that have no place in our model, to be written again: custom ones,
/// comments, and what only that writer could say. Those of objects within it come under their name.
final class Kept {
  /// Characters of one object with all within it.
  static final int LONGEST = 16 * 1024;

  /// Members of HAR that have no place in our model; what else has no underscore is given one, for
  /// so HAR marks what it does not know.
  private static final Set<String> OF_HAR =
      Set.of(
          "comment", "beforeRequest", "afterRequest", "expires", "lastAccess", "eTag", "hitCount");

  private final boolean custom;
  private final Map<String, String> members = new TreeMap<>();
  private final Map<String, Kept> within = new TreeMap<>();
  private boolean lost;

  Kept() {
    this(false);
  }

  /// @param custom whether the object is a custom one, whose members have whatever names
  private Kept(boolean custom) {
    this.custom = custom;
  }

  /// Those of an object within this one.
  Kept in(String name) {
    return within.computeIfAbsent(name, _ -> new Kept(custom || name.startsWith("_")));
  }

  /// Keeps the present member.
  ///
  /// @return its text without quotes; empty where it was too long
  String take(JsonSource json) {
    String given = json.name();
    boolean marked = custom || given.startsWith("_") || OF_HAR.contains(given);
    String name = marked ? given : "_" + given;
    Optional<String> value = KeptJson.of(json, LONGEST);
    value.ifPresentOrElse(raw -> members.putIfAbsent(name, raw), () -> lost = true);
    return value.map(raw -> raw.replaceAll("^\"|\"$", "")).orElse("");
  }

  void text(String name, String value) {
    StringBuilder quoted = new StringBuilder();
    JsonText.quote(value, quoted);
    members.putIfAbsent(name, quoted.toString());
  }

  /// Whether something was too long to be kept.
  boolean lost() {
    return lost || within.values().stream().anyMatch(Kept::lost);
  }

  /// All of them as one JSON object; empty where there are none, or where it would be too long.
  Optional<String> json() {
    StringBuilder into = new StringBuilder();
    write(into);
    lost |= into.length() > LONGEST;
    return into.length() == 2 || into.length() > LONGEST
        ? Optional.empty()
        : Optional.of(into.toString());
  }

  long chars() {
    long chars = 0;
    for (String raw : members.values()) {
      chars += raw.length();
    }
    for (Kept each : within.values()) {
      chars += each.chars();
    }
    return chars;
  }

  void clear() {
    members.clear();
    within.clear();
  }

  private boolean isEmpty() {
    return members.isEmpty() && within.values().stream().allMatch(Kept::isEmpty);
  }

  private void write(StringBuilder into) {
    into.append('{');
    members.forEach((name, raw) -> member(name, into).append(raw));
    within.forEach(
        (name, kept) -> {
          if (!kept.isEmpty() && !members.containsKey(name)) {
            kept.write(member(name, into));
          }
        });
    into.append('}');
  }

  private static StringBuilder member(String name, StringBuilder into) {
    into.append(into.charAt(into.length() - 1) == '{' ? "" : ",");
    JsonText.quote(name, into);
    return into.append(':');
  }
}
