package dev.lightfoot.shape.snapshot;

import static dev.lightfoot.shape.snapshot.Kinds.FLAG;
import static dev.lightfoot.shape.snapshot.Kinds.FREE_TEXT;
import static dev.lightfoot.shape.snapshot.Kinds.INDEX;
import static dev.lightfoot.shape.snapshot.Kinds.INTEGER;
import static dev.lightfoot.shape.snapshot.Kinds.NANOS;
import static dev.lightfoot.shape.snapshot.Kinds.URL;
import static dev.lightfoot.shape.snapshot.Kinds.WORD;
import static dev.lightfoot.shape.snapshot.Kinds.label;

import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageMarks;
import dev.lightfoot.model.page.PageSource;
import dev.lightfoot.model.page.Repair;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.shape.Kind;
import dev.lightfoot.shape.Shape;
import java.util.List;

/// What a run is beyond its exchanges as the load of a page.
final class PageShape {
  private PageShape() {}

  private static final Kind<Integer> SIZE =
      INTEGER.checked(value -> value >= 1, "a size from 1 is expected").promise("minimum", 1);

  private static final Shape<Viewport> VIEWPORT =
      Shape.of(
          "viewport",
          "The window that the page was loaded for.",
          members -> {
            var width = members.required("width", SIZE, Viewport::width).says("In CSS pixels.");
            var height = members.required("height", SIZE, Viewport::height).says("In CSS pixels.");
            var scale =
                members
                    .usual("scale", SIZE, Viewport::scale, 1_000)
                    .says("Device pixels for a CSS pixel, in thousandths.");
            var mobile = members.usual("mobile", FLAG, Viewport::mobile, false);
            return values ->
                new Viewport(
                    values.get(width), values.get(height), values.get(scale), values.get(mobile));
          });

  private static final Shape<Repair> REPAIR =
      Shape.of(
          "repair",
          "Something in an imported file that was wrong in a known way.",
          members -> {
            var kind = members.required("kind", WORD, Repair::kind);
            var count =
                members
                    .required("count", INTEGER.promise("minimum", 0), Repair::count)
                    .says("In how many entries.");
            var mended =
                members
                    .required("mended", FLAG, Repair::mended)
                    .says("Put right; else shown as it stands, and doubtful.");
            return values -> new Repair(values.get(kind), values.get(count), values.get(mended));
          });

  private static final Shape<PageSource> SOURCE =
      Shape.of(
          "pageSource",
          "Where an imported page comes from.",
          members -> {
            var format = members.required("format", WORD, PageSource::format);
            var writer = members.ifAny("writer", FREE_TEXT, PageSource::writer);
            var browser = members.ifAny("browser", FREE_TEXT, PageSource::browser);
            var repairs =
                members.usual("repairs", REPAIR.part().list(), PageSource::repairs, List.of());
            return values ->
                new PageSource(
                    values.get(format),
                    values.get(writer),
                    values.get(browser),
                    values.get(repairs));
          });

  static final Shape<PageLoad> PAGE =
      Shape.of(
          "page",
          "What the run is beyond its exchanges as the load of a page.",
          members -> {
            var engine =
                members.required(
                    "engine",
                    label(
                        PageEngine.class,
                        PageEngine::label,
                        "builtin, chrome or imported is expected"),
                    PageLoad::engine);
            var viewport = members.ifAny("viewport", VIEWPORT.part(), PageLoad::viewport);
            var document =
                members
                    .intIfAny("documentExchange", INDEX, PageLoad::documentExchange)
                    .says("Index of the exchange that brought the document.");
            var firstPaint =
                members.longIfAny(
                    "firstContentfulPaintNanos",
                    NANOS,
                    (PageLoad load) -> load.marks().firstContentfulPaintNanos());
            var largestPaint =
                members.longIfAny(
                    "largestContentfulPaintNanos",
                    NANOS,
                    (PageLoad load) -> load.marks().largestContentfulPaintNanos());
            var content =
                members.longIfAny(
                    "domContentLoadedNanos",
                    NANOS,
                    (PageLoad load) -> load.marks().domContentLoadedNanos());
            var loaded =
                members
                    .longIfAny("loadNanos", NANOS, (PageLoad load) -> load.marks().loadNanos())
                    .says(
                        "The load event; of the built-in engine the last byte of what delays it.");
            var path =
                members
                    .usual("criticalPath", INDEX.list(), PageLoad::criticalPath, List.of())
                    .says("Indexes of the exchanges that the load waited for, one by one.");
            var candidates =
                members
                    .usual("candidates", URL.list(), PageLoad::candidates, List.of())
                    .says("URLs that only a style or script could ask for.");
            var unused =
                members.usual("unusedPreloads", URL.list(), PageLoad::unusedPreloads, List.of());
            var notes =
                members
                    .usual("notes", FREE_TEXT.list(), PageLoad::notes, List.of())
                    .says("What the engine leaves out.");
            var source = members.ifAny("source", SOURCE.part(), PageLoad::source);
            var rendering =
                members.ifAny("rendering", RenderingShape.RENDERING.part(), PageLoad::rendering);
            return values ->
                new PageLoad(
                    values.get(engine),
                    values.get(viewport),
                    values.get(document),
                    new PageMarks(
                        values.get(firstPaint),
                        values.get(largestPaint),
                        values.get(content),
                        values.get(loaded)),
                    values.get(path),
                    values.get(candidates),
                    values.get(unused),
                    values.get(notes),
                    values.get(source),
                    values.get(rendering));
          });
}
