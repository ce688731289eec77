package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.route.Durations;
import dev.lightfoot.analysis.route.LayerStatistics;
import dev.lightfoot.analysis.route.RouteStatistics;
import dev.lightfoot.analysis.route.RouteStatistics.Calls;
import dev.lightfoot.analysis.route.RouteSummary;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/// What was read from logs, as text: the files and what could not be read in them, then routes and
/// layers.
public final class IngestReport {
  private static final int ROUTES = 40;
  private static final int NOTES = 5;

  private final TextPage page = new TextPage();

  private IngestReport() {}

  /// One file.
  ///
  /// @param format its title; empty where it was not recognised
  /// @param notes sentences: first why it could not be read, then warnings
  /// @param skipped how many entries could not be read
  /// @param entries the first of them
  public record ReadFile(
      String name,
      String format,
      long read,
      List<String> notes,
      long skipped,
      List<SkippedEntry> entries) {
    public ReadFile {
      notes = List.copyOf(notes);
      entries = List.copyOf(entries);
    }
  }

  /// An entry that could not be read.
  ///
  /// @param place such as `line 12`
  /// @param reason one sentence
  public record SkippedEntry(String place, String reason) {}

  /// The report; give it redacted texts.
  public static String of(List<ReadFile> files, RouteSummary summary) {
    IngestReport report = new IngestReport();
    report.files(files);
    boolean timed = summary.timed() == summary.requests();
    report.routes(summary, timed);
    report.page.table(say("ingest.layers"), layers(summary.layers(), timed));
    return report.page.text();
  }

  /// Of files that could not be read for the same reason the first are listed.
  private void files(List<ReadFile> files) {
    Map<String, Integer> unread = new LinkedHashMap<>();
    for (ReadFile file : files) {
      boolean listed =
          !file.format().isEmpty()
              || unread.merge(String.join(" ", file.notes()), 1, Integer::sum) <= NOTES;
      if (listed) {
        file(file);
      }
    }
    unread.forEach(
        (why, number) -> {
          if (number > NOTES) {
            page.headed(count("ingest.moreUnread", number - NOTES));
            page.item("-", why);
          }
        });
  }

  private void file(ReadFile file) {
    page.headed(
        file.format().isEmpty()
            ? say("ingest.unread", file.name())
            : say(
                "ingest.file",
                file.name(),
                file.format(),
                count("ingest.read", file.read()),
                count("ingest.skipped", file.skipped())));
    file.notes().forEach(note -> page.item("-", note));
    long left = file.skipped();
    for (List<SkippedEntry> alike : byReason(file.entries())) {
      SkippedEntry first = alike.getFirst();
      String others = alike.size() == 1 ? "" : " (" + count("ingest.more", alike.size() - 1) + ")";
      page.item("!", first.place() + others + ": " + first.reason());
      left -= alike.size();
    }
    if (left > 0) {
      page.item("!", count("ingest.more", left));
    }
  }

  /// The entries of the first reasons.
  private static List<List<SkippedEntry>> byReason(List<SkippedEntry> entries) {
    Map<String, List<SkippedEntry>> reasons = new LinkedHashMap<>();
    for (SkippedEntry entry : entries) {
      if (reasons.containsKey(entry.reason()) || reasons.size() < NOTES) {
        reasons.computeIfAbsent(entry.reason(), _ -> new ArrayList<>()).add(entry);
      }
    }
    return List.copyOf(reasons.values());
  }

