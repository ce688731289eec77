package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.text.TextCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// What a list of findings that was written is of: itself it holds what came out, and nothing that
/// the rules could be asked about anew.
///
/// @param snapshot its id; empty where they are of logs and traces
/// @param files the logs and traces; empty where they are of a snapshot, or nobody says
public record FindingsOrigin(Optional<String> snapshot, List<String> files) {
  public FindingsOrigin {
    files = List.copyOf(files);
  }

  /// That of a file; empty where it is no list of findings.
  public static Optional<FindingsOrigin> of(Path file) throws IOException {
    if (Files.size(file) > SnapshotCodec.MAX_BYTES) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    try (JsonSource json = JsonSource.of(bytes, 0, bytes.length, new TextCache())) {
      return json.next() && json.object() ? read(json) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<FindingsOrigin> read(JsonSource json) {
    boolean findings = false;
    FindingsOrigin origin = new FindingsOrigin(Optional.empty(), List.of());
    while (json.member()) {
      switch (json.name()) {
        case "format" ->
            findings = OtherDocument.of(json.text()).equals(Optional.of(OtherDocument.FINDINGS));
        case "of" -> origin = origin(json);
        default -> json.skip();
      }
    }
    return findings ? Optional.of(origin) : Optional.empty();
  }

  private static FindingsOrigin origin(JsonSource json) {
    String snapshot = "";
    List<String> files = new ArrayList<>();
    for (boolean more = json.object() && json.member(); more; more = json.member()) {
      switch (json.name()) {
        case "snapshot" -> snapshot = json.text();
        case "files" -> {
          for (boolean next = json.array() && json.element(); next; next = json.element()) {
            files.add(json.text());
          }
        }
        default -> json.skip();
      }
    }
    return new FindingsOrigin(Optional.of(snapshot).filter(id -> !id.isEmpty()), files);
  }
}
