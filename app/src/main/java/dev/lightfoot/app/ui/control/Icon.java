package dev.lightfoot.app.ui.control;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/// Line icons on a grid of 22 × 22, drawn for this program. Their colour comes from the style
/// sheet.
public enum Icon {
  PROBE("M2 11h4l3-7 4 14 3-7h4"),
  PAGE("M3 4.500h9M6 4.500v13.500M6 9h9M6 13.500h6M6 18h13"),
  STACK(
      "M11 3l8.500 4.500-8.500 4.500-8.500-4.500zM2.500 11.500l8.500 4.500 8.500-4.500M2.500"
          + " 15.500l8.500 4.500 8.500-4.500"),
  FINDINGS(
      "M9.500 3a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13M14.200 14.200l5 5M9.500"
          + " 6.300v3.900M9.500 12.500v.2"),
  COMPARE("M8 3.500v15M14 3.500v15M3 8h5M3 14h5M14 8h5M14 14h5"),
  SWAP("M4 8h13M14 5l3 3-3 3M18 14h-13M8 11l-3 3 3 3"),
  LOGS("M5 2.500h8.500l4 4v13h-12.500zM13 2.500v4.500h4.500M8 11h6.500M8 14.500h6.500"),
  TRACE("M3 4.500h9M6 9h8M9 13.500h10M12 18h5"),
  HISTORY("M11 3a8 8 0 1 0 0 16a8 8 0 1 0 0-16M11 6.5v4.8l3 2"),
  SETTINGS(
      "M3 7h9M16 7h3M3 15h3M10 15h9M12 7a2 2 0 1 0 4 0a2 2 0 1 0-4 0M6 15a2 2 0 1 0 4 0a2 2 0 1 0-4"
          + " 0"),
  LINK(
      "M9 13a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L11 6M13 9a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7"
          + " 5.7L11 16"),
  FILE(
      "M3 5.5a1.5 1.5 0 0 1 1.5-1.5h4l2 2.5h7a1.5 1.5 0 0 1 1.5 1.5v8.500a1.500 1.500 0 0 1-1.500"
          + " 1.500h-13a1.500 1.500 0 0 1-1.500-1.500zM11 15v-5.500M8.500 11.500l2.500-2.500 2.500"
          + " 2.500"),
  BOOK("M4 3.500h14v15h-14zM8 3.500v15M11 8h4M11 11.500h4"),
  CHECK("M4 11.500l4.500 4.500 9.500-10"),
  CROSS("M5.500 5.500l11 11M16.500 5.500l-11 11"),
  DASH("M6 11h10"),
  WARNING("M11 3.500l8.500 15h-17zM11 9v4.500M11 15.500v1"),
  FAILED("M11 2.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 1 0 0-17M8 8l6 6M14 8l-6 6"),
  DOWN("M11 4v14M6.500 13.500l4.500 4.500 4.500-4.500"),
  EDIT("M4 18l1-4 10-10 3 3-10 10zM13 6l3 3"),
  DELETE("M4 6.500h14M8.500 6.500v-2.500h5v2.500M6 6.500l1 12h8l1-12M9.500 10v5M12.500 10v5");

  private static final double GRID = 22;

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /// The icon at its natural size; `styles` such as `accent` choose its colour.
  public Node node(String... styles) {
    return node(1, styles);
  }

  /// The icon at a part of its natural size.
  public Node node(double scale, String... styles) {
    SVGPath shape = new SVGPath();
    shape.setContent(path);
    shape.getStyleClass().add("icon");
    shape.getStyleClass().addAll(styles);
    shape.setScaleX(scale);
    shape.setScaleY(scale);
    // Holds the whole grid, so that icons of different shapes stand on the same line.
    Rectangle box = new Rectangle(GRID, GRID);
    box.setOpacity(0);
    Group group = new Group(box, shape);
    if (scale != 1) {
      box.setScaleX(scale);
      box.setScaleY(scale);
    }
    group.setMouseTransparent(true);
    return group;
  }
}
