package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.chart.LayerCell;
import dev.lightfoot.app.ui.chart.paint.DrawnText;
import dev.lightfoot.app.ui.chart.paint.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Looks for what has no room in a window: texts that overlap, texts that are cut, controls that
/// nothing leads to.
final class Room {
  /// Letters may touch: a line box is a little higher than what is drawn in it.
  private static final double TOUCH = 1.5;

  /// So much of a table must be seen, in rows of text: its heads and one row.
  private static final double LEAST_TABLE = 3;

  private final List<Placed> texts = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Bounds window;

  /// A text and where it can be seen in the window.
  private record Placed(String text, Bounds bounds) {}

  private Room(Node root) {
    window = root.getLayoutBounds();
  }

  /// What has no room, in words; to be called on the window's thread.
  static List<String> faults(Parent root) {
    Room room = new Room(root);
    // An open sheet hides what lies under it.
    Node front = root.getChildrenUnmodifiable().stream().filter(Node::isVisible).toList().getLast();
    room.visit(front, room.window);
    room.overlaps();
    return List.copyOf(room.faults);
  }

  private void visit(Node node, Bounds seen) {
    if (!node.isVisible() || node.getOpacity() == 0 || node instanceof ScrollBar) {
      return;
    }
    check(node, seen);
    Bounds inside = clipped(node, seen);
    if (node instanceof Surface surface) {
      surface.texts().forEach(text -> drawn(surface, text, inside));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> visit(child, inside));
    }
  }

  private void check(Node node, Bounds seen) {
    if (node instanceof Text text && !text.getText().isBlank()) {
      place(text.getText(), onScreen(text), seen);
    }
    if (node instanceof Labeled labeled && !mayBeCut(labeled)) {
      whole(labeled);
    }
    if (node instanceof Control
        && node.isFocusTraversable()
        && !(node.getParent() instanceof Spinner<?>)) {
      reached(node);
    }
    if (node instanceof TableView<?> table) {
      table(table, seen);
    }
    if (node instanceof TabPane tabs) {
      tabs(tabs);
    }
  }

  /// What a cell of words or of an address holds can be longer than any column; its tooltip and a
  /// copy have it whole. Layers are few, and their column is made for them; words in the place of a
  /// bar leave out what has no room.
  private static boolean mayBeCut(Labeled labeled) {
    return labeled.getTooltip() != null
        || (labeled instanceof TableCell<?, ?> cell
            && !(cell instanceof LayerCell<?>)
            && !cell.getStyleClass().contains("bars")
            && !cell.getStyleClass().contains("numeric"));
  }

  private void whole(Labeled labeled) {
    for (Node child : labeled.getChildrenUnmodifiable()) {
      if (child instanceof Text text
          && text.isVisible()
          && labeled.getText() != null
          && !text.getText().equals(labeled.getText())) {
        faults.add("cut: “" + text.getText() + "” of “" + labeled.getText() + "”");
      }
    }
  }

  private void place(String text, Bounds bounds, Bounds seen) {
    double left = Math.max(bounds.getMinX(), seen.getMinX());
    double top = Math.max(bounds.getMinY(), seen.getMinY());
    double width = Math.min(bounds.getMaxX(), seen.getMaxX()) - left;
    double height = Math.min(bounds.getMaxY(), seen.getMaxY()) - top;
    if (width > 0 && height > 0) {
      texts.add(new Placed(text, new BoundingBox(left, top, width, height)));
    }
  }

  private void drawn(Surface surface, DrawnText text, Bounds seen) {
    Bounds at = surface.localToScene(text.bounds());
    Bounds chart = onScreen(surface);
    if (at.getMaxX() > chart.getMaxX() + TOUCH || at.getMinX() < chart.getMinX() - TOUCH) {
      faults.add("drawn beyond its chart: “" + text.text() + "”" + at(at));
    }
    if (text.text().endsWith("…") && text.text().length() < 3) {
      faults.add("nothing left of a text but “" + text.text() + "”" + at(at));
    }
    if (!text.text().isBlank()) {
      place(text.text(), at, seen);
    }
  }

  /// The part of a node that its own clip leaves of what is seen of its parent.
  private static Bounds clipped(Node node, Bounds seen) {
    Node clip = node.getClip();
    boolean cuts = clip != null || node instanceof Surface;
    if (!cuts) {
      return seen;
    }
    Bounds own =
        node.localToScene(clip == null ? node.getLayoutBounds() : clip.getBoundsInParent());
    double left = Math.max(own.getMinX(), seen.getMinX());
    double top = Math.max(own.getMinY(), seen.getMinY());
    return new BoundingBox(
        left,
        top,
        Math.max(0, Math.min(own.getMaxX(), seen.getMaxX()) - left),
        Math.max(0, Math.min(own.getMaxY(), seen.getMaxY()) - top));
  }

  private static Bounds onScreen(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private static String at(Bounds bounds) {
    return String.format(
        Locale.ROOT,
        " at %.0f,%.0f %.0f×%.0f",
        bounds.getMinX(),
        bounds.getMinY(),
        bounds.getWidth(),
        bounds.getHeight());
  }

  /// Follows a control outwards: at each step it must lie where it is seen or can be scrolled to.
  private void reached(Node control) {
    Bounds at = onScreen(control);
    boolean across = true;
    boolean down = true;
    for (Node each = control.getParent(); each != null; each = each.getParent()) {
      if (each instanceof VirtualFlow<?>) {
        return;
      }
      if (each instanceof ScrollPane pane) {
        Bounds view = onScreen(pane);
        down &= pane.getVbarPolicy() == ScrollPane.ScrollBarPolicy.NEVER;
        across &= pane.getHbarPolicy() == ScrollPane.ScrollBarPolicy.NEVER;
        outside(control, at, view, across, down);
      } else if (each instanceof TabPane) {
        outside(control, at, onScreen(each), across, down);
      }
    }
    outside(control, at, window, across, down);
  }

  private void outside(Node control, Bounds at, Bounds view, boolean across, boolean down) {
    boolean beside = at.getMinX() < view.getMinX() - 1 || at.getMaxX() > view.getMaxX() + 1;
    boolean below = at.getMinY() < view.getMinY() - 1 || at.getMaxY() > view.getMaxY() + 1;
    if ((across && beside) || (down && below)) {
      faults.add("out of reach: " + named(control) + at(at) + " of" + at(view));
    }
  }

  private static String named(Node node) {
    String text = node instanceof Labeled labeled ? labeled.getText() : node.getAccessibleText();
    return node.getClass().getSimpleName() + " " + node.getId() + " “" + text + "”";
  }

  private void table(TableView<?> table, Bounds seen) {
    double rows = LEAST_TABLE * Math.max(12, table.getFixedCellSize() * 0.5);
    double shown =
        Math.min(onScreen(table).getMaxY(), seen.getMaxY())
            - Math.max(onScreen(table).getMinY(), seen.getMinY());
    if (table.getHeight() < rows || (shown <= 0 && !scrolls(table))) {
      faults.add("no room for a row: " + named(table) + at(onScreen(table)));
    }
    // A column that no row fills takes room from the others.
    if (!table.getItems().isEmpty()) {
      table.getVisibleLeafColumns().stream()
          .filter(column -> column.getWidth() < 4)
          .forEach(column -> faults.add("no width: column " + column.getText()));
    }
  }

  private static boolean scrolls(Node node) {
    for (Node each = node.getParent(); each != null; each = each.getParent()) {
      if (each instanceof ScrollPane) {
        return true;
      }
    }
    return false;
  }

  /// Tabs that have no room go into a menu; a window of this size needs none.
  private void tabs(TabPane pane) {
    Node headers = pane.lookup(".headers-region");
    Node area = pane.lookup(".tab-header-area");
    if (headers instanceof Region region
        && area instanceof Region room
        && region.prefWidth(-1) > room.getWidth()
        && pane.lookup(".control-buttons-tab") == null) {
      faults.add(
          "tabs out of reach: "
              + pane.getTabs().stream().map(Tab::getText).collect(Collectors.joining(", ")));
    }
  }

  private void overlaps() {
    for (int i = 0; i < texts.size(); i++) {
      for (int j = i + 1; j < texts.size(); j++) {
        Bounds one = texts.get(i).bounds();
        Bounds other = texts.get(j).bounds();
        double across =
            Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double down =
            Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        double least = Math.min(one.getHeight(), other.getHeight());
        if (across > TOUCH && down > Math.max(TOUCH, 0.25 * least)) {
          faults.add(
              "overlap: “"
                  + texts.get(i).text()
                  + "”"
                  + at(one)
                  + " and “"
                  + texts.get(j).text()
                  + "”"
                  + at(other));
        }
      }
    }
  }
}
