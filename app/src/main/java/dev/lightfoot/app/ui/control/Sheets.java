package dev.lightfoot.app.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows one dialog above the content, inside the same window: nothing else can be reached until it
/// is closed, and no second window is open when the program ends.
public final class Sheets {
  private final StackPane layer = new StackPane();
  private final Node behind;
  private @Nullable Node focusedBefore;

  /// @param behind what lies under the dialogs
  public Sheets(Node behind) {
    this.behind = behind;
    layer.getStyleClass().add("scrim");
    layer.setVisible(false);
    layer.addEventFilter(KeyEvent.KEY_PRESSED, this::closeOnEscape);
  }

  /// The layer to put above the content.
  public StackPane layer() {
    return layer;
  }

  public boolean isOpen() {
    return layer.isVisible();
  }

  /// Shows a dialog: a title, its content and its buttons, the first of them the default.
  public void open(String title, Region content, Node first, Button... buttons) {
    if (!isOpen()) {
      focusedBefore = layer.getScene() == null ? null : layer.getScene().getFocusOwner();
    }
    HBox row = new HBox(8, Labels.spring());
    row.getChildren().addAll(buttons);
    row.setAlignment(Pos.CENTER_RIGHT);
    VBox sheet = new VBox(Labels.of(title, "sheet-title"), content, row);
    sheet.getStyleClass().add("sheet");
    sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(sheet, Pos.CENTER);
    layer.getChildren().setAll(sheet);
    behind.setDisable(true);
    layer.setVisible(true);
    // What lies in a scroll pane is part of the window only once that has its skin.
    layer.applyCss();
    layer.layout();
    first.requestFocus();
  }

  /// Content that scrolls where the window is too small for it.
  public static ScrollPane scrolling(Region content) {
    ScrollPane pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.getStyleClass().add("sheet-scroll");
    return pane;
  }

  /// Closes the dialog and gives the focus back.
  public void close() {
    layer.setVisible(false);
    layer.getChildren().clear();
    behind.setDisable(false);
    if (focusedBefore != null) {
      focusedBefore.requestFocus();
    }
    focusedBefore = null;
  }

  private void closeOnEscape(KeyEvent event) {
    // A list of suggestions that is open takes it, and goes alone.
    if (event.getCode() == KeyCode.ESCAPE
        && layer.lookupAll(".suggestions").stream().noneMatch(Node::isVisible)) {
      close();
      event.consume();
    }
  }
}
