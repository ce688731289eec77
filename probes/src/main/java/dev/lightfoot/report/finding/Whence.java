package dev.lightfoot.report.finding;

import java.util.List;
import java.util.Optional;

/// What findings are of: a snapshot, or what was read.
///
/// @param snapshot its id
/// @param files logs and traces, as they were given; empty for standard input
public record Whence(Optional<String> snapshot, List<String> files) {
  /// Nobody says.
  public static final Whence UNSAID = new Whence(Optional.empty(), List.of());

  public Whence {
    files = List.copyOf(files);
  }

  public static Whence ofSnapshot(String id) {
    return new Whence(Optional.of(id), List.of());
  }

  public static Whence ofFiles(List<String> files) {
    return new Whence(Optional.empty(), files);
  }
}
