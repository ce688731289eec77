package dev.lightfoot.codec.har.write;

import dev.lightfoot.codec.har.OwnFields;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageMarks;
import dev.lightfoot.model.page.PageSource;
import java.time.format.DateTimeFormatter;

/// Writes what a run is beside its entries.
final class PageWriter {
  private final Snapshot snapshot;
  private final Run run;
  private final HarSink json;
  private final KeptMembers kept;

  private PageWriter(Snapshot snapshot, int index, HarSink json) {
    this.snapshot = snapshot;
    this.run = snapshot.runs().get(index);
    this.json = json;
    this.kept = KeptMembers.of(snapshot.unknown().get("/runs/" + index + "/page/har"));
  }

  static void write(Snapshot snapshot, int index, HarSink json) {
    PageWriter writer = new PageWriter(snapshot, index, json);
    json.object(() -> writer.members(index));
  }

  /// The id of the page that a run is.
  static String id(int index) {
    return "page_" + (index + 1);
  }

  private void members(int index) {
    json.text("startedDateTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(run.startedAt()));
    json.text("id", id(index));
    json.object("pageTimings", this::timings);
    json.object(OwnFields.NAME, this::own);
    json.kept(kept.without("pageTimings"));
    if (!kept.has("title")) {
      json.text("title", snapshot.target());
    }
  }

  private void timings() {
    PageMarks marks = run.page().map(PageLoad::marks).orElse(PageMarks.NONE);
    json.millis("onContentLoad", marks.domContentLoadedNanos());
    json.millis("onLoad", marks.loadNanos());
    json.millis("_firstContentfulPaint", marks.firstContentfulPaintNanos());
    json.millis("_largestContentfulPaint", marks.largestContentfulPaintNanos());
    json.kept(kept.in("pageTimings"));
  }

  private void own() {
    json.text("state", run.state().label());
    run.error()
        .ifPresent(
            error ->
                json.object(
                    "error",
                    () -> {
                      error.phase().ifPresent(phase -> json.text("phase", phase.label()));
                      json.text("errorType", error.errorType());
                      json.text("message", error.message());
                    }));
    if (run.interrupted()) {
      json.flag("interrupted", true);
    }
    run.leftOut().ifPresent(reason -> json.text("leftOut", reason.label()));
    run.page().ifPresent(this::page);
  }

  private void page(PageLoad page) {
    json.text("engine", page.engine().label());
    page.viewport()
        .ifPresent(
            viewport ->
                json.object(
                    "viewport",
                    () -> {
                      json.number("width", viewport.width());
                      json.number("height", viewport.height());
                      json.number("scale", viewport.scale());
                      json.flag("mobile", viewport.mobile());
                    }));
    page.documentExchange().ifPresent(index -> json.number("documentExchange", index));
    json.numbers("criticalPath", page.criticalPath());
    json.texts("candidates", page.candidates());
    json.texts("unusedPreloads", page.unusedPreloads());
    json.texts("notes", page.notes());
    page.source().ifPresent(source -> json.object("source", () -> source(source)));
  }

  private void source(PageSource source) {
    json.text("format", source.format());
    json.text("writer", source.writer());
    json.text("browser", source.browser());
    json.array(
        "repairs",
        () ->
            source
                .repairs()
                .forEach(
                    repair ->
                        json.object(
                            () -> {
                              json.text("kind", repair.kind());
                              json.number("count", repair.count());
                              json.flag("mended", repair.mended());
                            })));
  }
}
