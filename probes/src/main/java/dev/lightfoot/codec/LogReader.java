package dev.lightfoot.codec;

import java.io.IOException;
import java.io.InputStream;

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
}
