package dev.lightfoot.app.ui.control;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Pages that fill their window, and scroll where it is lower than they can be.
public final class ScrollPages {
  private ScrollPages() {}

  /// A page as wide as its place, which is scrolled up and down only.
  public static ScrollPane of(Region content) {
    ScrollPane pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setFitToHeight(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setFocusTraversable(false);
    pane.setMinSize(0, 0);
    VBox.setVgrow(pane, Priority.ALWAYS);
    return pane;
  }
}
