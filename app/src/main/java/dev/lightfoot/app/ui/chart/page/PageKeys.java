package dev.lightfoot.app.ui.chart.page;

import dev.lightfoot.report.layout.TimeWindow;
import dev.lightfoot.report.layout.page.PageLine;
import dev.lightfoot.report.layout.page.PageRow;
import java.util.Optional;
import java.util.function.IntSupplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of a page's waterfall.
final class PageKeys {
  private static final double ZOOM = 0.5;
  private static final int PAN_PARTS = 10;

  private final PagePicture shown;
  private final PageCommands commands;
  private final IntSupplier page;
  private final PageLines lines;

  PageKeys(PagePicture shown, PageCommands commands, IntSupplier page) {
    this.shown = shown;
    this.commands = commands;
    this.page = page;
    this.lines = shown.lines();
  }

  /// Whether the key meant something.
  boolean pressed(KeyEvent event) {
    if (event.isShortcutDown()) {
      return copied(event);
    }
    return moved(event) || looked(event) || led(event.getCode());
  }

  private boolean copied(KeyEvent event) {
    if (event.getCode() == KeyCode.C) {
      commands.copy();
      return true;
    }
    return false;
  }

  private boolean moved(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> by(1);
      case UP -> by(-1);
      case PAGE_DOWN -> by(page.getAsInt());
      case PAGE_UP -> by(-page.getAsInt());
      case HOME -> select(0);
      case END -> select(lines.size() - 1);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean looked(KeyEvent event) {
    TimeWindow window = shown.window();
    long step = window.length() / PAN_PARTS;
    switch (event.getCode()) {
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
      case PLUS, ADD, EQUALS -> commands.zoom(ZOOM, around());
      case MINUS, SUBTRACT -> commands.zoom(1 / ZOOM, around());
      case DIGIT0, NUMPAD0 -> commands.look(0, window.wholeNanos());
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean led(KeyCode code) {
    switch (code) {
      case ENTER -> commands.showDetails();
      case T -> commands.showTable();
      case N -> commands.nextFailed();
      case P -> commands.toggleCritical();
      case I -> commands.toggleFoundBy();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void by(int lines) {
    int now = shown.selected() < 0 ? (lines > 0 ? -1 : 0) : shown.selected();
    select(now + lines);
  }

  private void select(int line) {
    if (lines.size() > 0) {
      commands.select(Math.clamp(line, 0, lines.size() - 1));
    }
  }

  /// Opens what is folded; else goes to the next phase of a request, or to the next line.
  private void open() {
    int line = shown.selected();
    if (line < 0) {
      select(0);
    } else if (lines.foldable(line) && lines.folded(line)) {
      commands.fold(line, false);
    } else if (request().isPresent()) {
      int last = request().get().bars().size() - 1;
      commands.selectBar(Math.min(last, shown.bar() + 1));
    } else {
      by(1);
    }
  }

  /// Goes to the phase before; else closes what is open, or goes to what the line lies below.
  private void close() {
    int line = shown.selected();
    if (line < 0) {
      return;
    }
    if (shown.bar() >= 0) {
      commands.selectBar(shown.bar() - 1);
    } else if (lines.foldable(line) && !lines.folded(line)) {
      commands.fold(line, true);
    } else {
      select(lines.parent(line));
    }
  }

  private Optional<PageRow> request() {
    return lines.at(shown.selected()) instanceof ChartLine.Plain(PageLine.Request(int row))
        ? Optional.of(lines.row(row))
        : Optional.empty();
  }

  /// Zooming keeps the selected request in sight.
  private long around() {
    TimeWindow window = shown.window();
    long middle = window.fromNanos() + window.length() / 2;
    if (shown.selected() < 0 || request().isEmpty()) {
      return middle;
    }
    PageRow row = request().get();
    long own = row.startNanos() + row.totalNanos() / 2;
    return own >= window.fromNanos() && own <= window.toNanos() ? own : middle;
  }
}
