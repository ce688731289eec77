package dev.lightfoot.report.layout.page;

import dev.lightfoot.analysis.ledger.TripSum;
import dev.lightfoot.model.page.Party;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/// Gathers rows into groups.
final class PageGroups {
  private static final String UNKNOWN_PARTY = "unknown";

  /// After all numbers.
  private static final String NO_CONNECTION = "none";

  private final PageWaterfall waterfall;
  private final PageGrouping grouping;

  PageGroups(PageWaterfall waterfall, PageGrouping grouping) {
    this.waterfall = waterfall;
    this.grouping = grouping;
  }

  /// The groups of those rows, which stay in their order. Parties and connections have an order of
  /// their own, hosts that of their first request.
  List<PageGroup> of(List<Integer> rows) {
    Map<String, List<Integer>> byKey =
        switch (grouping) {
          case PARTY, CONNECTION -> new TreeMap<>();
          case HOST, NONE -> new LinkedHashMap<>();
        };
    if (grouping == PageGrouping.HOST) {
      waterfall.rows().forEach(row -> byKey.put(row.host(), new ArrayList<>()));
    }
    for (int row : rows) {
      byKey.computeIfAbsent(key(waterfall.row(row)), _ -> new ArrayList<>()).add(row);
    }
    List<PageGroup> groups = new ArrayList<>();
    byKey.forEach(
        (key, members) -> {
          if (!members.isEmpty()) {
            groups.add(group(key, members));
          }
        });
    return groups;
  }

  private String key(PageRow row) {
    return switch (grouping) {
      case PARTY -> row.party().map(Party::label).orElse(UNKNOWN_PARTY);
      case HOST -> row.host();
      case CONNECTION ->
          row.connection().isPresent()
              ? String.format(Locale.ROOT, "%010d", row.connection().getAsInt())
              : NO_CONNECTION;
      case NONE -> "";
    };
  }

  private PageGroup group(String key, List<Integer> members) {
    Set<String> hosts = new HashSet<>();
    Set<Integer> connections = new HashSet<>();
    long bytes = 0;
    for (int member : members) {
      PageRow row = waterfall.row(member);
      hosts.add(row.host());
      row.connection().ifPresent(connections::add);
      bytes += row.bytes();
    }
    PageRow first = waterfall.row(members.getFirst());
    return new PageGroup(
        grouping.label() + " " + key,
        grouping,
        grouping == PageGrouping.PARTY ? first.party() : Optional.empty(),
        grouping == PageGrouping.CONNECTION ? first.connection() : OptionalInt.empty(),
        site(hosts),
        members,
        hosts.size(),
        connections.size(),
        bytes,
        TripSum.of(members.stream().map(member -> waterfall.row(member).trips()).toList()),
        critical(members));
  }

  private OptionalInt critical(List<Integer> members) {
    List<OptionalInt> onPath =
        members.stream()
            .filter(member -> waterfall.row(member).critical())
            .map(waterfall::criticalTrips)
            .toList();
    return TripSum.of(onPath).trips();
  }

  /// The words that all names end in, two of them at least: `shop.test` of `www.shop.test` and
  /// `static.shop.test`; a single host itself.
  static Optional<String> site(Collection<String> hosts) {
    if (hosts.size() == 1) {
      return hosts.stream().filter(host -> !host.isEmpty()).findFirst();
    }
    List<String> shared = List.of();
    boolean first = true;
    for (String host : hosts) {
      List<String> words = Arrays.asList(host.split("\\.")).reversed();
      shared = first ? words : common(shared, words);
      first = false;
    }
    return shared.size() < 2 ? Optional.empty() : Optional.of(String.join(".", shared.reversed()));
  }

  private static List<String> common(List<String> one, List<String> other) {
    int same = 0;
    while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
      same++;
    }
    return one.subList(0, same);
  }
}
