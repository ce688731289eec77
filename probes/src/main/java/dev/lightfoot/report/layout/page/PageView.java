package dev.lightfoot.report.layout.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// What is shown of a [PageWaterfall], line by line. Immutable; another choice gives another.
public final class PageView {
  /// The key of the connections, for folding.
  public static final String CONNECTIONS = "connections";

  private static final int HIDDEN = -1;

  private final PageWaterfall waterfall;
  private final PageChoice choice;
  private final List<PageGroup> groups;
  private final List<PageLine> lines;
  private final int[] lineOfRow;
  private final int shown;

  private PageView(PageWaterfall waterfall, PageChoice choice) {
    this.waterfall = waterfall;
    this.choice = choice;
    List<Integer> matching = matching();
    this.shown = matching.size();
    this.groups = List.copyOf(new PageGroups(waterfall, choice.grouping()).of(matching));
    this.lineOfRow = new int[waterfall.rows().size()];
    Arrays.fill(lineOfRow, HIDDEN);
    this.lines = List.copyOf(make());
  }

  static PageView of(PageWaterfall waterfall, PageChoice choice) {
    return new PageView(waterfall, choice);
  }

  private List<Integer> matching() {
    return waterfall.rows().stream()
        .filter(choice.filter()::matches)
        .sorted(choice.order().comparator())
        .map(PageRow::index)
        .toList();
  }

  private List<PageLine> make() {
    List<PageLine> made = new ArrayList<>();
    boolean heads = choice.grouping() != PageGrouping.NONE;
    for (int i = 0; i < groups.size(); i++) {
      PageGroup group = groups.get(i);
      if (heads) {
        made.add(new PageLine.Group(i));
      }
      if (!heads || !choice.folded().contains(group.key())) {
        for (int row : group.rows()) {
          lineOfRow[row] = made.size();
          made.add(new PageLine.Request(row));
        }
      }
    }
    if (!waterfall.lanes().isEmpty()) {
      made.add(new PageLine.Connections());
      for (int i = 0; i < waterfall.lanes().size() && !choice.folded().contains(CONNECTIONS); i++) {
        made.add(new PageLine.Lane(i));
      }
    }
    return made;
  }

  public PageWaterfall waterfall() {
    return waterfall;
  }

  public PageChoice choice() {
    return choice;
  }

  /// The groups with rows that match, folded or not.
  public List<PageGroup> groups() {
    return groups;
  }

  /// Everything that has a line, from top to bottom.
  public List<PageLine> lines() {
    return lines;
  }

  /// How many rows match the filter, in folded groups too.
  public int shown() {
    return shown;
  }

  /// The line of a row; empty where its group is folded or it does not match.
  public OptionalInt line(int row) {
    return lineOfRow[row] == HIDDEN ? OptionalInt.empty() : OptionalInt.of(lineOfRow[row]);
  }

  /// Whether the rows of a group are hidden.
  public boolean isFolded(PageGroup group) {
    return choice.folded().contains(group.key());
  }

  /// The same with that group, or the connections, folded or unfolded.
  public PageView folding(String key, boolean fold) {
    Set<String> keys = new HashSet<>(choice.folded());
    if (fold) {
      keys.add(key);
    } else {
      keys.remove(key);
    }
    return of(waterfall, choice.folding(keys));
  }

  /// The strips of the overview: each stands for one row, or for several next to each other where
  /// there are more rows than strips. Folded groups are in it too.
  ///
  /// @param most how many strips at most
  public List<Strip> overview(int most) {
    List<Integer> order = groups.stream().flatMap(group -> group.rows().stream()).toList();
    int strips = Math.min(most, order.size());
    List<Strip> made = new ArrayList<>();
    for (int i = 0; i < strips; i++) {
      int from = (int) ((long) order.size() * i / strips);
      int to = (int) ((long) order.size() * (i + 1) / strips);
      made.add(new Strip(order.subList(from, to)));
    }
    return made;
  }

  /// One strip of the overview.
  ///
  /// @param rows indices of the rows that it stands for
  public record Strip(List<Integer> rows) {
    public Strip {
      rows = List.copyOf(rows);
    }
  }
}
