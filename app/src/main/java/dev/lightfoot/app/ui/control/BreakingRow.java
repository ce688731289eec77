package dev.lightfoot.app.ui.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// A row that breaks into lines where its width does not hold all of it: with large text, what
/// stands at the right goes below instead of squeezing what stands at the left.
///
/// Nothing in it gets less than it wants, but what grows: that is broken off where it would get
/// less than its least. Two lines are better than three: what would stand alone in a third one, or
/// in a first one, goes beside what grows.
public final class BreakingRow extends Pane {
  private final double gap;
  private final VPos side;
  private final Map<Node, DoubleSupplier> growing = new HashMap<>();
  private boolean apart;

  /// Nodes that stand beside each other.
  private record Line(List<Node> nodes, List<Double> widths) {}

  /// @param gap between two of its nodes, and between two lines
  /// @param side where the lower ones of a line stand in it
  public BreakingRow(double gap, VPos side, Node... nodes) {
    this.gap = gap;
    this.side = side;
    getChildren().addAll(nodes);
  }

  /// Lets a node take what the others of its line leave.
  ///
  /// @param least below this width the others go to lines of their own
  public BreakingRow growing(Node node, DoubleSupplier least) {
    growing.put(node, least);
    return this;
  }

  /// Where it breaks, what grows has a line of its own.
  public BreakingRow apart() {
    apart = true;
    return this;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = getInsets().getLeft() + getInsets().getRight() - gap;
    for (Node node : getManagedChildren()) {
      width += Math.ceil(node.prefWidth(-1)) + gap;
    }
    return Math.max(0, width);
  }

  @Override
  protected double computeMinHeight(double width) {
    return height(width, true);
  }

  @Override
  protected double computePrefHeight(double width) {
    return height(width, false);
  }

  private double height(double width, boolean least) {
    double height = getInsets().getTop() + getInsets().getBottom() - gap;
    for (Line line : lines(width < 0 ? Double.MAX_VALUE : width)) {
      height += height(line, least) + gap;
    }
    return Math.max(0, height);
  }

  private static double height(Line line, boolean least) {
    double height = 0;
    for (int i = 0; i < line.nodes().size(); i++) {
      Node node = line.nodes().get(i);
      double width = line.widths().get(i);
      height = Math.max(height, least ? node.minHeight(width) : wanted(node, width));
    }
    return Math.ceil(height);
  }

  private static double wanted(Node node, double width) {
    return Math.min(node.prefHeight(width), node.maxHeight(width));
  }

  private List<Line> lines(double width) {
    double room = width - getInsets().getLeft() - getInsets().getRight();
    List<Node> all = getManagedChildren();
    double needed = all.stream().mapToDouble(node -> least(node) + gap).sum() - gap;
    List<List<Node>> lines = new ArrayList<>();
    double used = 0;
    boolean alone = false;
    for (Node node : all) {
      double least = least(node);
      boolean own = apart && needed > room && growing.containsKey(node);
      if (lines.isEmpty() || own || alone || used + gap + least > room) {
        lines.add(new ArrayList<>());
        used = -gap;
      }
      lines.getLast().add(node);
      used += gap + least;
      alone = own;
    }
    fold(lines, room);
    return lines.stream().map(line -> fill(line, room)).toList();
  }

  /// What would stand in a third line, or alone in a first one, goes beside what grows, where there
  /// is room for it.
  private void fold(List<List<Node>> lines, double room) {
    if (lines.size() < 3) {
      return;
    }
    List<Node> first = lines.getFirst();
    if (!grows(first) && grows(lines.get(1)) && hold(first, lines.get(1), room)) {
      first.addAll(lines.remove(1));
      return;
    }
    List<Node> last = lines.getLast();
    if (grows(last)) {
      return;
    }
    for (List<Node> line : lines.subList(0, lines.size() - 1)) {
      if (grows(line) && hold(line, last, room)) {
        line.addAll(last);
        lines.removeLast();
        return;
      }
    }
  }

  private boolean grows(List<Node> line) {
    return line.stream().anyMatch(growing::containsKey);
  }

  private boolean hold(List<Node> line, List<Node> other, double room) {
    double least =
        Stream.concat(line.stream(), other.stream()).mapToDouble(n -> least(n) + gap).sum();
    return least - gap <= room;
  }

  private double least(Node node) {
    DoubleSupplier least = growing.get(node);
    return least == null ? Math.ceil(node.prefWidth(-1)) : least.getAsDouble();
  }

  /// What is left of a line goes to those that grow, in equal parts.
  private Line fill(List<Node> nodes, double room) {
    double rest = room + gap;
    int grow = 0;
    for (Node node : nodes) {
      rest -= gap;
      if (growing.containsKey(node)) {
        grow++;
      } else {
        rest -= least(node);
      }
    }
    List<Double> widths = new ArrayList<>();
    for (Node node : nodes) {
      double width = growing.containsKey(node) ? Math.floor(rest / grow) : least(node);
      widths.add(Math.max(0, Math.min(width, room)));
    }
    return new Line(List.copyOf(nodes), widths);
  }

  /// Between its least and its usual height each line gives as much as the others.
  @Override
  protected void layoutChildren() {
    List<Line> lines = lines(getWidth());
    double least = height(getWidth(), true);
    double usual = height(getWidth(), false);
    double part = usual > least ? Math.clamp((getHeight() - least) / (usual - least), 0, 1) : 1;
    Insets insets = getInsets();
    double top = insets.getTop();
    if (lines.size() == 1) {
      place(lines.getFirst(), top, getHeight() - top - insets.getBottom());
      return;
    }
    for (Line line : lines) {
      double low = height(line, true);
      double height = Math.rint(low + part * (height(line, false) - low));
      place(line, top, height);
      top += height + gap;
    }
  }

  private void place(Line line, double top, double height) {
    double left = getInsets().getLeft();
    for (int i = 0; i < line.nodes().size(); i++) {
      Node node = line.nodes().get(i);
      double width = line.widths().get(i);
      double own = Math.min(height, Math.ceil(wanted(node, width)));
      double down = side == VPos.CENTER ? Math.rint((height - own) / 2) : 0;
      node.resizeRelocate(left, top + down, width, side == VPos.BOTTOM ? height : own);
      left += width + gap;
    }
  }
}
