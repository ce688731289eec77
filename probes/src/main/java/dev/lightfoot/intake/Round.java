package dev.lightfoot.intake;

import dev.lightfoot.intake.known.KnownSpans;
import java.util.concurrent.atomic.AtomicLong;

/// What the files of one reading share.
///
/// @param known spans that came already
/// @param done bytes read of all files
/// @param total bytes of all files whose size is known
/// @param several whether another file may repeat what one says
record Round(
    IntakeListener listener,
    IntakeSettings settings,
    KnownSpans known,
    AtomicLong done,
    long total,
    boolean several) {
  Round(
      IntakeListener listener,
      IntakeSettings settings,
      KnownSpans known,
      long total,
      boolean several) {
    this(listener, settings, known, new AtomicLong(), total, several);
  }
}
