package dev.lightfoot.intake;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.report.EmbeddedJson;
import dev.lightfoot.codec.snapshot.OtherDocument;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.codec.text.TextCache;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;

/// Files and folders that a person gives, sorted by what they hold and not by their names; each
/// once, in the order in which they were given. A folder with page loads or snapshots in it is
/// given up for its files; any other is a folder of logs.
///
/// @param snapshots measurements that Lightfoot saved, and what else it wrote
/// @param pageLoads page loads that another program captured (HAR and others), also compressed
/// @param logs whatever else can be opened: logs, traces, folders with them
/// @param unopened what cannot be opened, and why
public record GivenPaths(
    List<Path> snapshots, List<Path> pageLoads, List<Path> logs, List<Unopened> unopened) {
  /// How much of a file is looked at.
  public static final int SAMPLE = FormatChoice.SAMPLE;

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

  /// Whether a document of ours begins so: its member `format` says it; or a report of ours, which
  /// holds one. One that is no snapshot is among them, so that whoever opens it says what it is.
  ///
  /// @param beginning may be cut anywhere
  public static boolean isSnapshot(byte[] beginning) {
    return EmbeddedJson.isReport(beginning) || isFormat(beginning);
  }

  private static boolean isFormat(byte[] beginning) {
    try (JsonSource json = JsonSource.of(beginning, 0, beginning.length, new TextCache())) {
      boolean found = false;
      for (boolean more = json.next() && json.object(); more && !found; ) {
        more = json.member();
        if (more && json.name().equals("format")) {
          String format = json.text();
          found = format.equals(SnapshotCodec.FORMAT) || OtherDocument.of(format).isPresent();
        } else if (more) {
          json.skip();
        }
      }
      return found;
    } catch (JacksonException e) {
      return false;
    }
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
    private final Set<Path> seen = new LinkedHashSet<>();

    private void add(Path path) {
      if (Files.isDirectory(path)) {
        addAll(path);
      } else {
        addFile(path);
      }
    }

    private void addAll(Path folder) {
      Sorting within = new Sorting();
      SourceFinder.files(folder).forEach(within::addFile);
      if (within.snapshots.isEmpty() && within.pageLoads.isEmpty()) {
        addFile(folder);
        return;
      }
      within.seen.forEach(this::addFile);
    }

    private void addFile(Path path) {
      if (!seen.add(path)) {
        return;
      }
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
      try (InputStream in = new BufferedInputStream(Files.newInputStream(path), SAMPLE)) {
        in.mark(SAMPLE);
        byte[] beginning = in.readNBytes(SAMPLE);
        in.reset();
        return isSnapshot(beginning)
            ? snapshots
            : Captures.readerOfPacked(in).isPresent() ? pageLoads : logs;
      }
    }
  }
}
