package dev.lightfoot.app.ui.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// What the frame knows of a screen.
public interface ScreenView {

  /// What is shown.
  Region root();

  /// An empty place below the bar at the top, for a sentence that the frame has to say.
  Pane notices();

  /// Where the focus goes when the screen comes to the front.
  Node start();

  /// The first focusable node of each region, in the order F6 visits them.
  List<Node> regions();

  /// Where Ctrl L leads; the start where that is the address.
  default Node address() {
    return start();
  }

  /// Where Ctrl F leads; the start where there is no filter.
  default Node filter() {
    return start();
  }
}
