package dev.lightfoot.devtools;

import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.model.page.PageMarks;
import dev.lightfoot.model.page.Rendering;
import dev.lightfoot.model.page.Rendering.FilmFrame;
import dev.lightfoot.model.page.Rendering.LargestPaint;
import dev.lightfoot.model.page.Rendering.LongTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What the browser drew of one document, and when.
///
/// @param loader of the document
/// @param frame that shows it
record PageDrawing(PageEvents events, EventClock clock, String loader, String frame) {
  private static final double SHIFT_GAP_SECONDS = 1;
  private static final double SHIFT_WINDOW_SECONDS = 5;

  PageMarks marks() {
    OptionalDouble parsed = events.lifecycle(loader, "DOMContentLoaded");
    OptionalDouble loaded = events.lifecycle(loader, "load");
    return new PageMarks(
        at(events.lifecycle(loader, "firstContentfulPaint")),
        events.largestPaint(frame).map(this::paintedAt).orElse(OptionalLong.empty()),
        at(parsed.isPresent() ? parsed : events.parsed()),
        at(loaded.isPresent() ? loaded : events.loaded()));
  }

  private OptionalLong at(OptionalDouble seconds) {
    return seconds.isPresent()
        ? OptionalLong.of(clock.nanos(seconds.getAsDouble()))
        : OptionalLong.empty();
  }

  private OptionalLong paintedAt(JsonValue paint) {
    JsonValue details = paint.at("lcpDetails");
    double rendered = details.number("renderTime").orElse(0);
    double wall = rendered > 0 ? rendered : details.number("loadTime").orElse(0);
    return wall > 0 ? OptionalLong.of(clock.ofWall(wall)) : OptionalLong.empty();
  }

  /// @param element how the largest element is called, where somebody looked
  /// @param longTasks from the start of the run
  Optional<Rendering> rendering(Optional<String> element, List<LongTask> longTasks) {
    Rendering rendering =
        new Rendering(
            events.largestPaint(frame).map(paint -> largest(paint.at("lcpDetails"), element)),
            events.shifts(frame).map(PageDrawing::shift).orElse(OptionalDouble.empty()),
            longTasks,
            filmstrip());
    return rendering.equals(Rendering.NONE) ? Optional.empty() : Optional.of(rendering);
  }

  private static LargestPaint largest(JsonValue details, Optional<String> element) {
    Optional<String> id = details.text("elementId").filter(text -> !text.isEmpty());
    return new LargestPaint(
        element.or(() -> id.map(text -> "#" + text)),
        details.text("url").filter(url -> !url.isEmpty()),
        Math.round(details.number("size").orElse(0)));
  }

  /// The largest sum over a session window: shifts less than 1 s apart, 5 s in all.
  private static OptionalDouble shift(List<JsonValue> shifts) {
    double most = 0;
    double sum = 0;
    double first = Double.NEGATIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    for (JsonValue shift : shifts) {
      JsonValue details = shift.at("layoutShiftDetails");
      double at = shift.number("time").orElse(0);
      if (details.flag("hadRecentInput")) {
        continue;
      }
      if (at - last >= SHIFT_GAP_SECONDS || at - first >= SHIFT_WINDOW_SECONDS) {
        first = at;
        sum = 0;
      }
      last = at;
      sum += details.number("value").orElse(0);
      most = Math.max(most, sum);
    }
    return OptionalDouble.of(most);
  }

  /// The frames that are small enough; of more than are kept, every n-th and the last.
  private List<FilmFrame> filmstrip() {
    List<FilmFrame> all = new ArrayList<>();
    for (JsonValue frame : events.frames()) {
      String picture = frame.text("data").orElse("");
      OptionalDouble wall = frame.at("metadata").number("timestamp");
      if (wall.isPresent() && !picture.isEmpty() && picture.length() <= FilmFrame.MAX_LENGTH) {
        all.add(new FilmFrame(Math.max(0, clock.ofWall(wall.getAsDouble())), picture));
      }
    }
    int step = Math.ceilDiv(Math.max(1, all.size() - 1), FilmFrame.MAX_FRAMES - 1);
    List<FilmFrame> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i % step == 0 || i == all.size() - 1) {
        kept.add(all.get(i));
      }
    }
    return kept;
  }
}
