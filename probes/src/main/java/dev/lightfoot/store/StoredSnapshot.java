package dev.lightfoot.store;

import dev.lightfoot.model.Snapshot;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

/// A kept snapshot as a list shows it.
///
/// @param id unique; sorts by time
/// @param name the person's name for it
/// @param target the URL that was measured
/// @param takenAt when
/// @param runs how many runs it holds
/// @param headlineNanos the number that stands for it, as [HeadlineTime] decides; empty where no
///   run came to its end
/// @param path its file
public record StoredSnapshot(
    String id,
    String name,
    String target,
    OffsetDateTime takenAt,
    int runs,
    OptionalLong headlineNanos,
    Path path) {

  static StoredSnapshot of(Snapshot snapshot, HeadlineTime headline, Path file) {
    return new StoredSnapshot(
        snapshot.id(),
        snapshot.name().orElse(""),
        snapshot.target(),
        snapshot.takenAt(),
        snapshot.runs().size(),
        headline.nanos(snapshot),
        file);
  }
}
