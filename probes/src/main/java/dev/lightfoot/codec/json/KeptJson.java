package dev.lightfoot.codec.json;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Copies a value that is to be written again as it was: without insignificant white space, without
/// what a reader of ours would refuse (a name twice, numbers that are none or too long, what is
/// nested too deeply), and only where it is short.
public final class KeptJson {
  /// Levels that are copied.
  static final int MAX_DEPTH = 32;

  private static final int LONGEST_NUMBER = 64;

  private final JsonSource json;
  private final int limit;
  private final StringBuilder copy = new StringBuilder();

  private KeptJson(JsonSource json, int limit) {
    this.json = json;
    this.limit = limit;
  }

  /// The present value, which is then passed over; empty where its text is longer than the limit.
  public static Optional<String> of(JsonSource json, int limit) {
    KeptJson kept = new KeptJson(json, limit);
    kept.value(0);
    return kept.full() ? Optional.empty() : Optional.of(kept.copy.toString());
  }

  private boolean full() {
    return copy.length() > limit;
  }

  private void value(int depth) {
    if (full()) {
      json.skip();
    } else if (json.isObject() || json.isArray()) {
      nested(depth);
    } else if (json.isText()) {
      JsonText.quote(json.text(), copy);
    } else if (json.isNumber()) {
      number();
    } else {
      copy.append(json.isNull() ? "null" : json.text());
    }
  }

  private void number() {
    String text = json.text();
    boolean plain = text.length() <= LONGEST_NUMBER && !text.contains("N") && !text.contains("I");
    copy.append(plain ? text : "null");
  }

  private void nested(int depth) {
    if (depth >= MAX_DEPTH) {
      json.skip();
      copy.append("null");
    } else if (json.isObject()) {
      object(depth);
    } else {
      list(depth);
    }
  }

  private void object(int depth) {
    json.object();
    copy.append('{');
    Set<String> names = new HashSet<>();
    while (json.member()) {
      if (full() || !names.add(json.name())) {
        json.skip();
        continue;
      }
      copy.append(names.size() > 1 ? "," : "");
      JsonText.quote(json.name(), copy);
      copy.append(':');
      value(depth + 1);
    }
    copy.append('}');
  }

  private void list(int depth) {
    json.array();
    copy.append('[');
    for (int i = 0; json.element(); i++) {
      if (!full()) {
        copy.append(i > 0 ? "," : "");
      }
      value(depth + 1);
    }
    copy.append(']');
  }
}
