package dev.lightfoot.store;

import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/// What a file was found to hold, and how to see that it still does.
///
/// @param size of the file in bytes
/// @param modified when it was written last
/// @param read when it was read
/// @param stored what it holds
record IndexedFile(long size, FileTime modified, Instant read, StoredSnapshot stored) {
  /// Two changes of a file within this may bear the same time: file systems count up to two seconds
  /// as one (FAT).
  static final Duration TIME_STEP = Duration.ofSeconds(2);

  boolean fits(long sizeNow, FileTime modifiedNow) {
    return size == sizeNow && modified.equals(modifiedNow);
  }

  /// Whether a later change would show in the file's time. One that was written just before it was
  /// read may have been changed since within the same step.
  boolean lasting() {
    return modified.toInstant().plus(TIME_STEP).isBefore(read);
  }
}
