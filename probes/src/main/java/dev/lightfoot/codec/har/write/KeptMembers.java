package dev.lightfoot.codec.har.write;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.json.KeptJson;
import dev.lightfoot.codec.text.TextCache;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The members of an object that was kept as JSON text.
final class KeptMembers {
  private final Map<String, String> raw = new LinkedHashMap<>();

  private KeptMembers() {}

  /// None where there is nothing, or no object.
  static KeptMembers of(@Nullable String text) {
    KeptMembers members = new KeptMembers();
    if (text == null) {
      return members;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (JsonSource json = JsonSource.of(bytes, 0, bytes.length, new TextCache())) {
      if (json.next() && json.object()) {
        while (json.member()) {
          String name = json.name();
          KeptJson.of(json, Integer.MAX_VALUE)
              .ifPresent(value -> members.raw.putIfAbsent(name, value));
        }
      }
    } catch (JacksonException e) {
      members.raw.clear(); // of a foreign snapshot: it is no part of what we say
    }
    return members;
  }

  /// Those of an object within this one.
  KeptMembers in(String name) {
    return of(raw.get(name));
  }

  boolean has(String name) {
    return raw.containsKey(name);
  }

  void each(BiConsumer<String, String> member) {
    raw.forEach(member);
  }

  /// The same without that object within.
  KeptMembers without(String... names) {
    KeptMembers rest = new KeptMembers();
    rest.raw.putAll(raw);
    for (String name : names) {
      rest.raw.remove(name);
    }
    return rest;
  }
}
