package dev.lightfoot.report.layout.page;

import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.connection.Connection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/// Makes the lanes of a page's connections, in the order of their numbers.
final class PageLanes {
  private PageLanes() {}

  static List<PageLane> of(List<PageRow> rows, Floors floors) {
    Map<Integer, List<PageRow>> byConnection = new TreeMap<>();
    for (PageRow row : rows) {
      row.connection()
          .ifPresent(id -> byConnection.computeIfAbsent(id, _ -> new ArrayList<>()).add(row));
    }
    List<PageLane> lanes = new ArrayList<>();
    byConnection.forEach((id, members) -> lanes.add(lane(id, members, floors)));
    return lanes;
  }

  private static PageLane lane(int id, List<PageRow> members, Floors floors) {
    Optional<PageRow> opener = members.stream().filter(PageLanes::opened).findFirst();
    String host = opener.orElse(members.getFirst()).host();
    Set<String> others = new LinkedHashSet<>();
    List<PageLane.Bar> bars = new ArrayList<>();
    for (PageRow row : members) {
      if (!row.host().equals(host)) {
        others.add(row.host());
      }
      for (PageBar bar : row.bars()) {
        if (bar.phase() != Phase.BLOCKED) {
          bars.add(
              new PageLane.Bar(row.index(), bar.phase(), bar.startNanos(), bar.durationNanos()));
        }
      }
    }
    return new PageLane(
        id,
        host,
        List.copyOf(others),
        members.stream().flatMap(row -> row.protocol().stream()).findFirst(),
        rtt(members, floors),
        opener.map(row -> OptionalInt.of(row.index())).orElse(OptionalInt.empty()),
        members.stream().map(PageRow::index).toList(),
        bars);
  }

  private static boolean opened(PageRow row) {
    return row.request().connection().filter(connection -> !connection.reused()).isPresent();
  }

  private static OptionalLong rtt(List<PageRow> members, Floors floors) {
    for (PageRow row : members) {
      OptionalLong floor = floors.connection(row.request());
      if (floor.isPresent()) {
        return floor;
      }
    }
    return members
        .getFirst()
        .request()
        .connection()
        .map(Connection::rttNanos)
        .orElse(OptionalLong.empty());
  }
}
