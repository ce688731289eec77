package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.report.EmbeddedJson;
import dev.lightfoot.codec.text.TextCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// Which snapshots a comparison that was written compares: itself it holds none of their runs.
///
/// @param a id of the one compared with
/// @param b id of the one compared
public record ComparedIds(String a, String b) {

  /// A first, then B.
  public List<String> both() {
    return List.of(a, b);
  }

  /// Those of a file; empty where it is no comparison, as JSON or as a report.
  public static Optional<ComparedIds> of(Path file) throws IOException {
    if (Files.size(file) > SnapshotCodec.MAX_BYTES) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    return EmbeddedJson.isReport(bytes)
        ? EmbeddedJson.within(bytes).flatMap(ComparedIds::within)
        : within(bytes);
  }

  private static Optional<ComparedIds> within(byte[] bytes) {
    try (JsonSource json = JsonSource.of(bytes, 0, bytes.length, new TextCache())) {
      return json.next() && json.isObject() ? ids(json) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<ComparedIds> ids(JsonSource json) {
    boolean comparison = false;
    String a = "";
    String b = "";
    json.object();
    while (json.member()) {
      switch (json.name()) {
        case "format" ->
            comparison =
                OtherDocument.of(json.text()).equals(Optional.of(OtherDocument.COMPARISON));
        case "a" -> a = id(json);
        case "b" -> b = id(json);
        default -> json.skip();
      }
    }
    return comparison && !a.isEmpty() && !b.isEmpty()
        ? Optional.of(new ComparedIds(a, b))
        : Optional.empty();
  }

  private static String id(JsonSource json) {
    String id = "";
    if (!json.object()) {
      return id;
    }
    while (json.member()) {
      if (json.name().equals("id")) {
        id = json.text();
      } else {
        json.skip();
      }
    }
    return id;
  }
}
