package dev.lightfoot.app.ui.chart.page;

import dev.lightfoot.report.layout.page.PageLink;
import dev.lightfoot.report.layout.page.PageWaterfall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which request led to which, by both ends: a picture asks only for those in sight.
final class PageLinks {
  private final PageWaterfall waterfall;
  private final Map<Integer, List<PageLink>> below = new HashMap<>();
  private final Map<Integer, PageLink> above = new HashMap<>();

  PageLinks(PageWaterfall waterfall) {
    this.waterfall = waterfall;
    for (PageLink link : waterfall.links()) {
      below.computeIfAbsent(link.from(), _ -> new ArrayList<>()).add(link);
      above.put(link.to(), link);
    }
  }

  /// Whether they are of that page.
  boolean areOf(PageWaterfall other) {
    return waterfall.equals(other);
  }

  /// What led to a request.
  Optional<PageLink> to(int row) {
    return Optional.ofNullable(above.get(row));
  }

  /// What a request led to.
  List<PageLink> from(int row) {
    return below.getOrDefault(row, List.of());
  }
}
