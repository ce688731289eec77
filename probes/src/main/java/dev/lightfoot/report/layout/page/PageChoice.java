package dev.lightfoot.report.layout.page;

import java.util.Set;

/// What of a waterfall is shown, and how.
///
/// @param grouping what rows are gathered by
/// @param order of the rows within their groups
/// @param filter which rows
/// @param folded keys of the groups whose rows are hidden; [PageView#CONNECTIONS] for the lanes
public record PageChoice(
    PageGrouping grouping, PageOrder order, PageFilter filter, Set<String> folded) {
  /// By party, as asked for, all of it.
  public static final PageChoice STANDARD =
      new PageChoice(PageGrouping.PARTY, PageOrder.AS_ASKED_FOR, PageFilter.ALL, Set.of());

  public PageChoice {
    folded = Set.copyOf(folded);
  }

  public PageChoice by(PageGrouping other) {
    return new PageChoice(other, order, filter, folded);
  }

  public PageChoice in(PageOrder other) {
    return new PageChoice(grouping, other, filter, folded);
  }

  public PageChoice only(PageFilter other) {
    return new PageChoice(grouping, order, other, folded);
  }

  public PageChoice folding(Set<String> keys) {
    return new PageChoice(grouping, order, filter, keys);
  }
}
