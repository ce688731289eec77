package dev.lightfoot.app.ui.trace;

import dev.lightfoot.app.ui.chart.TraceCommands;
import dev.lightfoot.app.ui.control.Copy;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.TraceWaterfall;

/// What the keys and the mouse of the waterfall do.
///
/// @param table leads to the same as a table
/// @param copied says that rows are on the clipboard
record ChartCommands(TraceViewModel model, Runnable table, Runnable copied)
    implements TraceCommands {
  /// More rows than that are no longer pasted anywhere.
  private static final int MOST_COPIED = 50_000;

  @Override
  public void select(int span) {
    model.select(span);
  }

  @Override
  public void fold(int span, boolean folded) {
    model.fold(span, folded);
  }

  @Override
  public void zoom(double factor, long aroundNanos) {
    model.zoom(factor, aroundNanos);
  }

  @Override
  public void pan(long byNanos) {
    model.pan(byNanos);
  }

  @Override
  public void look(long fromNanos, long toNanos) {
    model.look(fromNanos, toNanos);
  }

  @Override
  public void showTable() {
    table.run();
  }

  @Override
  public void nextError() {
    model.nextError();
  }

  @Override
  public void toggleCritical() {
    model.criticalProperty().set(!model.criticalProperty().get());
  }

  @Override
  public void copy() {
    String rows = rows(model);
    if (!rows.isEmpty()) {
      Copy.text(rows);
      copied.run();
    }
  }

  /// The selected row and those unfolded below it, as tab-separated values with heads.
  static String rows(TraceViewModel model) {
    TraceWaterfall waterfall = model.waterfallProperty().get();
    TraceReading reading = model.readingProperty().get();
    int span = model.selectedProperty().get();
    if (waterfall == null || reading == null || span < 0) {
      return "";
    }
    SpanWords words = reading.words();
    StringBuilder text = new StringBuilder(Words.text("trace.tsv")).append('\n');
    int end = reading.tree().end(span);
    int first = waterfall.row(span);
    for (int row = first; row < waterfall.rows() && row < first + MOST_COPIED; row++) {
      int each = waterfall.span(row);
      if (each >= end) {
        break;
      }
      String[] cells = {
        " ".repeat(2 * Math.min(32, reading.tree().depth(each) - reading.tree().depth(span)))
            + words.name(each),
        words.service(each),
        words.layer(each),
        words.start(each),
        words.duration(each),
        words.self(each),
        words.status(each),
        reading.tree().span(each).spanId()
      };
      for (int i = 0; i < cells.length; i++) {
        text.append(i == 0 ? "" : "\t").append(cells[i].replaceAll("[\\t\\r\\n]+", " "));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
