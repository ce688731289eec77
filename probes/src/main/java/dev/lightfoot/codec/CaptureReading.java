package dev.lightfoot.codec;

import dev.lightfoot.model.Snapshot;

/// Takes what a [CaptureReader] finds; called by one thread at a time.
public interface CaptureReading {
  /// The loads of one page, in the order of the file. Each run has a [dev.lightfoot.model.Run#page]
  /// with the source and its repairs.
  void snapshot(Snapshot snapshot);

  /// An entry that could not be read.
  ///
  /// @param place such as `/log/entries/12` or `event 12`
  /// @param reason one sentence
  void skipped(String place, String reason);

  /// A sentence about the file as a whole.
  void warning(String sentence);

  /// Whether to stop: asked at least every 100 ms. What was read until then is not given out.
  boolean cancelled();
}
