package dev.lightfoot.probe.chrome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A folder of its owner's only, in which one browser keeps everything, and which goes with it.
///
/// @param path the folder; its name holds the id of our process, so that what a process of ours
///   that was killed left behind is found
record BrowserFolder(Path path) {
  private static final String PREFIX = "lightfoot-browser-";
  private static final int ATTEMPTS = 40;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /// A fresh one. On the way, folders go whose process of ours is no more.
  static BrowserFolder create() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", "."));
    sweep(temporary);
    // on POSIX it is created for its owner alone; elsewhere the temporary folder is the owner's
    return new BrowserFolder(
        Files.createTempDirectory(temporary, PREFIX + ProcessHandle.current().pid() + "-"));
  }

  Path profile() {
    return path.resolve("profile");
  }

  Path netLog() {
    return path.resolve("netlog.json");
  }

  Path messages() {
    return path.resolve("messages.txt");
  }

  /// Removes it; while a process that ends still writes into it, again.
  ///
  /// @return whether it is gone
  boolean remove() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        removeAll(path);
        return true;
      } catch (IOException e) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
    return !Files.exists(path);
  }

  private static void sweep(Path temporary) {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path folder : left) {
        if (isAbandoned(folder.getFileName().toString())) {
          removeAll(folder);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // somebody else's, or being removed by another of our processes: it is not ours to report
      return;
    }
  }

  private static boolean isAbandoned(String name) {
    String[] parts = name.substring(PREFIX.length()).split("-", 2);
    try {
      return ProcessHandle.of(Long.parseLong(parts[0])).isEmpty();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static void removeAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) {
            return FileVisitResult.CONTINUE; // gone meanwhile; if not, its folder cannot go either
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException why)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
