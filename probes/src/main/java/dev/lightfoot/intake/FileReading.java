package dev.lightfoot.intake;

import dev.lightfoot.codec.LogFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What became of one file, or of one part of a file that holds several.
///
/// @param path as the person gave it or as it was found in a folder; `-` for standard input
/// @param part entry of an archive, or service of a compose log
/// @param format empty where it was not recognised
/// @param read how many spans, requests, statements or commands it records
/// @param repeated how many of those an earlier file recorded, too: they were given out once
/// @param skipped how many should have been one and could not be read
/// @param entries the first of them
/// @param warnings sentences about the file
/// @param failure one sentence where it could not be read, or not to its end
public record FileReading(
    String path,
    Optional<String> part,
    Optional<LogFormat> format,
    long read,
    long repeated,
    long skipped,
    List<Skipped> entries,
    List<String> warnings,
    Optional<String> failure) {
  /// Skipped entries that are listed.
  static final int LISTED = 50;

  static final String UNRECOGNISED = "Its format was not recognised; --format names it.";

  public FileReading {
    entries = List.copyOf(entries);
    warnings = List.copyOf(warnings);
  }

  /// One entry that could not be read.
  ///
  /// @param place such as `line 12`
  /// @param reason one sentence
  public record Skipped(String place, String reason) {}

  /// Whether its format was not recognised.
  public boolean unrecognised() {
    return failure.filter(UNRECOGNISED::equals).isPresent();
  }

  /// Whether nothing of it was read, or not all could be opened.
  public boolean unreadable() {
    return failure.isPresent() || read == 0;
  }

  /// Whether there was nothing in it to read.
  public boolean empty() {
    return failure.isEmpty() && format.isEmpty() && read == 0;
  }

  /// Where it comes from, for people.
  public String name() {
    return part.map(inner -> path + " (" + inner + ")").orElse(path);
  }

  /// The same with other warnings.
  FileReading with(List<String> others) {
    return new FileReading(path, part, format, read, repeated, skipped, entries, others, failure);
  }

  public FileReading withEntries(List<Skipped> others) {
    return new FileReading(path, part, format, read, repeated, skipped, others, warnings, failure);
  }

  /// This and what was read of the same file later: what it recorded before counts once.
  ///
  /// @param later its reading, with the same [#name]
  public FileReading and(FileReading later) {
    List<Skipped> allEntries = new ArrayList<>(entries);
    later.entries.stream().limit(Math.max(0, LISTED - entries.size())).forEach(allEntries::add);
    LinkedHashSet<String> allWarnings = new LinkedHashSet<>(warnings);
    allWarnings.addAll(later.warnings);
    return new FileReading(
        path,
        part,
        format.or(later::format),
        read + later.read - later.repeated,
        repeated,
        skipped + later.skipped,
        allEntries,
        List.copyOf(allWarnings),
        later.failure.or(() -> format.isPresent() ? failure : Optional.empty()));
  }

  public static FileReading failed(String path, Optional<String> part, String sentence) {
    return new FileReading(
        path, part, Optional.empty(), 0, 0, 0, List.of(), List.of(), Optional.of(sentence));
  }
}
