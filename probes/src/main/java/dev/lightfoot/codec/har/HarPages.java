package dev.lightfoot.codec.har;

import dev.lightfoot.codec.capture.CaptureTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which entries belong to which page. A file without pages is one page, or as many as its entries
/// name; an entry without a page belongs to the one that began last before it.
final class HarPages {
  /// A page and its entries, in the order of the file.
  ///
  /// @param faults kinds of [HarRepair], once for each entry that shows it
  record Group(PageDraft page, List<EntryDraft> entries, List<String> faults) {}

  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final List<Group> inOrder = new ArrayList<>();

  private HarPages() {}

  static List<Group> of(HarLog log) {
    HarPages pages = new HarPages();
    Set<String> twice = new HashSet<>();
    for (PageDraft page : log.pages) {
      Group known = pages.groups.get(page.id);
      if (known == null) {
        pages.add(page);
      } else if (twice.add(page.id)) {
        known.faults().add(HarRepair.DUPLICATE_PAGE);
      }
    }
    log.entries.forEach(pages::assign);
    return pages.inOrder.stream()
        .filter(group -> !group.entries().isEmpty() || group.page().own.present)
        .toList();
  }

  private Group add(PageDraft page) {
    Group group = new Group(page, new ArrayList<>(), new ArrayList<>());
    groups.put(page.id, group);
    inOrder.add(group);
    return group;
  }

  private void assign(EntryDraft entry) {
    Group named = groups.get(entry.page);
    if (named != null) {
      named.entries().add(entry);
      return;
    }
    if (!entry.page.isEmpty() || groups.isEmpty()) {
      PageDraft page = new PageDraft();
      page.id = entry.page;
      Group made = add(page);
      made.entries().add(entry);
      if (!entry.page.isEmpty()) {
        made.faults().add(HarRepair.PAGE_MISSING);
      }
      return;
    }
    Group group = startedBefore(entry).orElse(inOrder.getFirst());
    group.entries().add(entry);
  }

  private Optional<Group> startedBefore(EntryDraft entry) {
    Optional<OffsetDateTime> at = entry.started.map(CaptureTime::at);
    Optional<Group> latest = Optional.empty();
    for (Group group : inOrder) {
      Optional<OffsetDateTime> start = group.page().started.map(CaptureTime::at);
      boolean before = at.isPresent() && start.isPresent() && !start.get().isAfter(at.get());
      if (before && latest.map(each -> isLater(group, each)).orElse(true)) {
        latest = Optional.of(group);
      }
    }
    return latest;
  }

  private static boolean isLater(Group one, Group other) {
    return one.page().started.orElseThrow().at().isAfter(other.page().started.orElseThrow().at());
  }
}
