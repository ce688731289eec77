package dev.lightfoot.shape.snapshot;

import static dev.lightfoot.shape.snapshot.Kinds.COUNT;
import static dev.lightfoot.shape.snapshot.Kinds.DECIMAL;
import static dev.lightfoot.shape.snapshot.Kinds.FREE_TEXT;
import static dev.lightfoot.shape.snapshot.Kinds.LENGTH;
import static dev.lightfoot.shape.snapshot.Kinds.NANOS;
import static dev.lightfoot.shape.snapshot.Kinds.URL;
import static dev.lightfoot.shape.snapshot.Kinds.WORD;

import dev.lightfoot.model.page.Rendering;
import dev.lightfoot.model.page.Rendering.FilmFrame;
import dev.lightfoot.model.page.Rendering.LargestPaint;
import dev.lightfoot.model.page.Rendering.LongTask;
import dev.lightfoot.shape.Kind;
import dev.lightfoot.shape.Shape;
import java.util.List;

/// What a browser drew of a page.
final class RenderingShape {
  private RenderingShape() {}

  private static final Shape<LargestPaint> LARGEST =
      Shape.of(
          "largestPaint",
          "The largest text or image that was drawn.",
          members -> {
            var element =
                members
                    .ifAny("element", FREE_TEXT, LargestPaint::element)
                    .says("As in a style sheet's selector, such as img#hero.");
            var url = members.ifAny("url", URL, LargestPaint::url).says("Of an image.");
            var area = members.usual("area", COUNT, LargestPaint::area, 0L).says("In CSS pixels.");
            return values ->
                new LargestPaint(values.get(element), values.get(url), values.get(area));
          });

  private static final Shape<LongTask> TASK =
      Shape.of(
          "longTask",
          "A stretch of 50 ms or more in which the page did nothing else.",
          members -> {
            var at = members.required("atNanos", NANOS, LongTask::atNanos);
            var duration = members.required("durationNanos", LENGTH, LongTask::durationNanos);
            return values -> new LongTask(values.get(at), values.get(duration));
          });

  private static final Shape<FilmFrame> FRAME =
      Shape.of(
          "filmFrame",
          "What the page looked like.",
          members -> {
            var at = members.required("atNanos", NANOS, FilmFrame::atNanos);
            var jpeg =
                members.required("jpeg", WORD, FilmFrame::jpeg).says("JPEG in standard base64.");
            return values -> new FilmFrame(values.get(at), values.get(jpeg));
          });

  /// Pictures may show anything, so that none is handed on redacted.
  private static final Kind<List<FilmFrame>> FILMSTRIP =
      FRAME.part().list().cleaned((_, _) -> List.of());

  static final Shape<Rendering> RENDERING =
      Shape.of(
          "rendering",
          "What only a browser that draws the page can know.",
          members -> {
            var largest = members.ifAny("largestPaint", LARGEST.part(), Rendering::largest);
            var shift =
                members
                    .decimalIfAny("cumulativeLayoutShift", DECIMAL, Rendering::layoutShift)
                    .says("Of the session window with the largest sum; 0 where nothing moved.");
            var tasks =
                members.implied("longTasks", TASK.part().list(), Rendering::longTasks, List.of());
            var film =
                members
                    .implied("filmstrip", FILMSTRIP, Rendering::filmstrip, List.of())
                    .says("Left out of redacted documents.");
            return values ->
                new Rendering(
                    values.get(largest), values.get(shift), values.get(tasks), values.get(film));
          });
}
