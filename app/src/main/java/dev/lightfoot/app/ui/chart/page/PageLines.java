package dev.lightfoot.app.ui.chart.page;

import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.report.layout.page.PageGroup;
import dev.lightfoot.report.layout.page.PageLane;
import dev.lightfoot.report.layout.page.PageLine;
import dev.lightfoot.report.layout.page.PageRow;
import dev.lightfoot.report.layout.page.PageView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// The lines of a chart: those of a view, and below each joined request whose wait is open what
/// servers recorded within it. Immutable.
public final class PageLines {
  private final PageView view;
  private final Map<Integer, List<StackRow>> waits;
  private final List<ChartLine> lines;

  /// How many lines of waits lie above a line of the view, by that line.
  private final SortedMap<Integer, Integer> above = new TreeMap<>();

  /// @param waits what is open, by the index of the request's row
  public PageLines(PageView view, Map<Integer, List<StackRow>> waits) {
    this.view = view;
    this.waits = Map.copyOf(waits);
    List<ChartLine> made = new ArrayList<>(view.lines().size());
    for (PageLine line : view.lines()) {
      made.add(new ChartLine.Plain(line));
      if (!waits.isEmpty() && line instanceof PageLine.Request(int row)) {
        add(row, made);
      }
    }
    this.lines = List.copyOf(made);
  }

  private void add(int row, List<ChartLine> made) {
    List<StackRow> calls = waits.getOrDefault(row, List.of());
    for (int i = 0; i < calls.size(); i++) {
      made.add(new ChartLine.Wait(row, i, calls.get(i)));
    }
    if (!calls.isEmpty()) {
      above.put(view.line(row).orElseThrow() + 1, made.size());
    }
  }

  public PageView view() {
    return view;
  }

  /// How many lines there are.
  public int size() {
    return lines.size();
  }

  /// The line of that number.
  public ChartLine at(int number) {
    return lines.get(number);
  }

  /// The number of a request's line; empty where its group is folded or it does not match.
  public OptionalInt lineOf(int row) {
    OptionalInt line = view.line(row);
    return line.isEmpty() ? line : OptionalInt.of(shifted(line.getAsInt()));
  }

  private int shifted(int line) {
    if (above.isEmpty()) {
      return line;
    }
    Map.Entry<Integer, Integer> before = above.headMap(line + 1).lastEntry();
    return before == null ? line : before.getValue() + line - before.getKey();
  }

  /// The number of a line; -1 where it is not shown.
  public int indexOf(ChartLine line) {
    return line instanceof ChartLine.Plain(PageLine.Request(int row))
        ? lineOf(row).orElse(-1)
        : lines.indexOf(line);
  }

  /// Where a request stands: at its own line, else at the head of the folded group that hides it;
  /// empty where it does not match.
  public OptionalInt placeOf(int row) {
    OptionalInt own = lineOf(row);
    if (own.isPresent()) {
      return own;
    }
    for (int i = 0; i < view.groups().size(); i++) {
      PageGroup group = view.groups().get(i);
      if (view.isFolded(group) && group.rows().contains(row)) {
        int head = lines.indexOf(new ChartLine.Plain(new PageLine.Group(i)));
        return head < 0 ? OptionalInt.empty() : OptionalInt.of(head);
      }
    }
    return OptionalInt.empty();
  }

  /// The request that a line shows or belongs to; empty for heads and connections.
  public OptionalInt rowAt(int number) {
    return number < 0 || number >= lines.size()
        ? OptionalInt.empty()
        : switch (lines.get(number)) {
          case ChartLine.Plain(PageLine.Request(int row)) -> OptionalInt.of(row);
          case ChartLine.Wait wait -> OptionalInt.of(wait.row());
          case ChartLine.Plain _ -> OptionalInt.empty();
        };
  }

  PageRow row(int index) {
    return view.waterfall().row(index);
  }

  PageGroup group(int index) {
    return view.groups().get(index);
  }

  PageLane lane(int index) {
    return view.waterfall().lanes().get(index);
  }

  /// Whether a line can be folded: heads, and joined requests.
  public boolean foldable(int number) {
    return switch (lines.get(number)) {
      case ChartLine.Plain(PageLine.Request(int row)) -> row(row).isJoined();
      case ChartLine.Plain(PageLine.Lane _) -> false;
      case ChartLine.Plain _ -> true;
      case ChartLine.Wait _ -> false;
    };
  }

  /// Whether it is folded now.
  public boolean folded(int number) {
    return switch (lines.get(number)) {
      case ChartLine.Plain(PageLine.Group(int index)) -> view.isFolded(group(index));
      case ChartLine.Plain(PageLine.Connections _) ->
          view.choice().folded().contains(PageView.CONNECTIONS);
      case ChartLine.Plain(PageLine.Request(int row)) -> !waits.containsKey(row);
      case ChartLine.Plain _ -> false;
      case ChartLine.Wait _ -> false;
    };
  }

  /// The line that a line lies below: the head of its group, or the request whose wait it shows;
  /// itself where there is none.
  public int parent(int number) {
    if (lines.get(number) instanceof ChartLine.Wait wait) {
      return lineOf(wait.row()).orElse(number);
    }
    for (int at = number; at >= 0; at--) {
      if (lines.get(at) instanceof ChartLine.Plain(PageLine line)
          && (line instanceof PageLine.Group || line instanceof PageLine.Connections)) {
        return at;
      }
    }
    return number;
  }
}
