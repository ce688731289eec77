package dev.lightfoot.probe.page;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.probe.markup.Fetching;
import dev.lightfoot.probe.markup.Found;
import dev.lightfoot.probe.markup.Place;
import dev.lightfoot.probe.markup.Use;
import dev.lightfoot.probe.page.request.Need;
import dev.lightfoot.probe.page.request.PriorityRules;
import dev.lightfoot.probe.page.request.PriorityRules.Hint;
import dev.lightfoot.probe.page.request.PriorityRules.Running;
import dev.lightfoot.probe.page.request.PriorityRules.Traits;
import dev.lightfoot.probe.page.request.Purpose;
import okhttp3.HttpUrl;

/// Turns what a document names into requests: what for, how urgent, with which credentials.
final class Needs {
  private Needs() {}

  /// What to ask for.
  ///
  /// @param url where, perhaps over https instead
  static Need of(Found.Wanted wanted, HttpUrl url, PriorityRules rules, Initiator why) {
    Purpose purpose = purpose(wanted.use());
    boolean blocking = wanted.place().blocking() == Place.Blocking.RENDER;
    Priority priority =
        wanted.place().by() == Initiator.Type.EARLY_HINTS
            ? hinted(purpose, wanted.fetching().priority())
            : rules.next(traits(wanted, purpose, blocking));
    return new Need(
        url, purpose, cors(wanted, purpose), priority, blocking, delaysLoad(wanted.use()), why);
  }

  /// What that is used for.
  static Purpose purpose(Use use) {
    return switch (use) {
      case Use.Script _, Use.ModulePreload _ -> Purpose.SCRIPT;
      case Use.Sheet _, Use.Import _ -> Purpose.STYLESHEET;
      case Use.Image _, Use.Poster _ -> Purpose.IMAGE;
      case Use.Media _ -> Purpose.MEDIA;
      case Use.Track _ -> Purpose.TRACK;
      case Use.Font _ -> Purpose.FONT;
      case Use.Preload preload ->
          switch (preload.as()) {
            case "script" -> Purpose.SCRIPT;
            case "style" -> Purpose.STYLESHEET;
            case "image" -> Purpose.IMAGE;
            case "font" -> Purpose.FONT;
            case "track" -> Purpose.TRACK;
            default -> Purpose.FETCH;
          };
      case Use.Icon _ -> Purpose.ICON;
      case Use.Manifest _ -> Purpose.MANIFEST;
      case Use.Frame _ -> Purpose.FRAME;
      case Use.Prefetch _ -> Purpose.PREFETCH;
      case Use.Preconnect _, Use.Plugin _ -> Purpose.OTHER;
    };
  }

  private static Traits traits(Found.Wanted wanted, Purpose purpose, boolean blocking) {
    boolean idle =
        switch (wanted.use()) {
          case Use.Sheet sheet -> !sheet.mediaMatches() || sheet.alternate();
          default -> false;
        };
    Running running =
        switch (wanted.use()) {
          case Use.Script script when script.module() -> Running.MODULE;
          case Use.Script script when script.when() == Use.Script.Execution.BLOCKING ->
              Running.BLOCKING;
          case Use.Script _ -> Running.LATER;
          default -> Running.NONE;
        };
    boolean preload =
        switch (wanted.use()) {
          case Use.Preload _, Use.ModulePreload _ -> true;
          default -> false;
        };
    return new Traits(
        purpose,
        wanted.place().by() == Initiator.Type.PRELOAD_SCANNER,
        preload,
        idle,
        running,
        hint(wanted.fetching().priority()),
        blocking,
        mayBeLarge(wanted.use()));
  }

  /// Whether an image takes one of the places of those that are raised; nothing says how large a
  /// film's poster is.
  private static boolean mayBeLarge(Use use) {
    return switch (use) {
      case Use.Image image -> image.isLarge();
      case Use.Poster _ -> true;
      default -> false;
    };
  }

  private static Hint hint(Fetching.FetchPriority priority) {
    return switch (priority) {
      case HIGH -> Hint.HIGH;
      case LOW -> Hint.LOW;
      case AUTO -> Hint.AUTO;
    };
  }

  /// Chromium's own table for what a 103 names (`navigation_early_hints_manager.cc`).
  private static Priority hinted(Purpose purpose, Fetching.FetchPriority hint) {
    return switch (hint) {
      case HIGH -> purpose == Purpose.STYLESHEET ? Priority.HIGHEST : Priority.HIGH;
      case LOW -> Priority.LOW;
      case AUTO ->
          switch (purpose) {
            case STYLESHEET -> Priority.HIGHEST;
            case FONT, SCRIPT -> Priority.HIGH;
            default -> Priority.LOW;
          };
    };
  }

  private static Need.Cors cors(Found.Wanted wanted, Purpose purpose) {
    Need.Cors said =
        switch (wanted.fetching().crossOrigin()) {
          case NONE -> Need.Cors.NONE;
          case ANONYMOUS -> Need.Cors.ANONYMOUS;
          case USE_CREDENTIALS -> Need.Cors.CREDENTIALS;
        };
    return purpose == Purpose.MANIFEST && said != Need.Cors.CREDENTIALS ? Need.Cors.OMITTED : said;
  }

  private static boolean delaysLoad(Use use) {
    return switch (use) {
      case Use.Image image -> !image.lazy();
      case Use.Poster poster -> !poster.lazy();
      case Use.Frame frame -> !frame.lazy();
      case Use.Icon _, Use.Manifest _, Use.Prefetch _, Use.Preconnect _ -> false;
      case Use.Script _,
          Use.ModulePreload _,
          Use.Sheet _,
          Use.Import _,
          Use.Media _,
          Use.Track _,
          Use.Font _,
          Use.Preload _,
          Use.Plugin _ ->
          true;
    };
  }
}
