package dev.lightfoot.app.ui.chart;

import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.TraceWaterfall;
import java.util.function.IntSupplier;
import javafx.scene.input.KeyEvent;

/// The keys of a waterfall.
final class TraceKeys {
  private static final double ZOOM = 0.5;
  private static final int PAN_PARTS = 10;

  private final TracePicture shown;
  private final TraceCommands commands;
  private final IntSupplier page;
  private final TraceWaterfall waterfall;

  TraceKeys(TracePicture shown, TraceCommands commands, IntSupplier page) {
    this.shown = shown;
    this.commands = commands;
    this.page = page;
    this.waterfall = shown.waterfall();
  }

  /// Whether the key meant something.
  boolean pressed(KeyEvent event) {
    if (event.isShortcutDown()) {
      return copied(event);
    }
    TimeWindow window = shown.window();
    long step = window.length() / PAN_PARTS;
    switch (event.getCode()) {
      case DOWN -> row(1);
      case UP -> row(-1);
      case PAGE_DOWN -> row(page.getAsInt());
      case PAGE_UP -> row(-page.getAsInt());
      case RIGHT -> {
        if (event.isShiftDown()) {
          commands.pan(step);
        } else {
          open();
        }
      }
      case LEFT -> {
        if (event.isShiftDown()) {
          commands.pan(-step);
        } else {
          close();
        }
      }
      case HOME -> select(0);
      case END -> select(waterfall.rows() - 1);
      case PLUS, ADD, EQUALS -> commands.zoom(ZOOM, around());
      case MINUS, SUBTRACT -> commands.zoom(1 / ZOOM, around());
      case DIGIT0, NUMPAD0 -> commands.look(0, window.wholeNanos());
      case T -> commands.showTable();
      case N -> commands.nextError();
      case P -> commands.toggleCritical();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean copied(KeyEvent event) {
    if (event.getCode() == javafx.scene.input.KeyCode.C) {
      commands.copy();
      return true;
    }
    return false;
  }

  private void row(int by) {
    int now = shown.selected() < 0 ? (by > 0 ? -1 : 0) : waterfall.row(shown.selected());
    select(now + by);
  }

  private void select(int row) {
    if (waterfall.rows() > 0) {
      commands.select(waterfall.span(Math.clamp(row, 0, waterfall.rows() - 1)));
    }
  }

  private void open() {
    int span = shown.selected();
    if (span < 0 || !waterfall.hasChildren(span)) {
      row(1);
    } else if (waterfall.isFolded(span)) {
      commands.fold(span, false);
    } else {
      commands.select(span + 1);
    }
  }

  private void close() {
    int span = shown.selected();
    if (span < 0) {
      return;
    }
    if (waterfall.hasChildren(span) && !waterfall.isFolded(span)) {
      commands.fold(span, true);
    } else if (waterfall.tree().parent(span) != SpanTree.NONE) {
      commands.select(waterfall.tree().parent(span));
    }
  }

  /// Zooming keeps the selected bar in sight.
  private long around() {
    TimeWindow window = shown.window();
    if (shown.selected() >= 0) {
      TraceWaterfall.Bar bar = waterfall.bar(shown.selected());
      long middle = bar.startNanos() + bar.durationNanos() / 2;
      if (middle >= window.fromNanos() && middle <= window.toNanos()) {
        return middle;
      }
    }
    return window.fromNanos() + window.length() / 2;
  }
}
