package dev.lightfoot.probe.page.request;

import dev.lightfoot.model.page.Priority;

/// How urgent the requests of one document are: the steps that Chromium 153 goes through
/// (`ResourceFetcher::ComputeLoadPriority`), as far as they need no layout.
public final class PriorityRules {
  /// Images that the scanner finds first and that may be large are raised, so many.
  public static final int BOOSTED_IMAGES = 5;

  /// An image of more CSS pixels is large.
  static final int SMALL_IMAGE = 10_000;

  private boolean imageFound;
  private int boosted;

  /// The `fetchpriority` attribute.
  public enum Hint {
    HIGH,
    LOW,
    AUTO
  }

  /// How a script is run.
  public enum Running {
    /// The parser waits for it.
    BLOCKING,
    /// Classic, with `async` or `defer`.
    LATER,
    /// A module.
    MODULE,
    /// It is none.
    NONE
  }

  /// What the steps look at.
  ///
  /// @param scanned whether the scanner found it, ahead of the parser
  /// @param preload whether it is a preload
  /// @param idle whether the page does not need it: a prefetch, a style sheet whose media query
  ///   does not match
  /// @param mayBeLarge whether it is an image of more than [#SMALL_IMAGE] or of unknown size
  public record Traits(
      Purpose purpose,
      boolean scanned,
      boolean preload,
      boolean idle,
      Running running,
      Hint hint,
      boolean renderBlocking,
      boolean mayBeLarge) {

    public static Traits of(Purpose purpose) {
      return new Traits(purpose, false, false, false, Running.NONE, Hint.AUTO, false, false);
    }
  }

  /// The priority of the next request of the document.
  public Priority next(Traits traits) {
    boolean image = traits.purpose == Purpose.IMAGE;
    boolean late = traits.scanned && imageFound;
    if (image && !traits.preload) {
      imageFound = true;
    }
    Priority priority = traits.idle ? Priority.LOWEST : adjusted(traits, late);
    priority = hinted(priority, traits);
    if (traits.renderBlocking) {
      priority = atLeast(Priority.HIGH, priority);
    }
    boolean large = image && traits.scanned && traits.mayBeLarge;
    if (large && boosted < BOOSTED_IMAGES) {
      boosted++;
      if (traits.hint == Hint.AUTO) {
        priority = atLeast(Priority.MEDIUM, priority);
      }
    }
    return priority;
  }

  private static Priority adjusted(Traits traits, boolean late) {
    return switch (traits.purpose) {
      case DOCUMENT, FRAME -> Priority.HIGHEST;
      case STYLESHEET -> late ? Priority.MEDIUM : Priority.HIGHEST;
      case FONT -> traits.preload ? Priority.HIGH : Priority.HIGHEST;
      case SCRIPT ->
          switch (traits.running) {
            case LATER -> Priority.LOW;
            case BLOCKING -> late ? Priority.MEDIUM : Priority.HIGH;
            case MODULE, NONE -> Priority.HIGH;
          };
      case FETCH -> Priority.HIGH;
      case MANIFEST -> Priority.MEDIUM;
      case ICON -> Priority.HIGH;
      case IMAGE, MEDIA, TRACK, OTHER -> Priority.LOW;
      case PREFETCH -> Priority.LOWEST;
    };
  }

  private static Priority hinted(Priority priority, Traits traits) {
    return switch (traits.hint) {
      case AUTO -> priority;
      case HIGH -> atLeast(Priority.HIGH, priority);
      case LOW -> {
        boolean sheet = traits.purpose == Purpose.STYLESHEET && priority == Priority.HIGHEST;
        yield sheet ? Priority.HIGH : Priority.LOW;
      }
    };
  }

  private static Priority atLeast(Priority least, Priority given) {
    return given.compareTo(least) <= 0 ? given : least;
  }

  /// The value of the `Priority` field (RFC 9218 section 5), which is left out where it would say
  /// what holds anyway.
  public static String field(Priority priority, Purpose purpose) {
    String urgency = priority == Priority.LOW ? "" : "u=" + priority.urgency();
    if (!purpose.isIncremental()) {
      return urgency;
    }
    return urgency.isEmpty() ? "i" : urgency + ", i";
  }
}
