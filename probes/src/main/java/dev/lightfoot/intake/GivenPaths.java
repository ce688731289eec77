package dev.lightfoot.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Files and folders that a person gives, sorted by what they hold and not by their names; each
/// once, in the order in which they were given.
///
/// @param snapshots measurements that Lightfoot saved
/// @param pageLoads page loads that a browser exported (HAR)
/// @param logs whatever else can be opened: logs, traces, folders with them
/// @param unopened what cannot be opened, and why
public record GivenPaths(
    List<Path> snapshots, List<Path> pageLoads, List<Path> logs, List<Unopened> unopened) {
  /// How much of a file is looked at.
  static final int SAMPLE = FormatChoice.SAMPLE;

  public GivenPaths {
    snapshots = List.copyOf(snapshots);
    pageLoads = List.copyOf(pageLoads);
    logs = List.copyOf(logs);
    unopened = List.copyOf(unopened);
  }

  /// Something that cannot be opened.
  public record Unopened(Path path, Reason reason) {}

  /// Why something cannot be opened.
  public enum Reason {
    /// Nothing has that name.
    ABSENT,
    /// Its permissions deny it.
    DENIED,
    /// The file system reports a fault.
    FAILED
  }

  /// Looks at the beginning of each file.
  public static GivenPaths of(List<Path> paths) {
    Sorting sorting = new Sorting();
    new LinkedHashSet<>(paths).forEach(sorting::add);
    return new GivenPaths(sorting.snapshots, sorting.pageLoads, sorting.logs, sorting.unopened);
  }

  private static final class Sorting {
    private final List<Path> snapshots = new ArrayList<>();
    private final List<Path> pageLoads = new ArrayList<>();
    private final List<Path> logs = new ArrayList<>();
    private final List<Unopened> unopened = new ArrayList<>();

    private void add(Path path) {
      try {
        sorted(path).add(path);
      } catch (AccessDeniedException e) {
        unopened.add(new Unopened(path, Reason.DENIED));
      } catch (IOException e) {
        boolean there = Files.exists(path) || Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        unopened.add(new Unopened(path, there ? Reason.FAILED : Reason.ABSENT));
      }
    }

    private List<Path> sorted(Path path) throws IOException {
      if (Files.exists(path) && !Files.isReadable(path)) {
        throw new AccessDeniedException(path.toString());
      }
      // What a pipe holds could not be read a second time.
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        return logs;
      }
      try (InputStream in = Files.newInputStream(path)) {
        return switch (JsonDocument.of(in.readNBytes(SAMPLE))) {
          case SNAPSHOT -> snapshots;
          case HAR -> pageLoads;
          case OTHER -> logs;
        };
      }
    }
  }
}
