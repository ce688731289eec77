package dev.lightfoot.app.ui.chart.page;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.page.PageBar;
import dev.lightfoot.report.layout.page.PageColumn;
import dev.lightfoot.report.layout.page.PageGroup;
import dev.lightfoot.report.layout.page.PageLane;
import dev.lightfoot.report.layout.page.PageLine;
import dev.lightfoot.report.layout.page.PageMark;
import dev.lightfoot.report.layout.page.PageRow;
import dev.lightfoot.report.layout.page.PageWaterfall;
import dev.lightfoot.report.page.PageCells;
import dev.lightfoot.report.page.PageWords;
import dev.lightfoot.report.words.DistanceWords;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import dev.lightfoot.report.words.RowNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What is said of the lines of a page's waterfall: beside the pointer, to a screen reader and in
/// the line at the bottom.
public record PageSentences(PageWaterfall waterfall) implements PageLabels {

  @Override
  public String trips(PageRow row) {
    return PageCells.of(PageColumn.TRIPS, row);
  }

  @Override
  public String size(PageRow row) {
    return PageCells.of(PageColumn.SIZE, row);
  }

  @Override
  public String total(PageRow row) {
    String took = PageCells.of(PageColumn.TOTAL, row);
    return PageWords.note(row).map(note -> took + " " + note).orElse(took);
  }

  @Override
  public String title(PageGroup group) {
    return PageWords.title(group);
  }

  @Override
  public String name(PageGroup group) {
    return PageWords.name(group).orElse("");
  }

  @Override
  public String sums(PageGroup group) {
    return PageWords.summary(group);
  }

  @Override
  public String connections() {
    return PageWords.connections(waterfall);
  }

  @Override
  public String lane(PageLane lane) {
    return PageWords.lane(lane);
  }

  @Override
  public String rtt(PageLane lane) {
    return PageWords.rtt(lane).orElse("");
  }

  @Override
  public String mark(PageMark mark) {
    return PageWords.mark(mark);
  }

  @Override
  public String spoken(PageLines lines, ChartLine line) {
    return switch (line) {
      case ChartLine.Plain(PageLine.Request(int row)) -> spoken(waterfall.row(row));
      case ChartLine.Plain(PageLine.Connections _) ->
          Words.text("page.connections") + ": " + connections();
      case ChartLine.Plain(PageLine.Lane(int index)) -> spoken(waterfall.lanes().get(index));
      case ChartLine.Plain(PageLine.Group(int index)) -> {
        PageGroup group = lines.view().groups().get(index);
        yield title(group) + " " + name(group) + ": " + sums(group);
      }
      case ChartLine.Wait wait ->
          Words.text(
              "page.spoken.wait",
              RowNames.of(wait.call().label()),
              Numbers.count(wait.call().count()),
              Numbers.millis(wait.call().sumNanos()));
    };
  }

  private String spoken(PageLane lane) {
    List<String> parts = new ArrayList<>();
    parts.add(lane(lane));
    parts.add(Words.count("page.requests", lane.rows().size()));
    PageWords.rtt(lane).ifPresent(rtt -> parts.add(rtt + " ms"));
    return String.join(", ", parts);
  }

  /// A request in short, for the line at the bottom.
  public String selected(PageRow row) {
    return Words.text("page.selected", Integer.toString(row.number()), row.label(), found(row));
  }

  private String found(PageRow row) {
    String how = PageWords.foundBy(row);
    return row.foundBy().isPresent()
        ? Words.text("page.selected.found", how, waterfall.row(row.foundBy().getAsInt()).label())
        : Words.text("page.selected.found-by", how);
  }

  private String spoken(PageRow row) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Words.text(
            "page.spoken",
            Integer.toString(row.number()),
            row.request().url(),
            total(row),
            PageCells.of(PageColumn.START, row),
            trips(row),
            size(row)));
    lines.add(found(row));
    String phases =
        row.bars().stream()
            .filter(bar -> bar.durationNanos() > 0)
            .map(bar -> PhaseNames.of(bar.phase()) + " " + Numbers.millis(bar.durationNanos()))
            .collect(Collectors.joining(", "));
    if (!phases.isEmpty()) {
      lines.add(phases);
    }
    row.light()
        .ifPresent(
            light ->
                lines.add(
                    Words.text(
                        "page.spoken.light",
                        DistanceWords.caption(light.distance()),
                        Numbers.millis(light.floorNanos()))));
    if (row.critical()) {
      lines.add(Words.text("page.spoken.critical"));
    }
    row.failure().ifPresent(failed -> lines.add(failed.message()));
    if (row.isJoined()) {
      lines.add(Words.text("page.spoken.joined"));
    }
    return String.join("\n", lines);
  }

  @Override
  public String spoken(PageRow row, int bar) {
    List<PageBar> bars = row.bars();
    if (bar < 0 || bar >= bars.size()) {
      return spoken(row);
    }
    PageBar told = bars.get(bar);
    String text =
        Words.text(
            "page.spoken.bar",
            PhaseNames.of(told.phase()),
            Numbers.millis(told.durationNanos()),
            Numbers.millis(told.startNanos()));
    return told.trips().orElse(0) == 0
        ? text
        : text + ", " + Words.count("page.trips-count", told.trips().getAsInt());
  }
}
