package dev.lightfoot.report.layout.compare;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.ExchangeShift;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.analysis.compare.match.ExchangeSide;
import dev.lightfoot.analysis.compare.match.MatchedBy;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The requests of a comparison that are looked at.
///
/// @param text part of an address on either side; all where it is blank
/// @param changedOnly whether those are left out of which no change is shown
public record ExchangeRows(String text, boolean changedOnly) {

  /// All of them.
  public static final ExchangeRows ALL = new ExchangeRows("", false);

  /// Those of a comparison, in its order.
  public List<ExchangeShift> of(Comparison comparison) {
    return comparison.exchanges().stream().filter(this::matches).toList();
  }

  private boolean matches(ExchangeShift each) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    boolean found =
        Stream.of(each.a(), each.b())
            .flatMap(side -> side.stream())
            .anyMatch(side -> side.url().toLowerCase(Locale.ROOT).contains(wanted));
    return found && (!changedOnly || isChanged(each));
  }

  /// Whether something of it changed: it is new or gone, its round trips are others, for these need
  /// no statistics, or its verdict says so. Its bytes alone are no change: pages hold dates and
  /// tokens.
  public static boolean isChanged(ExchangeShift each) {
    boolean verdict =
        each.shift().verdict() == Verdict.FASTER || each.shift().verdict() == Verdict.SLOWER;
    boolean one = each.matchedBy() == MatchedBy.ADDED || each.matchedBy() == MatchedBy.REMOVED;
    OptionalLong before = each.a().map(ExchangeSide::trips).orElseGet(OptionalLong::empty);
    OptionalLong after = each.b().map(ExchangeSide::trips).orElseGet(OptionalLong::empty);
    boolean trips = before.isPresent() && after.isPresent() && !before.equals(after);
    return verdict || one || trips;
  }
}
