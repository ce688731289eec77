package dev.lightfoot.intake.follow;

import dev.lightfoot.intake.Head;
import dev.lightfoot.intake.Source;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The logs as they were before the runs, so that afterwards only what was added is read: a log of
/// years is then as fast as one of today. What was replaced, compressed or is new is read whole.
public final class LogTails {
  /// How often logs are looked at while they are waited for.
  static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private static final int MOST_FILES = 10_000;
  private static final int DEEPEST = 32;

  private final List<Path> given;
  private final Map<Path, State> before = new HashMap<>();

  /// A file as it was.
  private record State(Object key, long size) {}

  private LogTails(List<Path> given) {
    this.given = given;
  }

  /// Notes how long these files, and those in these folders, are now.
  ///
  /// @throws IOException with a sentence where one of them is missing or cannot be read
  public static LogTails of(List<Path> given) throws IOException {
    LogTails tails = new LogTails(List.copyOf(given));
    for (Path path : given) {
      if (!Files.exists(path)) {
        throw new IOException(path + ": There is no such file or folder.");
      }
    }
    for (Path file : tails.files()) {
      tails.state(file).ifPresent(state -> tails.before.put(file, state));
    }
    return tails;
  }

  /// Whether there is anything to look at.
  boolean any() {
    return !given.isEmpty();
  }

  /// What is to be read now: beginning a little before what was added, see [LogLines#OVERLAP].
  List<Source> sources() throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Path file : files()) {
      sources.add(source(file));
    }
    return sources;
  }

  /// The same as it was before the runs, as far as it is read again: what stands there was not done
  /// for them, whatever the server's clock says.
  List<Source> sourcesBefore() throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Path file : files()) {
      Optional<State> was = Optional.ofNullable(before.get(file));
      try {
        if (was.isPresent() && hasGrown(file, was.get())) {
          sources.add(sourceBefore(file, was.get().size()));
        }
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
    return sources;
  }

  private static Source sourceBefore(Path file, long size) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      long from = LogLines.beginning(file, size);
      in.skipNBytes(from);
      byte[] bytes = in.readNBytes(Math.toIntExact(size - from));
      return new Source.Stream(file.toString(), new ByteArrayInputStream(bytes));
    }
  }

  /// The same files and folders as they are now.
  LogTails again() throws IOException {
    LogTails now = new LogTails(given);
    for (Path file : now.files()) {
      now.state(file).ifPresent(state -> now.before.put(file, state));
    }
    return now;
  }

  /// What was added to each file until then, from the line in which it begins; a file that is new,
  /// was replaced or cannot be entered in its middle is given whole.
  ///
  /// @param unfinished whether a last line without an end is given too, or left until it has one
  Map<Path, Source> added(LogTails until, boolean unfinished) throws IOException {
    Map<Path, Source> added = new LinkedHashMap<>();
    for (Path file : until.files()) {
      Optional<State> was = Optional.ofNullable(before.get(file));
      Optional<State> is = Optional.ofNullable(until.before.get(file));
      if (is.isPresent() && !is.equals(was)) {
        added(file, was, is.get(), unfinished).ifPresent(source -> added.put(file, source));
      }
    }
    return added;
  }

  private Optional<Source> added(Path file, Optional<State> was, State is, boolean unfinished)
      throws IOException {
    try {
      if (was.isEmpty() || !hasGrown(file, was.get())) {
        return Optional.of(new Source.OnDisk(file));
      }
      long begin = LogLines.beginOfLine(file, was.get().size());
      long end = unfinished ? is.size() : LogLines.beginOfLine(file, is.size());
      return begin == end
          ? Optional.empty()
          : Optional.of(
              new Source.Stream(
                  file.toString(), new Head(Files.newInputStream(file), begin, end - begin)));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Source from(Path file, long position) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(position);
    return new Source.Stream(file.toString(), new BufferedInputStream(in));
  }

  /// Waits until every log has grown and none grows any more.
  ///
  /// @param also a further condition
  /// @return false where time ran out before, or the waiting was called off
  boolean awaitRest(Pause pause, long deadlineNanos, Condition also) throws IOException {
    long size = size();
    while (System.nanoTime() < deadlineNanos) {
      if (!pause.pass(BETWEEN_LOOKS)) {
        return false;
      }
      long now = size();
      if (also.holds() && now == size && allGrew() && allWhole()) {
        return true;
      }
      size = now;
    }
    return false;
  }

  /// A condition.
  @FunctionalInterface
  interface Condition {
    boolean holds() throws IOException;
  }

  /// How long all of them are together: grows as long as something is written.
  long size() throws IOException {
    long sum = 0;
    for (Path file : files()) {
      sum += state(file).map(State::size).orElse(0L);
    }
    return sum;
  }

  /// Whether something was added to each of what was given.
  boolean allGrew() throws IOException {
    Map<Path, Boolean> grew = new HashMap<>();
    for (Path file : files()) {
      boolean more = !state(file).equals(Optional.ofNullable(before.get(file)));
      given.stream()
          .filter(file::startsWith)
          .forEach(path -> grew.merge(path, more, Boolean::logicalOr));
    }
    return given.stream().allMatch(path -> grew.getOrDefault(path, false));
  }

  /// Whether the last line of each file has its end: a server may be in the middle of writing it.
  boolean allWhole() throws IOException {
    for (Path file : files()) {
      Optional<State> is = state(file);
      boolean added = is.isPresent() && !is.equals(Optional.ofNullable(before.get(file)));
      try {
        if (added
            && LogLines.isLines(file)
            && LogLines.beginOfLine(file, is.get().size()) != is.get().size()) {
          return false;
        }
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
    return true;
  }

  private Source source(Path file) throws IOException {
    Optional<State> was = Optional.ofNullable(before.get(file));
    try {
      return was.isPresent() && hasGrown(file, was.get())
          ? from(file, LogLines.beginning(file, was.get().size()))
          : new Source.OnDisk(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// Whether it is the same file, at most longer, and can be entered at a line.
  private boolean hasGrown(Path file, State was) throws IOException {
    return state(file)
            .filter(is -> was.key().equals(is.key()) && was.size() <= is.size())
            .isPresent()
        && LogLines.isLines(file);
  }

  private static IOException unreadable(Path file, IOException e) {
    return new IOException(file + ": It cannot be read (" + e.getMessage() + ").", e);
  }

  private Optional<State> state(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      Object key = attributes.fileKey();
      return Optional.of(
          new State(key == null ? attributes.creationTime() : key, attributes.size()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : given) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try (Stream<Path> below = Files.walk(path, DEEPEST)) {
        below
            .filter(
                file -> Files.isRegularFile(file) && !file.getFileName().toString().startsWith("."))
            .sorted()
            .limit(MOST_FILES)
            .forEach(files::add);
      } catch (IOException e) {
        throw new IOException(path + ": The folder cannot be read (" + e.getMessage() + ").", e);
      }
    }
    return files;
  }
}
