package dev.lightfoot.report.page;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.ledger.TripSum;
import dev.lightfoot.analysis.page.PathStep;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.RunError;
import dev.lightfoot.report.layout.page.PageBar;
import dev.lightfoot.report.layout.page.PageColumn;
import dev.lightfoot.report.layout.page.PageGroup;
import dev.lightfoot.report.layout.page.PageLane;
import dev.lightfoot.report.layout.page.PageMark;
import dev.lightfoot.report.layout.page.PageRow;
import dev.lightfoot.report.layout.page.PageWaterfall;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import dev.lightfoot.report.words.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/// Parts of a page's waterfall as people name them: the same words in texts and in the window.
public final class PageWords {
  private static final String BETWEEN = " · ";

  /// Names of hosts that a line holds; more are counted.
  private static final int MOST_NAMES = 5;

  private static final int LONGEST_NAME = 40;

  private PageWords() {}

  /// What a group is, such as `First party`.
  public static String title(PageGroup group) {
    return switch (group.grouping()) {
      case PARTY ->
          say("page.party." + group.party().map(party -> party.label()).orElse("unknown"));
      case HOST -> group.name().orElseGet(() -> say("page.host.none"));
      case CONNECTION ->
          group.connection().isPresent()
              ? say("page.connection", Integer.toString(group.connection().getAsInt()))
              : say("page.connection.none");
      case NONE -> say("page.all");
    };
  }

  /// Whose it is, beside its title: the site or host, or how many hosts; empty where the title says
  /// it.
  public static Optional<String> name(PageGroup group) {
    return switch (group.grouping()) {
      case PARTY, CONNECTION ->
          Optional.of(group.name().orElseGet(() -> count("page.hosts", group.hosts())));
      case HOST, NONE -> Optional.empty();
    };
  }

  /// Such as `12 requests · 1 connection · 136.6 kB · 18 trips, 6 on the critical path`.
  public static String summary(PageGroup group) {
    List<String> parts = new ArrayList<>();
    parts.add(count("page.requests", group.requests()));
    if (group.connections() > 0) {
      parts.add(count("page.connections", group.connections()));
    }
    parts.add(Numbers.bytes(group.bytes()));
    trips(group).ifPresent(parts::add);
    return String.join(BETWEEN, parts);
  }

  private static Optional<String> trips(PageGroup group) {
    TripSum trips = group.trips();
    if (trips.trips().isEmpty()) {
      return Optional.empty();
    }
    String counted = count("page.trips", trips.trips().getAsInt());
    String all = trips.lowerBound() ? say("page.atLeast", counted) : counted;
    return Optional.of(
        group.criticalTrips().orElse(0) == 0
            ? all
            : say("page.trips.critical", all, Numbers.count(group.criticalTrips().getAsInt())));
  }

  /// Such as `3 opened, a fourth was spared: static.shop.test shares connection 1`.
  public static String connections(PageWaterfall waterfall) {
    int opened = waterfall.lanes().size();
    Map<Integer, List<String>> spared = new LinkedHashMap<>();
    for (PageLane lane : waterfall.lanes()) {
      if (!lane.otherHosts().isEmpty()) {
        spared.put(lane.connection(), lane.otherHosts());
      }
    }
    String all = count("page.opened", opened);
    int hosts = spared.values().stream().mapToInt(List::size).sum();
    if (hosts == 0) {
      return all;
    }
    String names =
        spared.entrySet().stream()
            .map(
                each ->
                    say(
                        each.getValue().size() == 1 ? "page.shares.one" : "page.shares.many",
                        listed(each.getValue()),
                        Integer.toString(each.getKey())))
            .reduce((one, other) -> one + ", " + other)
            .orElseThrow();
    String key = "page.nth." + (opened + 1);
    String another = Sentences.knows(key) ? say(key) : say("page.nth.other");
    return hosts == 1
        ? say("page.spared.one", all, another, names)
        : say("page.spared.many", all, Numbers.count(hosts), names);
  }

  /// Such as `1 www.shop.test h2`.
  public static String lane(PageLane lane) {
    return lane.connection()
        + " "
        + lane.host()
        + lane.protocol().map(PageWords::shortProtocol).map(name -> " " + name).orElse("");
  }

