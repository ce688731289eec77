package dev.lightfoot.app.ui.page;

import dev.lightfoot.app.ui.chart.page.PageLegend;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.FilterField;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.layout.page.PageGrouping;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/// What of the page is to be in sight: filter, groups, the two kinds of lines; and what the colours
/// mean.
final class PageTools extends VBox {
  /// In em.
  private static final double LEAST_FIELD = 13;

  private static final double LEAST_LEGEND = 20;

  private final PageSight sight;
  private final TextField field =
      FilterField.of("page-filter", Words.text("page.filter"), Words.text("page.filter.name"));
  private final PageLegend legend;

  PageTools(PageSight sight, Look look) {
    super(4);
    getStyleClass().add("small-tools");
    this.sight = sight;
    buildField();
    Label group = Labels.of(Words.text("page.group"), "quiet");
    group.setMinWidth(USE_PREF_SIZE);
    legend = new PageLegend(look);
    BreakingRow row = new BreakingRow(12, VPos.CENTER, field, group, groups(), lines(), legend);
    row.growing(field, () -> look.em() * LEAST_FIELD);
    row.growing(legend, () -> look.em() * LEAST_LEGEND);
    Label error = Labels.wrapped("", "field-error");
    error.setId("page-filter-error");
    error.managedProperty().bind(error.visibleProperty());
    error.visibleProperty().bind(error.textProperty().isNotEmpty());
    sight
        .views()
        .filterErrorProperty()
        .subscribe(
            text -> {
              error.setText(text);
              field.getStyleClass().remove("wrong");
              if (!text.isEmpty()) {
                field.getStyleClass().add("wrong");
                error.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
              }
            });
    getChildren().addAll(row, error);
  }

  /// @param lit whether the light floor of any request is known
  void lit(boolean lit) {
    legend.lit(lit);
  }

  TextField field() {
    return field;
  }

  private void buildField() {
    field.textProperty().bindBidirectional(sight.views().filterProperty());
  }

  private SegmentedButton groups() {
    SegmentedButton buttons = new SegmentedButton();
    for (PageGrouping each : PageGrouping.values()) {
      ToggleButton button = new ToggleButton(Words.text("page.group." + each.label()));
      button.setId("page-group-" + each.label());
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(
          _ -> {
            sight.views().groupingProperty().set(each);
            button.setSelected(true);
          });
      sight.views().groupingProperty().subscribe(chosen -> button.setSelected(chosen == each));
      buttons.getButtons().add(button);
    }
    buttons.setFocusTraversable(false);
    buttons.setMinWidth(USE_PREF_SIZE);
    return buttons;
  }

  private HBox lines() {
    SegmentedButton buttons = new SegmentedButton();
    buttons.setToggleGroup(null);
    buttons
        .getButtons()
        .addAll(
            toggle("page.critical", "page-critical", sight.criticalProperty()),
            toggle("page.found-by", "page-found-by", sight.foundByProperty()));
    buttons.setFocusTraversable(false);
    buttons.setMinWidth(USE_PREF_SIZE);
    return new HBox(buttons);
  }

  private static ToggleButton toggle(String key, String id, BooleanProperty shown) {
    ToggleButton button = new ToggleButton(Words.text(key));
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.selectedProperty().bindBidirectional(shown);
    return button;
  }
}
