package dev.lightfoot.intake.follow;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Logs that stay open: they are read once, and what is written to them afterwards can be read when
/// it is wanted. What comes again, in the same file or in another one, counts once; so does a line
/// that is equal to one of the same second which was read before it was written. May be used by
/// several threads.
public final class FollowedLogs {
  private final Intake intake;
  private final IntakeSettings settings;

  /// As they were when they were read last, one for each time that files were given.
  private final List<LogTails> read = new CopyOnWriteArrayList<>();

  /// The formats of files that hold one log: a few added lines may not show it.
  private final Map<String, LogFormat> formats = new ConcurrentHashMap<>();

  private final ReentrantLock adding = new ReentrantLock();

  /// @param intake reads them
  public FollowedLogs(Intake intake) {
    this(intake, IntakeSettings.NONE);
  }

  /// @param intake reads them
  /// @param settings what a person says about them
  public FollowedLogs(Intake intake, IntakeSettings settings) {
    this.intake = intake.remembering();
    this.settings = settings;
  }

  /// Reads these sources; files and folders among them are followed from then on.
  public List<FileReading> read(List<Source> sources, IntakeListener listener) {
    List<FileReading> readings = new ArrayList<>();
    Optional<LogTails> now = Optional.empty();
    try {
      now = Optional.of(LogTails.of(files(sources)));
    } catch (IOException e) {
      readings.add(FileReading.failed(sources.toString(), Optional.empty(), sentence(e)));
    }
    List<FileReading> found = intake.read(sources, settings, listener);
    now.filter(LogTails::any).ifPresent(read::add);
    found.forEach(this::remember);
    readings.addAll(found);
    return readings;
  }

  private static List<Path> files(List<Source> sources) {
    List<Path> files = new ArrayList<>();
    for (Source source : sources) {
      if (source instanceof Source.OnDisk(Path path) && Files.exists(path)) {
        files.add(path);
      }
    }
    return files;
  }

  private static String sentence(IOException e) {
    return String.valueOf(e.getMessage());
  }

  private void remember(FileReading reading) {
    if (reading.part().isEmpty()) {
      reading.format().ifPresent(format -> formats.put(reading.path(), format));
    }
  }

  /// Reads what is added until all of them have grown and come to rest, or until patience ends.
  ///
  /// @param added takes what became of each file to which something was added, as soon as it is
  ///   read; entries are given to the listener before
  /// @throws IOException with a sentence where a log cannot be read any more
  public void follow(
      Pause pause, Duration patience, IntakeListener listener, Consumer<List<FileReading>> added)
      throws IOException {
    List<LogTails> begun = List.copyOf(read);
    long deadline = System.nanoTime() + patience.toNanos();
    long size = size(begun);
    long taken = -1;
    while (!begun.isEmpty() && System.nanoTime() < deadline) {
      if (listener.cancelled() || !pause.pass(LogTails.BETWEEN_LOOKS)) {
        return;
      }
      long now = size(begun);
      if (now == size && now != taken) {
        taken = now;
        take(false, listener, added);
        if (allGrew(begun)) {
          return;
        }
      }
      size = now;
    }
    take(true, listener, added);
  }

  private void take(boolean unfinished, IntakeListener listener, Consumer<List<FileReading>> added)
      throws IOException {
    List<FileReading> readings = readAdded(unfinished, listener);
    if (!readings.isEmpty()) {
      added.accept(readings);
    }
  }

  private List<FileReading> readAdded(boolean unfinished, IntakeListener listener)
      throws IOException {
    adding.lock();
    try {
      return added(unfinished, listener);
    } finally {
      adding.unlock();
    }
  }

  private List<FileReading> added(boolean unfinished, IntakeListener listener) throws IOException {
    List<FileReading> readings = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      LogTails now = read.get(i).again();
      for (Map.Entry<Path, Source> added : read.get(i).added(now, unfinished).entrySet()) {
        readings.addAll(read(added.getKey(), added.getValue(), listener));
      }
      if (!listener.cancelled()) {
        read.set(i, now);
      }
    }
    return readings;
  }

  private List<FileReading> read(Path file, Source source, IntakeListener listener) {
    boolean whole = source instanceof Source.OnDisk;
    Optional<String> format =
        whole
            ? settings.format()
            : Optional.ofNullable(formats.get(file.toString())).map(LogFormat::name);
    List<FileReading> readings =
        intake.read(List.of(source), new IntakeSettings(format, settings.settings()), listener);
    readings.forEach(this::remember);
    return whole ? readings : readings.stream().map(FollowedLogs::placed).toList();
  }

  /// Lines of what was added are counted from its beginning.
  private static FileReading placed(FileReading reading) {
    return reading.withEntries(
        reading.entries().stream()
            .map(
                entry ->
                    new FileReading.Skipped(entry.place() + " of what was added", entry.reason()))
            .toList());
  }

  private static long size(List<LogTails> tails) throws IOException {
    long sum = 0;
    for (LogTails each : tails) {
      sum += each.size();
    }
    return sum;
  }

  /// Whether each has grown, by whole lines.
  private static boolean allGrew(List<LogTails> tails) throws IOException {
    for (LogTails each : tails) {
      if (!each.allGrew() || !each.allWhole()) {
        return false;
      }
    }
    return true;
  }
}