  /// Such as `RTT 40.1`; empty where none is known.
  public static Optional<String> rtt(PageLane lane) {
    return lane.rttNanos().stream()
        .mapToObj(nanos -> say("page.rtt", Numbers.rtt(nanos)))
        .findFirst();
  }

  /// `1.1` of `http/1.1`; others as they are.
  static String shortProtocol(String alpn) {
    return alpn.startsWith("http/") ? alpn.substring("http/".length()) : alpn;
  }

  /// Such as `load 592.3`.
  public static String mark(PageMark mark) {
    return say("page.mark." + mark.kind().label(), Numbers.millis(mark.atNanos()));
  }

  /// What stands after the bar beside its time: a status that is an error, or why it has none;
  /// empty where all is well.
  public static Optional<String> note(PageRow row) {
    return switch (row.state()) {
      case FAILED -> row.failure().map(PageWords::code);
      case REFUSED -> Optional.of(say("page.refused"));
      case CACHED -> row.request().resource().deliveryType().map(PageWords::delivery);
      case CUT -> Optional.of(say("page.cut"));
      case DONE ->
          row.status().orElse(0) >= 400
              ? Optional.of(Integer.toString(row.status().getAsInt()))
              : Optional.empty();
    };
  }

  /// Why a row failed: phase, reason and code; empty where it did not.
  public static Optional<String> failure(PageRow row) {
    Optional<Phase> phase =
        row.bars().stream().filter(PageBar::failed).map(PageBar::phase).findFirst();
    return row.failure()
        .map(
            failed ->
                phase.map(PhaseNames::of).map(name -> name + ": ").orElse("")
                    + failed.message()
                    + " ["
                    + code(failed)
                    + "]");
  }

  private static String code(PhaseTiming.Failed failed) {
    return new RunError(Optional.empty(), failed.errorType(), failed.message()).code();
  }

  private static String delivery(String type) {
    String key = "page.delivery." + type;
    return Sentences.knows(key) ? say(key) : type;
  }

  /// How a row was found, such as `2 @import`: the number of the row that named it, and by what.
  public static String foundBy(PageRow row) {
    String how = FoundBy.words(row);
    return row.foundBy().isPresent() && !how.equals(Numbers.UNKNOWN)
        ? row.foundBy().getAsInt() + 1 + " " + how
        : how;
  }

  /// The name of a request in a sentence: `Document`, or the last part of its path.
  public static String shortName(PageWaterfall waterfall, int row) {
    PageRow named = waterfall.row(row);
    if (waterfall.document().equals(OptionalInt.of(row))) {
      return say("page.document");
    }
    String path = named.target().split("[?#]", 2)[0];
    String last = path.substring(path.lastIndexOf('/') + 1);
    String name = last.isEmpty() ? named.label() : last;
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
  }

  /// The head of a column.
  public static String head(PageColumn column) {
    return say("page.column." + column.label());
  }

  /// The same where the unit stands elsewhere.
  static String shortHead(PageColumn column) {
    String key = "page.column." + column.label() + ".short";
    return Sentences.knows(key) ? say(key) : head(column);
  }

  /// What a step of the critical path waited for, such as `named by 2`, the number of a row.
  public static String cause(PathStep step) {
    OptionalInt after = step.after();
    return cause(step, after.isPresent() ? Integer.toString(after.getAsInt() + 1) : "");
  }

  /// The same by name, such as `named by a.css`.
  public static String cause(PageWaterfall waterfall, PathStep step) {
    OptionalInt after = step.after();
    return cause(step, after.isPresent() ? shortName(waterfall, after.getAsInt()) : "");
  }

  private static String cause(PathStep step, String after) {
    return say("page.cause." + step.cause().label(), after);
  }

  /// Numbers of rows, such as `2, 5 and 7 more`.
  static String numbers(List<Integer> rows) {
    return listed(new TreeSet<>(rows).stream().map(row -> Integer.toString(row + 1)).toList());
  }

  static String listed(List<String> names) {
    if (names.size() <= MOST_NAMES) {
      return String.join(", ", names);
    }
    String first = String.join(", ", names.subList(0, MOST_NAMES));
    return say("page.more", first, Numbers.count(names.size() - MOST_NAMES));
  }
}
