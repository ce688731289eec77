package dev.lightfoot.app.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/// What may be meant, under a field: opens on typing and on the down key, takes no focus, and lies
/// in the window itself instead of in one of its own.
public final class Suggestions {
  private static final int ROWS = 8;

  private final TextField field;
  private final Function<String, List<String>> matching;
  private final ListView<String> list = new ListView<>();

  /// @param name of the list, for who does not see it
  /// @param matching what may be meant by a part of it; by nothing, all
  public Suggestions(TextField field, String name, Function<String, List<String>> matching) {
    this.field = field;
    this.matching = matching;
    list.setId(field.getId() + "-suggestions");
    list.getStyleClass().add("suggestions");
    list.setAccessibleText(name);
    list.setFocusTraversable(false);
    list.setManaged(false);
    list.setVisible(false);
    list.setOnMouseClicked(_ -> take());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    field.focusedProperty().subscribe(focused -> list.setVisible(list.isVisible() && focused));
  }

  /// Puts the list above what that pane shows.
  public void attach(Pane pane) {
    pane.getChildren().add(list);
  }

  private void typed(KeyEvent event) {
    String typed = event.getCharacter();
    if (!typed.isEmpty() && typed.charAt(0) >= ' ' && !event.isShortcutDown()) {
      open(field.getText().isBlank() ? List.of() : matching.apply(field.getText()));
    }
  }

  private void pressed(KeyEvent event) {
    boolean open = list.isVisible();
    switch (event.getCode()) {
      case DOWN -> move(event, open, 1);
      case UP -> move(event, open, -1);
      case ESCAPE -> {
        list.setVisible(false);
        if (open) {
          event.consume();
        }
      }
      case ENTER -> {
        if (open && !list.getSelectionModel().isEmpty()) {
          take();
        }
        list.setVisible(false);
      }
      case TAB -> list.setVisible(false);
      default -> {
        if (event.getCode() == KeyCode.L && event.isShortcutDown()) {
          list.setVisible(false);
        }
      }
    }
  }

  private void move(KeyEvent event, boolean open, int step) {
    if (!open) {
      open(matching.apply(""));
    }
    if (list.isVisible()) {
      int next = list.getSelectionModel().getSelectedIndex() + step;
      list.getSelectionModel().select(Math.clamp(next, 0, list.getItems().size() - 1));
      list.scrollTo(list.getSelectionModel().getSelectedIndex());
    }
    event.consume();
  }

  private void open(List<String> found) {
    list.getItems().setAll(found);
    list.getSelectionModel().clearSelection();
    boolean same = found.size() == 1 && found.getFirst().equals(field.getText());
    list.setVisible(!found.isEmpty() && !same && list.getParent() != null);
    if (!list.isVisible()) {
      return;
    }
    Bounds bounds = list.getParent().sceneToLocal(field.localToScene(field.getBoundsInLocal()));
    double row = field.getHeight() * 0.85;
    double height = row * Math.min(ROWS, found.size()) + 12;
    list.setFixedCellSize(row);
    list.resizeRelocate(bounds.getMinX(), bounds.getMaxY() + 4, bounds.getWidth(), height);
    list.toFront();
  }

  private void take() {
    String chosen = list.getSelectionModel().getSelectedItem();
    list.setVisible(false);
    if (chosen != null) {
      field.setText(chosen);
      field.positionCaret(chosen.length());
      field.requestFocus();
    }
  }
}
