package dev.lightfoot.analysis.measured;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.HeaderParts;
import dev.lightfoot.model.ResponseFacts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/// The directives of a response's `Cache-Control` (RFC 9111 section 5.2), several lines as one.
public final class CacheControl {
  private final Map<String, String> directives = new HashMap<>();

  private CacheControl() {}

  public static CacheControl of(ResponseFacts response) {
    CacheControl control = new CacheControl();
    for (Header header : response.headers()) {
      if (header.named("cache-control")) {
        HeaderParts.split(header.value(), ',').forEach(control::add);
      }
    }
    return control;
  }

  private void add(String part) {
    int equals = part.indexOf('=');
    String name = (equals < 0 ? part : part.substring(0, equals)).strip();
    String value = equals < 0 ? "" : part.substring(equals + 1).strip().replace("\"", "");
    directives.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
  }

  public boolean has(String name) {
    return directives.containsKey(name);
  }

  /// The seconds of that directive; empty where it is not there or names none.
  public OptionalLong seconds(String name) {
    String value = directives.getOrDefault(name, "");
    return value.matches("[0-9]{1,10}")
        ? OptionalLong.of(Long.parseLong(value))
        : OptionalLong.empty();
  }
}
