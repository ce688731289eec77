package dev.lightfoot.model.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What only a browser that draws the page can know.
///
/// @param largest the largest text or image that it drew; its instant is in the [PageMarks]
/// @param layoutShift how much of the page moved after it was drawn: the cumulative layout shift of
///   the W3C Layout Instability, of the session window with the largest sum; 0 where nothing moved
/// @param longTasks when scripts and layout held the page up (W3C Long Tasks), in order
/// @param filmstrip what the page looked like, in order
public record Rendering(
    Optional<LargestPaint> largest,
    OptionalDouble layoutShift,
    List<LongTask> longTasks,
    List<FilmFrame> filmstrip) {
  /// Nothing known.
  public static final Rendering NONE =
      new Rendering(Optional.empty(), OptionalDouble.empty(), List.of(), List.of());

  public Rendering {
    longTasks = List.copyOf(longTasks);
    filmstrip = List.copyOf(filmstrip);
  }

  /// What was the largest text or image.
  ///
  /// @param element as in a style sheet's selector, such as `img#hero`; empty where it is not known
  /// @param url of the image; empty for text
  /// @param area in CSS pixels
  public record LargestPaint(Optional<String> element, Optional<String> url, long area) {}

  /// The page did nothing else for so long: 50 ms or more.
  ///
  /// @param atNanos from the start of the run
  /// @param durationNanos how long
  public record LongTask(long atNanos, long durationNanos) {}

  /// What the page looked like.
  ///
  /// @param atNanos from the start of the run
  /// @param jpeg the picture in standard base64
  public record FilmFrame(long atNanos, String jpeg) {
    /// Larger pictures are not kept, in characters of base64.
    public static final int MAX_LENGTH = 32 << 10;

    /// More frames of a run are not kept.
    public static final int MAX_FRAMES = 20;
  }
}
