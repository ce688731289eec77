package dev.lightfoot.app.ui.workspace.setting;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// Which log files and folders were open, for the next start: their paths, in a file of its owner's
/// only, and nothing of what they hold.
public final class RememberedLogs {
  /// More are not remembered: paths of the longest kind still fit into the file.
  public static final int LIMIT = 250;

  private static final Logger LOG = Logger.getLogger(RememberedLogs.class.getName());

  private final OwnerFile file;
  private final Executor background;
  private volatile Optional<List<String>> newest = Optional.empty();

  public RememberedLogs(Path folder, Executor background) {
    this.file = new OwnerFile(path(folder));
    this.background = background;
  }

  /// Where they are kept, of a data folder.
  public static Path path(Path folder) {
    return folder.resolve("open-logs");
  }

  /// Those that were open.
  public List<Path> paths() {
    return file.lines().stream().flatMap(RememberedLogs::path).limit(LIMIT).toList();
  }

  private static Stream<Path> path(String line) {
    try {
      return Optional.of(line).filter(text -> !text.isBlank()).map(Path::of).stream();
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }

  /// Remembers these instead; none takes the file away. A path of several lines is left out.
  public void keep(List<Path> open) {
    Optional<List<String>> kept =
        Optional.of(
            open.stream()
                .map(each -> each.toAbsolutePath().toString())
                .filter(each -> each.lines().count() == 1)
                .limit(LIMIT)
                .toList());
    if (!kept.equals(newest)) {
      newest = kept;
      background.execute(this::write);
    }
  }

  /// Writes the newest list, whichever change this was for: jobs may come in any order.
  private synchronized void write() {
    List<String> lines = newest.orElse(List.of());
    try {
      if (lines.isEmpty()) {
        file.delete();
      } else {
        file.write(lines);
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the open logs were not remembered", e);
    }
  }
}
