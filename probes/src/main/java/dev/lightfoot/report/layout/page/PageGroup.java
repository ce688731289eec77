package dev.lightfoot.report.layout.page;

import dev.lightfoot.analysis.ledger.TripSum;
import dev.lightfoot.model.page.Party;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Rows that are shown together, and what they come to.
///
/// @param key tells it apart from the others of its grouping: for folding
/// @param grouping by what
/// @param party whose servers, grouped by party; empty where that is not known
/// @param connection number, grouped by connection; empty for requests without one
/// @param name the site or host that all of them share; empty where they share none
/// @param rows indices of the rows in the order shown
/// @param hosts how many hosts
/// @param connections how many connections carried them
/// @param bytes that came over the network
/// @param trips round trips of all of them
/// @param criticalTrips of them on the critical path; empty where none could be counted
public record PageGroup(
    String key,
    PageGrouping grouping,
    Optional<Party> party,
    OptionalInt connection,
    Optional<String> name,
    List<Integer> rows,
    int hosts,
    int connections,
    long bytes,
    TripSum trips,
    OptionalInt criticalTrips) {
  /// No rows at all.
  static final PageGroup NOTHING =
      new PageGroup(
          "",
          PageGrouping.NONE,
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          List.of(),
          0,
          0,
          0,
          TripSum.of(List.of()),
          OptionalInt.empty());

  public PageGroup {
    rows = List.copyOf(rows);
  }

  /// How many requests.
  public int requests() {
    return rows.size();
  }
}
