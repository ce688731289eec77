package dev.lightfoot.intake;

import dev.lightfoot.codec.CaptureFormat;
import dev.lightfoot.intake.FileReading.Skipped;
import dev.lightfoot.model.Snapshot;
import java.util.List;
import java.util.Optional;

/// What became of one file of captured page loads.
///
/// @param path as the person gave it; `-` for standard input
/// @param format empty where it was not recognised
/// @param snapshots the loads; those of one URL are the runs of one snapshot
/// @param skipped how many entries could not be read
/// @param entries the first of them
/// @param warnings sentences about the file
/// @param failure one sentence where it could not be read, or not to its end
public record CaptureFile(
    String path,
    Optional<CaptureFormat> format,
    List<Snapshot> snapshots,
    long skipped,
    List<Skipped> entries,
    List<String> warnings,
    Optional<String> failure) {
  public CaptureFile {
    snapshots = List.copyOf(snapshots);
    entries = List.copyOf(entries);
    warnings = List.copyOf(warnings);
  }
}
