package dev.lightfoot.app.ui.history.schedule;

import dev.lightfoot.app.ui.workspace.setting.OwnerFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Keeps schedules for the next start, one a line: minutes, runs, begin of the last probe or `-`,
/// address, and after a tab the budget file, where there is one. A line that makes no sense counts
/// as absent.
public final class ScheduleFile {
  private static final String NEVER = "-";

  private final OwnerFile file;

  /// @param folder the data folder
  public ScheduleFile(Path folder) {
    this.file = new OwnerFile(folder.resolve("schedules"));
  }

  /// Where it lies.
  Path path() {
    return file.path();
  }

  List<Schedule> read() {
    return file.lines().stream().flatMap(ScheduleFile::parse).limit(Schedule.MOST).toList();
  }

  private static Stream<Schedule> parse(String line) {
    String[] parts = line.strip().split(" ", 4);
    if (parts.length < 4 || parts[3].isBlank()) {
      return Stream.empty();
    }
    try {
      String[] named = parts[3].split("\t", 2);
      return Stream.of(
          new Schedule(
              named[0],
              Duration.ofMinutes(Long.parseLong(parts[0])),
              Integer.parseInt(parts[1]),
              parts[2].equals(NEVER) ? Optional.empty() : Optional.of(Instant.parse(parts[2])),
              named.length < 2 ? Optional.empty() : Optional.of(Path.of(named[1]))));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return Stream.empty();
    }
  }

  void write(List<Schedule> schedules) throws IOException {
    if (schedules.isEmpty()) {
      file.delete();
      return;
    }
    file.write(
        schedules.stream()
            .map(
                each ->
                    each.interval().toMinutes()
                        + " "
                        + each.runs()
                        + " "
                        + each.last().map(Instant::toString).orElse(NEVER)
                        + " "
                        + each.address()
                        + each.budget().map(budget -> "\t" + budget).orElse(""))
            .toList());
  }
}
