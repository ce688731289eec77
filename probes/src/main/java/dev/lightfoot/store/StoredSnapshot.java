package dev.lightfoot.store;

import dev.lightfoot.model.Annotation;
import dev.lightfoot.model.HeadlineTime;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.Subject;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// A kept snapshot as a list shows it.
///
/// @param id unique; sorts by time
/// @param name the person's name for it
/// @param subject what was measured
/// @param takenAt when
/// @param runs how many runs it holds
/// @param headline the time that stands for it, as [HeadlineChoice] decides; empty where no run
///   came to its end
/// @param annotation what the person wrote on it
/// @param path its file
public record StoredSnapshot(
    String id,
    String name,
    Subject subject,
    OffsetDateTime takenAt,
    int runs,
    Optional<HeadlineTime> headline,
    Annotation annotation,
    Path path) {

  /// What a list shows of that snapshot.
  public static StoredSnapshot of(Snapshot snapshot, HeadlineChoice headline, Path file) {
    return new StoredSnapshot(
        snapshot.id(),
        snapshot.name().orElse(""),
        Subject.of(snapshot),
        snapshot.takenAt(),
        snapshot.runs().size(),
        headline.of(snapshot),
        snapshot.annotation(),
        file);
  }

  /// The URL that was measured.
  public String target() {
    return subject.target();
  }

  /// Words to find it by.
  public List<String> tags() {
    return annotation.tags();
  }

  /// What the person wrote on it; empty where nothing is.
  public String note() {
    return annotation.note().orElse("");
  }
}
