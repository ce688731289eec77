package dev.lightfoot.app.ui.workspace.log;

import dev.lightfoot.app.reception.Reception;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// What is open together: its readers, which know what came already, and what they read. Nothing of
/// it can be forgotten: whoever wants one file gone reads the others [#afresh].
final class OpenLogs {
  private static final long BETWEEN_LOOKS_MILLIS = 20;

  private final LogFiles files;
  private final ReadSpans spans;
  private final List<FileReading> readings = new ArrayList<>(); // used by the window's thread
  private final CountDownLatch received = new CountDownLatch(1);
  private volatile boolean counting;
  private volatile boolean left;

  OpenLogs(LogFiles files, ReadSpans spans) {
    this.files = files;
    this.spans = spans;
  }

  /// The same with nothing in it.
  OpenLogs afresh() {
    return new OpenLogs(files.afresh(), spans.afresh());
  }

  /// The same with nothing in it, its readers told this of the files.
  OpenLogs told(ReadSettings settings) {
    return new OpenLogs(files.told(settings), spans.afresh());
  }

  LogFiles files() {
    return files;
  }

  ReadSpans spans() {
    return spans;
  }

  List<FileReading> read(List<Path> paths, IntakeListener listener) {
    return files.read(paths.stream().<Source>map(Source.OnDisk::new).toList(), listener);
  }

  /// What became of each file.
  List<FileReading> readings() {
    return readings;
  }

  /// Adds what was read of a file later to what was read of it before.
  void append(FileReading later) {
    for (int i = 0; i < readings.size(); i++) {
      if (readings.get(i).name().equals(later.name())) {
        readings.set(i, readings.get(i).and(later));
        return;
      }
    }
    readings.add(later);
  }

  /// Lists those of these files and folders of which nothing was read.
  void addUnread(List<Path> paths, String why) {
    for (Path path : paths) {
      if (readings.stream().noneMatch(each -> Path.of(each.path()).startsWith(path))) {
        readings.add(FileReading.failed(path.toString(), Optional.empty(), why));
      }
    }
  }

  /// Counts what was received, and what comes, until it is left or the store is closed.
  void count(Reception opened, ReceivedCount count, Executor jobs) {
    counting = true;
    jobs.execute(
        () -> {
          try {
            count.of(opened, this);
          } finally {
            received.countDown();
          }
        });
  }

  /// All that had been received is counted.
  void receivedIsCounted() {
    received.countDown();
  }

  /// Returns when what had been received is counted, if it is, or when that is no longer wanted.
  void awaitReceived(BooleanSupplier stopped) {
    try {
      while (counting
          && !stopped.getAsBoolean()
          && !received.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
        // The person may stop it meanwhile.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Others have taken its place.
  void leave() {
    left = true;
  }

  boolean isLeft() {
    return left;
  }
}
