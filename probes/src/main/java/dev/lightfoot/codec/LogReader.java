package dev.lightfoot.codec;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Reads one format of logs or traces as a stream. Readers keep no state between two calls; one may
/// serve many threads.
public interface LogReader {
  /// What it reads.
  LogFormat format();

  /// How surely a file that begins with these bytes is of this format: 0 (not at all) to 100 (it
  /// says so itself). The highest of all readers wins.
  ///
  /// @param beginning decompressed, prefixes of containers taken off, at most 64 KiB, cut anywhere
  int recognises(byte[] beginning);

  /// Reads until the end, or until the reading is cancelled. An entry that cannot be read is
  /// reported as skipped and never ends the file.
  ///
  /// @param in decompressed, prefixes of containers taken off
  /// @throws IOException where the source itself fails
  void read(InputStream in, ReadSettings settings, Reading into) throws IOException;

  /// Whether its spans carry ids of their own: then the same id twice is one span recorded twice.
  /// Where ids are derived from what an entry says, equal entries of one file are as many events,
  /// and only another file repeats them.
  default boolean identifies() {
    return false;
  }

  /// Whether it holds whole traces, made to be looked at one by one, and no entries of a log.
  default boolean holdsTraces() {
    return identifies();
  }

  /// What marks the format strings ([ReadSettings#pattern]) of the servers whose logs it reads,
  /// such as `$` for nginx; empty where it takes none.
  default String patternMark() {
    return "";
  }

  /// A reader for parts of a file that begins so, cut between lines: where each line can be read
  /// without those before it, parts are read at the same time. Empty where it cannot. Asked for
  /// once by each thread: what it gives serves that thread and one file, and may keep what it knows
  /// from one part to the next. It must not count equal entries to distinguish them: each thread
  /// sees some of them ([Reading#derived]).
  ///
  /// @param beginning as for [#recognises], at most 1 MiB
  default Optional<LogReader> ofParts(byte[] beginning, ReadSettings settings) {
    return Optional.empty();
  }

  /// The longest line that it reads, in bytes: parts are no shorter.
  default int longestLine() {
    return 64 * 1024;
  }
}
