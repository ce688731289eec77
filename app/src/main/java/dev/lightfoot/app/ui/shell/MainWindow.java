package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.control.ScreenView;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.tour.TourBar;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The frame: rail, the screen in front with its notice, status line, and dialogs above all of it.
final class MainWindow extends StackPane {
  private final Map<Screen, Supplier<ScreenView>> screens;
  private final Map<Screen, ScreenView> made = new EnumMap<>(Screen.class);
  private final Rail rail;
  private final Workspace workspace;
  private final Sheets sheets;
  private final TourBar tour;
  private final StackPane front = new StackPane();
  private final NoticeBar notice;

  MainWindow(
      Workspace workspace,
      Rail rail,
      Map<Screen, Supplier<ScreenView>> screens,
      NoticeBar notice,
      BorderPane frame,
      TourBar tour,
      Sheets sheets) {
    this.notice = notice;
    this.workspace = workspace;
    this.screens = screens;
    this.sheets = sheets;
    this.tour = tour;
    this.rail = rail;
    // The content comes before the rail, so that Tab visits it first.
    // A screen that needs more than the window has is cut at its right.
    front.setAlignment(Pos.TOP_LEFT);
    front.setMinSize(0, 0);
    frame.setMinSize(0, 0);
    VBox.setVgrow(front, Priority.ALWAYS);
    frame.setCenter(new VBox(front, tour));
    frame.setLeft(rail);
    frame.setBottom(new StatusLine(workspace.statusProperty()));
    getChildren().setAll(frame, sheets.layer());
    workspace.screenProperty().subscribe(this::bringToFront);
  }

  /// The screen in front.
  ScreenView current() {
    return view(workspace.screenProperty().get());
  }

  ScreenView view(Screen screen) {
    return made.computeIfAbsent(screen, this::make);
  }

  private ScreenView make(Screen screen) {
    Supplier<ScreenView> maker = screens.get(screen);
    if (maker == null) {
      throw new IllegalArgumentException("no such screen: " + screen);
    }
    return maker.get();
  }

  Sheets sheets() {
    return sheets;
  }

  /// A screen is built when it is first wanted: until then it costs no controls, style or layout.
  private void bringToFront(Screen screen) {
    Node wanted = view(screen).root();
    if (!front.getChildren().contains(wanted)) {
      front.getChildren().add(wanted);
      wanted.applyCss(); // what scrolls has its content from then on, and can give it the focus
    }
    front.getChildren().forEach(each -> each.setVisible(each.equals(wanted)));
    view(screen).notices().getChildren().setAll(notice);
    current().start().requestFocus();
  }

  /// Moves the focus to the next region: the parts of the screen in front, then the rail.
  void focusNextRegion() {
    List<Node> regions = new ArrayList<>();
    for (Node region : current().regions()) {
      if (reachable(region)) {
        regions.add(region);
      }
    }
    if (reachable(tour)) {
      regions.add(tour.first());
    }
    regions.add(rail.entry(workspace.screenProperty().get()));
    int at = -1;
    Node focused = getScene().getFocusOwner();
    for (int i = 0; i < regions.size(); i++) {
      if (within(focused, regions.get(i))) {
        at = i;
      }
    }
    regions.get((at + 1) % regions.size()).requestFocus();
  }

  private static boolean reachable(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible() || each.isDisabled()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  private static boolean within(@Nullable Node node, Node region) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.equals(region)) {
        return true;
      }
    }
    Parent parent = region.getParent();
    return node != null && parent != null && parent.equals(node.getParent());
  }
}
