package dev.lightfoot.app.ui.control;

import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Two panels beside each other, the right one wider; below 66 em of width one under the other.
public final class PairLayout extends Region {
  private static final double NARROW = 66;
  private static final double LEFT_PART = 0.42;
  private static final double GAP = 0.65;

  private final ObservableDoubleValue em;
  private final Region left;
  private final Region right;

  public PairLayout(ObservableDoubleValue em, Region left, Region right) {
    this.em = em;
    this.left = left;
    this.right = right;
    getChildren().addAll(left, right);
    em.subscribe(_ -> requestLayout());
  }

  private double gap() {
    return Math.rint(GAP * em.get());
  }

  private double leftWidth(double width) {
    return narrow(width) ? width : Math.rint((width - gap()) * LEFT_PART);
  }

  private double rightWidth(double width) {
    return narrow(width) ? width : width - gap() - leftWidth(width);
  }

  private boolean narrow(double width) {
    return width < NARROW * em.get();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (!narrow(width)) {
      left.resizeRelocate(0, 0, leftWidth(width), height);
      right.resizeRelocate(leftWidth(width) + gap(), 0, rightWidth(width), height);
      return;
    }
    double below = Math.ceil(right.minHeight(width));
    double above =
        Math.max(Math.ceil(left.minHeight(width)), height - gap() - right.prefHeight(width));
    left.resizeRelocate(0, 0, width, Math.rint(above));
    double top = Math.rint(above) + gap();
    right.resizeRelocate(0, top, width, Math.max(below, height - top));
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
  protected double computeMinHeight(double width) {
    double first = Math.ceil(left.minHeight(leftWidth(width)));
    double second = Math.ceil(right.minHeight(rightWidth(width)));
    return narrow(width) ? first + gap() + second : Math.max(first, second);
  }

  @Override
  protected double computePrefHeight(double width) {
    double first = Math.ceil(left.prefHeight(leftWidth(width)));
    double second = Math.ceil(right.prefHeight(rightWidth(width)));
    return narrow(width) ? first + gap() + second : Math.max(first, second);
  }
}
