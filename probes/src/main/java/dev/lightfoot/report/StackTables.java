package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.clock.ClockBound;
import dev.lightfoot.analysis.stack.LayerTotal;
import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import dev.lightfoot.report.words.RowNames;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// A stack as tables: its rows, with bars where there is nothing else to draw them, its layers and
/// its clocks.
final class StackTables {
  private static final int LABEL = 27;

  private StackTables() {}

  static TextTable rows(Stack stack) {
    TextTable table = new TextTable("lrrrrrr");
    if (!stack.rows().isEmpty()) {
      table.row(heads());
      stack.rows().forEach(row -> table.row(cells(row, indented(row))));
    }
    return table;
  }

  /// The same with bars.
  static TextTable drawn(Stack stack) {
    TextTable table = new TextTable("lrrrrrrl");
    if (stack.rows().isEmpty()) {
      return table;
    }
    table.row(with(heads(), ""));
    StackBars bars = StackBars.over(stack.rows());
    stack.rows().forEach(row -> table.row(with(cells(row, cut(indented(row))), bars.of(row))));
    return table;
  }

  private static List<String> with(List<String> cells, String last) {
    List<String> longer = new ArrayList<>(cells);
    longer.add(last);
    return longer;
  }

  private static List<String> heads() {
    return List.of(
        say("stack.column.what"),
        say("column.trips"),
        say("column.rtt"),
        say("stack.column.start"),
        say("stack.column.wall"),
        say("stack.column.sum"),
        "±");
  }

  private static List<String> cells(StackRow row, String label) {
    return List.of(
        label,
        row.trips() == 0 ? "" : Numbers.count(row.trips()),
        rtt(row.rttNanos()),
        row.startNanos().isPresent()
            ? Numbers.millis(row.startNanos().getAsLong())
            : Numbers.UNKNOWN,
        row.floating() ? Numbers.UNKNOWN : Numbers.millis(row.wallNanos()),
        Numbers.millis(row.sumNanos()),
        row.whiskerNanos() == 0 ? "" : Numbers.millis(row.whiskerNanos()));
  }

  private static String indented(StackRow row) {
    return " ".repeat(row.depth()) + times(row) + RowNames.of(row.label());
  }

  /// So that the bars keep their common axis.
  private static String cut(String label) {
    return label.length() > LABEL ? label.substring(0, LABEL - 1) + "…" : label;
  }

  private static String times(StackRow row) {
    String count = (row.atLeast() ? "≥" : "") + "×" + Numbers.count(row.count()) + " ";
    return row.count() == 1 && !row.atLeast() ? "" : count;
  }

  private static String rtt(OptionalLong nanos) {
    return nanos.isPresent() ? Numbers.rtt(nanos.getAsLong()) : "";
  }

  static TextTable layers(Stack stack) {
    TextTable table = new TextTable("lrrrrrr");
    if (stack.layers().isEmpty()) {
      return table;
    }
    table.row(
        say("column.layer"),
        say("stack.column.operations"),
        say("column.trips"),
        say("stack.column.sum"),
        say("stack.column.own"),
        say("stack.column.network"),
        say("stack.column.critical"));
    for (LayerTotal layer : stack.layers()) {
      table.row(
          PhaseNames.of(layer.layer()),
          (layer.atLeast() ? "≥" : "") + Numbers.count(layer.operations()),
          layer.trips() == 0 ? Numbers.NOT_APPLICABLE : Numbers.count(layer.trips()),
          Numbers.millis(layer.sumNanos()),
          millis(layer.ownNanos()),
          millis(layer.networkNanos()),
          Numbers.millis(layer.criticalNanos()));
    }
    return table;
  }

  private static String millis(OptionalLong nanos) {
    return nanos.isPresent() ? Numbers.millis(nanos.getAsLong()) : Numbers.NOT_APPLICABLE;
  }

  static TextTable clocks(Stack stack) {
    TextTable table = new TextTable("lrrrr");
    if (stack.clocks().isEmpty()) {
      return table;
    }
    table.row(
        say("stack.column.clock"),
        say("stack.column.low"),
        say("stack.column.high"),
        "±",
        say("stack.column.requests"));
    for (ClockBound clock : stack.clocks()) {
      table.row(
          clock.clock(),
          Numbers.millis(clock.lowNanos()),
          Numbers.millis(clock.highNanos()),
          clock.contradicts() ? say("stack.contradicts") : Numbers.millis(clock.halfNanos()),
          clock.requests() == 0 ? Numbers.UNKNOWN : Numbers.count(clock.requests()));
    }
    return table;
  }
}
