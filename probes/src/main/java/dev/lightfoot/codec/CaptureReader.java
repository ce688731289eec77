package dev.lightfoot.codec;

import java.io.IOException;
import java.io.InputStream;

/// Reads page loads that another program captured, as a stream. Readers keep no state between two
/// calls; one may serve many threads.
public interface CaptureReader {
  /// What it reads.
  CaptureFormat format();

  /// How surely a file that begins with these bytes is of this format: 0 (not at all) to 100 (it
  /// says so itself). The highest of all readers wins.
  ///
  /// @param beginning decompressed, at most 64 KiB, cut anywhere
  int recognises(byte[] beginning);

  /// Reads until the end, or until the reading is cancelled. An entry that cannot be read is
  /// reported as skipped and never ends the file; a file that holds no page load gives no snapshot.
  ///
  /// @param in decompressed
  /// @throws IOException where the source itself fails
  void read(InputStream in, CaptureReading into) throws IOException;
}
