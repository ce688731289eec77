package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.match.Origin;
import dev.lightfoot.app.ui.compare.reading.CompareReading;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.words.Words;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// Chooses the event that times are measured from.
final class OriginChoice extends HBox {
  private final CompareViewModel model;
  private final ToggleButton start;
  private final ToggleButton firstByte;
  private final ToggleButton request;

  /// @param ask asks for a request
  OriginChoice(CompareViewModel model, Runnable ask) {
    this.model = model;
    start = toggle("start", () -> model.align(Origin.START));
    firstByte = toggle("first-byte", () -> model.align(Origin.FIRST_BYTE));
    request = toggle("request", ask);
    SegmentedButton row = new SegmentedButton(start, firstByte, request);
    row.setFocusTraversable(false);
    row.setMinWidth(USE_PREF_SIZE);
    getChildren().add(row);
    setMinWidth(USE_PREF_SIZE);
    model.originProperty().subscribe(_ -> show());
    model.readingProperty().subscribe(_ -> show());
    model.stageProperty().subscribe(_ -> show());
  }

  private ToggleButton toggle(String key, Runnable action) {
    ToggleButton button = new ToggleButton(Words.text("compare.from." + key));
    button.setId("compare-from-" + key);
    button.setAccessibleText(Words.text("compare.from." + key + ".name"));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(
        _ -> {
          action.run();
          show();
        });
    return button;
  }

  private void show() {
    @Nullable CompareReading reading = model.readingProperty().get();
    Origin origin = model.originProperty().get();
    start.setSelected(origin instanceof Origin.Start);
    firstByte.setSelected(origin instanceof Origin.FirstByte);
    request.setSelected(origin instanceof Origin.Request);
    for (ToggleButton each : new ToggleButton[] {start, firstByte, request}) {
      Tooltip tip = new Tooltip(each.getAccessibleText());
      tip.setShowDelay(Columns.TOOLTIP_DELAY);
      each.setTooltip(tip);
      each.setDisable(reading == null || model.running());
    }
    if (origin instanceof Origin.Request(String url)) {
      request.getTooltip().setText(Words.text("compare.from.request.of", url));
    }
    request.setDisable(
        request.isDisabled() || reading == null || RequestSheet.common(reading).isEmpty());
  }
}