  private void routes(RouteSummary summary, boolean timed) {
    List<RouteStatistics> routes = summary.routes();
    if (routes.isEmpty()) {
      return;
    }
    TextTable table = new TextTable(timed ? "llrrrrrrl" : "llrrrrrrrl");
    List<String> heads =
        new ArrayList<>(List.of(say("ingest.route"), say("ingest.layer"), say("ingest.count")));
    timed(heads, timed, say("ingest.timed"));
    heads.addAll(
        List.of(
            say("ingest.errors"),
            say("column.p50"),
            say("column.p95"),
            say("column.p99"),
            say("ingest.self"),
            say("ingest.trips")));
    table.row(heads);
    routes.stream().limit(ROUTES).forEach(route -> table.row(row(route, timed)));
    page.table(say("ingest.routes"), table);
    if (routes.size() > ROUTES) {
      page.paragraph(count("ingest.moreRoutes", routes.size() - ROUTES));
    }
    if (summary.unlisted() > 0) {
      page.paragraph(count("ingest.unlisted", summary.unlisted()));
    }
    if (summary.unassigned() > 0) {
      page.paragraph(count("ingest.unassigned", summary.unassigned()));
    }
  }

  /// Adds of how many the duration is known, unless that is so of all.
  private static void timed(List<String> cells, boolean all, String cell) {
    if (!all) {
      cells.add(cell);
    }
  }

  private static List<String> row(RouteStatistics route, boolean timed) {
    List<String> cells = new ArrayList<>();
    cells.add(route.key().service().map(name -> name + ": ").orElse("") + route.key().name());
    cells.add(route.key().layer().label());
    cells.add(Numbers.count(route.count()));
    timed(cells, timed, Numbers.count(route.durations().count()));
    cells.add(Numbers.count(route.errors()));
    cells.addAll(percentiles(route.durations()));
    cells.add(
        route.traced() == 0
            ? Numbers.NOT_APPLICABLE
            : Numbers.millis(route.selfNanos() / route.traced()));
    cells.add(trips(route));
    return cells;
  }

  /// Trips of one request on average, by layer; with their operations where those are more.
  private static String trips(RouteStatistics route) {
    List<String> words = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      Calls calls = route.calls().get(layer);
      if (calls != null) {
        String each = perRequest(calls.trips(), route) + " " + layer.label();
        words.add(
            calls.operations() == calls.trips()
                ? each
                : say("ingest.carried", each, perRequest(calls.operations(), route)));
      }
    }
    return words.isEmpty() ? Numbers.NOT_APPLICABLE : String.join(", ", words);
  }

  private static String perRequest(long sum, RouteStatistics route) {
    return String.format(Locale.ROOT, "%.1f", sum / (double) route.traced());
  }

  private static TextTable layers(List<LayerStatistics> layers, boolean timed) {
    TextTable table = new TextTable(timed ? "lrrrrrrr" : "lrrrrrrrr");
    if (layers.isEmpty()) {
      return table;
    }
    List<String> heads =
        new ArrayList<>(
            List.of(
                say("ingest.layer"),
                say("ingest.operations"),
                say("ingest.errors"),
                say("column.trips")));
    timed(heads, timed, say("ingest.timed"));
    heads.addAll(
        List.of(say("ingest.total"), say("column.p50"), say("column.p95"), say("column.p99")));
    table.row(heads);
    for (LayerStatistics each : layers) {
      List<String> cells = new ArrayList<>();
      cells.add(each.layer().label());
      cells.add(Numbers.count(each.operations()));
      cells.add(Numbers.count(each.errors()));
      cells.add(Numbers.count(each.trips()));
      timed(cells, timed, Numbers.count(each.durations().count()));
      cells.add(
          each.durations().count() == 0
              ? Numbers.UNKNOWN
              : Numbers.duration(each.durations().totalNanos()));
      cells.addAll(percentiles(each.durations()));
      table.row(cells);
    }
    return table;
  }

  private static List<String> percentiles(Durations durations) {
    return durations.count() == 0
        ? List.of(Numbers.UNKNOWN, Numbers.UNKNOWN, Numbers.UNKNOWN)
        : Arrays.asList(
            percentile(durations.p50(), 1),
            percentile(durations.p95(), Durations.P95_NEEDS),
            percentile(durations.p99(), Durations.P99_NEEDS));
  }

  private static String percentile(OptionalLong nanos, long needs) {
    return nanos.isPresent() ? Numbers.millis(nanos.getAsLong()) : say("ingest.tooFew", needs + "");
  }
}
