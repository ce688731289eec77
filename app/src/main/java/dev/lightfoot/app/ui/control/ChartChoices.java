package dev.lightfoot.app.ui.control;

import dev.lightfoot.app.ui.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;

/// Asks which chart a picture is to show; in sight where there are several.
public final class ChartChoices extends VBox {
  private final Choices<String> charts = new Choices<>();
  private final boolean several;
  private boolean picture;

  /// @param labels of the charts that there are
  public ChartChoices(List<String> labels) {
    super(8);
    several = labels.size() > 1;
    for (String label : labels) {
      charts.with("export-chart-" + label, Words.text("export.chart." + label), label);
    }
    charts.row().setAccessibleText(Words.text("export.chart"));
    getChildren().addAll(Labels.of(Words.text("export.chart"), "quiet"), charts.row());
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /// Comes into sight or leaves it.
  ///
  /// @param wanted whether a picture is asked for
  public void show(boolean wanted) {
    picture = wanted;
    setVisible(several && wanted);
  }

  /// The chosen one, where a picture is asked for.
  public Optional<String> chosen() {
    return picture ? charts.chosen() : Optional.empty();
  }
}
