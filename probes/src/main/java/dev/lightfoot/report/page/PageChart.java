package dev.lightfoot.report.page;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.Phase;
import dev.lightfoot.report.layout.Axis;
import dev.lightfoot.report.layout.page.PageBar;
import dev.lightfoot.report.layout.page.PageGroup;
import dev.lightfoot.report.layout.page.PageLane;
import dev.lightfoot.report.layout.page.PageLine;
import dev.lightfoot.report.layout.page.PageMark;
import dev.lightfoot.report.layout.page.PageRow;
import dev.lightfoot.report.layout.page.PageView;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Draws a waterfall in characters: a letter for each phase, so that it reads without colours. Rows
/// on the critical path begin with a star.
final class PageChart {
  /// Narrower, there is no room for bars.
  static final int NARROWEST = 72;

  private static final int NUMBER = 5;
  private static final int TRIPS = 5;
  private static final int SIZE = 9;

  /// The time after the bars' end, and a short note.
  private static final int AFTER = 15;

  private static final char MARK = '|';
  private static final char LOAD = '!';
  private static final char FAILED = 'x';

  private final PageView view;
  private final int width;
  private final int label;
  private final int bars;
  private final long end;

  private PageChart(PageView view, int width) {
    this.view = view;
    this.width = Math.max(NARROWEST, width);
    int longest =
        view.waterfall().rows().stream().mapToInt(row -> row.label().length()).max().orElse(0);
    this.label = Math.clamp(longest, 12, this.width / 4);
    this.bars = this.width - NUMBER - label - TRIPS - SIZE - AFTER - 4;
    this.end = Math.max(1, view.waterfall().wholeNanos());
  }

  /// The lines of that view.
  ///
  /// @param width of the terminal, in characters
  /// @param most rows at most; what is left out is for the caller to say
  static List<String> of(PageView view, int width, int most) {
    return new PageChart(view, width).lines(most);
  }

  private List<String> lines(int most) {
    List<String> lines = new ArrayList<>();
    lines.add(axis());
    int rows = 0;
    for (PageLine line : view.lines()) {
      switch (line) {
        case PageLine.Group it -> lines.add(head(view.groups().get(it.index())));
        case PageLine.Request it -> {
          if (rows++ < most) {
            lines.add(row(view.waterfall().row(it.row())));
          }
        }
        case PageLine.Connections _ -> lines.add(head(PageWords.connections(view.waterfall())));
        case PageLine.Lane it -> lines.add(lane(view.waterfall().lanes().get(it.index())));
      }
    }
    return lines.stream().map(line -> Printable.line(Numbers.plain(line)).stripTrailing()).toList();
  }

  private String axis() {
    Axis axis = Axis.holding(end);
    char[] cells = " ".repeat(bars + AFTER).toCharArray();
    int free = 0;
    for (long at : axis.ticks()) {
      String text = axis.label(at);
      int from = cell(at);
      if (at <= end && from >= free && from + text.length() <= cells.length) {
        text.getChars(0, text.length(), cells, from);
        free = from + text.length() + 1;
      }
    }
    return " ".repeat(NUMBER + label + TRIPS + SIZE + 4) + new String(cells);
  }

  private String head(PageGroup group) {
    String name = PageWords.name(group).map(text -> " " + text).orElse("");
    return head(PageWords.title(group) + name + ": " + PageWords.summary(group));
  }

  private String head(String text) {
    return text.length() > width ? text.substring(0, width - 1) + "…" : text;
  }

  private String row(PageRow row) {
    CharBars drawn = new CharBars(empty(), end);
    for (PageBar bar : row.bars()) {
      drawn.add(bar.startNanos(), bar.endNanos(), bar.failed() ? FAILED : letter(bar.phase()));
    }
    char[] cells = drawn.cells();
    String trips =
        row.trips().isPresent() ? Numbers.count(row.trips().getAsInt()) : Numbers.UNKNOWN;
    Optional<String> note = PageWords.note(row);
    return left(row.critical() ? "*" : "", 1)
        + right(Integer.toString(row.number()), NUMBER - 1)
        + " "
        + left(row.label(), label)
        + right(trips, TRIPS)
        + " "
        + right(Numbers.bytes(row.bytes()), SIZE)
        + "  "
        + after(cells, row, Numbers.millis(row.totalNanos()) + note.map(it -> " " + it).orElse(""));
  }

  /// The time stands after the bar.
  private String after(char[] cells, PageRow row, String text) {
    char[] line = Arrays.copyOf(cells, bars + AFTER);
    Arrays.fill(line, bars, line.length, ' ');
    int from = Math.clamp(line.length - text.length(), 0, cell(row.endNanos() - 1) + 2);
    for (int i = 0; i < text.length() && from + i < line.length; i++) {
      line[from + i] = text.charAt(i);
    }
    return new String(line);
  }

  private String lane(PageLane lane) {
    CharBars drawn = new CharBars(empty(), end);
    for (PageLane.Bar bar : lane.bars()) {
      drawn.add(bar.startNanos(), bar.endNanos(), letter(bar.phase()));
    }
    String name = left(PageWords.lane(lane), NUMBER + label + TRIPS);
    return name
        + " "
        + right(PageWords.rtt(lane).orElse(""), SIZE + 1)
        + "  "
        + new String(drawn.cells());
  }

  private char[] empty() {
    char[] cells = " ".repeat(bars).toCharArray();
    for (PageMark mark : view.waterfall().marks()) {
      cells[cell(mark.atNanos())] = mark.kind() == PageMark.Kind.LOAD ? LOAD : MARK;
    }
    return cells;
  }

  private int cell(long nanos) {
    return CharBars.cell(nanos, end, bars);
  }

  /// What the letters of that view mean, one after the other.
  static String legend(PageView view) {
    Set<Phase> phases = EnumSet.noneOf(Phase.class);
    boolean failed = false;
    for (PageRow row : view.waterfall().rows()) {
      for (PageBar bar : row.bars()) {
        if (bar.durationNanos() > 0) {
          phases.add(bar.phase());
        }
        failed |= bar.failed();
      }
    }
    List<String> parts = new ArrayList<>();
    phases.forEach(
        phase -> parts.add(letter(phase) + " " + say("page.text.phase." + phase.label())));
    if (failed) {
      parts.add(FAILED + " " + say("page.text.failed"));
    }
    for (PageMark mark : view.waterfall().marks()) {
      parts.add((mark.kind() == PageMark.Kind.LOAD ? LOAD : MARK) + " " + PageWords.mark(mark));
    }
    if (!view.waterfall().path().steps().isEmpty()) {
      parts.add(say("page.text.critical"));
    }
    return String.join(" · ", parts);
  }

  private static char letter(Phase phase) {
    return switch (phase) {
      case BLOCKED -> '.';
      case DNS -> 'd';
      case TCP -> 'c';
      case PROXY -> 'p';
      case TLS -> 't';
      case QUIC -> 'q';
      case SEND -> 's';
      case WAIT -> '-';
      case RECEIVE -> '#';
    };
  }

  private static String left(String text, int width) {
    String shown = text.length() > width ? text.substring(0, width - 1) + "…" : text;
    return shown + " ".repeat(width - shown.length());
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
