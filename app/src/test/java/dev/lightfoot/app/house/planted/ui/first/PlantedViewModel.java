package dev.lightfoot.app.house.planted.ui.first;

import dev.lightfoot.app.house.planted.ui.second.PlantedScreen;
import javafx.scene.Node;

/// A view model that holds a node and knows another screen: the rules have to catch it.
public record PlantedViewModel(Node node, PlantedScreen other) {
  /// Shows the node.
  public void show() {
    node.setVisible(true);
  }
}
