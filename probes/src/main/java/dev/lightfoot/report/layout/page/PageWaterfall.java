package dev.lightfoot.report.layout.page;

import dev.lightfoot.analysis.distance.Distances;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.page.PageCriticalPath;
import dev.lightfoot.analysis.page.PathStep;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.report.layout.TimeWindow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// A page's requests in time and without pixels: one row for each, the connections that carried
/// them, which led to which, and the chain that the page waited for. Instants are nanoseconds from
/// the start of the run. What is shown of it, and in which order, is a [PageView]. Immutable.
public final class PageWaterfall {
  private final List<PageRow> rows;
  private final List<PageLane> lanes;
  private final List<PageLink> links;
  private final List<PageMark> marks;
  private final PageCriticalPath path;
  private final Map<Integer, OptionalInt> criticalTrips;
  private final OptionalInt document;
  private final long wholeNanos;

  private PageWaterfall(Run run, Floors floors, Distances distances) {
    this.path = PageCriticalPath.of(run, floors);
    this.rows = List.copyOf(PageRows.of(run, floors, distances, new HashSet<>(path.exchanges())));
    this.lanes = List.copyOf(PageLanes.of(rows, floors));
    this.links = List.copyOf(links(rows));
    this.marks = run.page().map(PageLoad::marks).map(PageMark::of).orElse(List.of());
    this.criticalTrips = trips(path);
    this.document = run.page().map(PageLoad::documentExchange).orElse(OptionalInt.empty());
    this.wholeNanos = whole();
  }

  /// The waterfall of that run.
  ///
  /// @param runs all runs of the snapshot: they give the floors
  public static PageWaterfall of(Run run, List<Run> runs) {
    return of(run, runs, Distances.of(runs));
  }

  /// The same with the light floor of the requests whose servers' places are known.
  ///
  /// @param distances how far away the servers are
  public static PageWaterfall of(Run run, List<Run> runs, Distances distances) {
    return new PageWaterfall(run, Floors.of(runs), distances);
  }

  private static List<PageLink> links(List<PageRow> rows) {
    List<PageLink> links = new ArrayList<>();
    for (PageRow row : rows) {
      if (row.foundBy().isPresent()) {
        int by = row.foundBy().getAsInt();
        long at = Math.min(row.startNanos(), rows.get(by).endNanos());
        links.add(new PageLink(by, row.index(), at));
      }
    }
    return links;
  }

  private static Map<Integer, OptionalInt> trips(PageCriticalPath path) {
    Map<Integer, OptionalInt> trips = new HashMap<>();
    for (PathStep step : path.steps()) {
      trips.put(step.exchange(), step.trips());
    }
    return trips;
  }

  private long whole() {
    long end = path.pageNanos();
    for (PageRow row : rows) {
      end = Math.max(end, row.endNanos());
    }
    for (PageMark mark : marks) {
      end = Math.max(end, mark.atNanos());
    }
    return Math.max(1, end);
  }

  /// All rows in the order in which they were asked for: row `i` is exchange `i` of the run.
  public List<PageRow> rows() {
    return rows;
  }

  /// The row of that index.
  public PageRow row(int index) {
    return rows.get(index);
  }

  /// Whether the light floor of any request is known.
  public boolean isLit() {
    return rows.stream().anyMatch(row -> row.light().isPresent());
  }

  /// The connections, in the order of their numbers.
  public List<PageLane> lanes() {
    return lanes;
  }

  /// Which row led to which, in the order of the rows that were found.
  public List<PageLink> links() {
    return links;
  }

  /// The instants of the page as a whole that are known, in the order of time.
  public List<PageMark> marks() {
    return marks;
  }

  /// The chain that the page waited for; its exchanges are indices of rows.
  public PageCriticalPath path() {
    return path;
  }

  /// Round trips of a row that lie on the critical path; empty where it is not on it, or none could
  /// be counted.
  public OptionalInt criticalTrips(int row) {
    return criticalTrips.getOrDefault(row, OptionalInt.empty());
  }

  /// The row that brought the document; empty where none did.
  public OptionalInt document() {
    return document;
  }

  /// From the start of the run to whatever ends last.
  public long wholeNanos() {
    return wholeNanos;
  }

  /// All of its time.
  public TimeWindow window() {
    return TimeWindow.whole(wholeNanos);
  }

  /// The rows as groups of that kind and in that order.
  public PageView view(PageChoice choice) {
    return PageView.of(this, choice);
  }

  /// All rows as one group, in the order in which they were asked for.
  public PageGroup all() {
    return new PageGroups(this, PageGrouping.NONE)
        .of(rows.stream().map(PageRow::index).toList()).stream()
            .findFirst()
            .orElse(PageGroup.NOTHING);
  }
}
