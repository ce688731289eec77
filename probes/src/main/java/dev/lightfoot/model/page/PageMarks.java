package dev.lightfoot.model.page;

import java.util.OptionalLong;

/// When a page came how far, in nanoseconds from the start of the run; absent where the engine
/// cannot know.
///
/// @param firstContentfulPaintNanos first text or image drawn (W3C Paint Timing)
/// @param largestContentfulPaintNanos largest text or image drawn (W3C Largest Contentful Paint)
/// @param domContentLoadedNanos document parsed and its deferred scripts run
/// @param loadNanos the load event; of the built-in loader the last byte of what delays it
public record PageMarks(
    OptionalLong firstContentfulPaintNanos,
    OptionalLong largestContentfulPaintNanos,
    OptionalLong domContentLoadedNanos,
    OptionalLong loadNanos) {
  /// Nothing known.
  public static final PageMarks NONE =
      new PageMarks(
          OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

  /// The load mark alone.
  public static PageMarks loadedAt(long nanos) {
    return new PageMarks(
        OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(nanos));
  }
}
