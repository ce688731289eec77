package dev.lightfoot.app.ui.chart.bar;

import dev.lightfoot.report.layout.LightTicks;
import dev.lightfoot.report.words.DistanceWords;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.shape.SVGPath;

/// Says what the ticks of the light floor are; nothing where there are none.
public final class LightLegend extends Label {
  private static final double GAP = 6;

  public LightLegend() {
    SVGPath mark = new SVGPath();
    mark.setContent("M3 0H5V6L8 12H0L3 6Z");
    mark.getStyleClass().add("light-mark");
    getStyleClass().add("caption");
    setWrapText(true);
    setGraphic(mark);
    setGraphicTextGap(GAP);
    show(Optional.empty());
  }

  /// Says it of these ticks.
  public void show(Optional<LightTicks> light) {
    setText(light.map(ticks -> DistanceWords.legend(ticks.last())).orElse(""));
    setVisible(light.isPresent());
    setManaged(light.isPresent());
  }
}
