package dev.lightfoot.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the files of what a person gives: folders with all that lies below them, whatever its
/// names (rotation changes them), without hidden files and without following links; each file once.
final class SourceFinder {
  /// Files of one reading.
  static final int MAX_FILES = 10_000;

  /// Folders in one another.
  static final int MAX_DEPTH = 32;

  private final List<Source> found = new ArrayList<>();
  private final List<FileReading> refused = new ArrayList<>();
  private final Set<Object> seen = new HashSet<>();
  private long bytes;

  private SourceFinder() {}

  /// @param found streams and files, no folders
  /// @param refused what cannot be opened
  /// @param bytes of those whose size is known
  record Found(List<Source> found, List<FileReading> refused, long bytes) {}

  static Found in(List<Source> given) {
    SourceFinder finder = new SourceFinder();
    given.forEach(finder::add);
    return new Found(finder.found, finder.refused, finder.bytes);
  }

  private void add(Source source) {
    switch (source) {
      case Source.Stream stream -> found.add(stream);
      case Source.Spans spans -> found.add(spans);
      case Source.OnDisk(Path path) -> onDisk(path);
    }
  }

  private void onDisk(Path path) {
    try {
      if (Files.isDirectory(path)) {
        folder(path);
      } else {
        file(path);
      }
    } catch (IOException e) {
      refuse(path, Failures.sentence(e));
    } catch (UncheckedIOException e) {
      refuse(path, Failures.sentence(Objects.requireNonNull(e.getCause())));
    }
  }

  /// The files of a folder; none where it cannot be listed.
  static List<Path> files(Path folder) {
    try {
      return list(folder);
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder, MAX_DEPTH)) {
      return all.filter(file -> isLog(folder, file)).limit(MAX_FILES + 1L).sorted().toList();
    }
  }

  private void folder(Path folder) throws IOException {
    List<Path> files = list(folder);
    if (files.isEmpty()) {
      refuse(folder, "There is no file in this folder.");
    }
    for (Path file : files) {
      file(file);
    }
  }

  private static boolean isLog(Path folder, Path file) {
    for (Path name : folder.relativize(file)) {
      if (name.toString().startsWith(".")) {
        return false;
      }
    }
    return !isReport(file) && Files.isRegularFile(file);
  }

  /// SARIF is what tools say of what they read, and never a record.
  private static boolean isReport(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".sarif");
  }

  private void file(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    Object key = attributes.fileKey();
    if (!seen.add(key == null ? file.toRealPath() : key)) {
      return;
    }
    if (found.size() == MAX_FILES) {
      refuse(file, "More than " + MAX_FILES + " files: the others were not read.");
    }
    if (found.size() < MAX_FILES) {
      found.add(new Source.OnDisk(file));
      bytes += attributes.isRegularFile() ? attributes.size() : 0;
    }
  }

  private void refuse(Path path, String sentence) {
    if (refused.size() < MAX_FILES) {
      refused.add(FileReading.failed(path.toString(), Optional.empty(), sentence));
    }
  }
}
