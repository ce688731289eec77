package dev.lightfoot.codec.har;

import dev.lightfoot.codec.capture.CapturedSnapshots;
import dev.lightfoot.codec.capture.CapturedSnapshots.Load;
import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The member `_lightfoot` of a log that we wrote: which snapshot it is, and where and with what
/// that was taken.
final class OwnLog {
  private final Map<String, String> words = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  void read(JsonSource json) {
    if (!json.object()) {
      return;
    }
    while (json.member()) {
      if (json.isArray()) {
        json.array();
        while (json.element()) {
          warnings.add(json.text());
        }
      } else {
        words.putIfAbsent(json.name(), json.text());
      }
    }
  }

  Optional<String> word(String name) {
    return Optional.ofNullable(words.get(name));
  }

  private String orEmpty(String name) {
    return words.getOrDefault(name, "");
  }

  /// The snapshots of these loads: one, as it was, where we wrote the file.
  ///
  /// @param kept of the log
  List<Snapshot> snapshot(List<Load> loads, Kept kept) {
    Map<String, String> unknown = new HashMap<>();
    kept.json().ifPresent(raw -> unknown.put("/har", raw));
    String id = orEmpty("id");
    if (!SnapshotId.isValid(id)) {
      return CapturedSnapshots.of(loads).stream()
          .map(each -> each.keeping(both(each, unknown)))
          .toList();
    }
    Snapshot whole = CapturedSnapshots.of(id, orEmpty("target"), loads).with(environment());
    Snapshot named = whole.keeping(both(whole, unknown));
    return List.of(word("name").map(named::named).orElse(named));
  }

  private static Map<String, String> both(Snapshot snapshot, Map<String, String> more) {
    Map<String, String> both = new HashMap<>(snapshot.unknown());
    both.putAll(more);
    return both;
  }

  private Environment environment() {
    return new Environment(
        orEmpty("lightfoot"),
        orEmpty("os"),
        orEmpty("java"),
        orEmpty("resolver"),
        word("proxy"),
        word("place"),
        word("serverPlace"),
        warnings);
  }
}
