package dev.lightfoot.app.ui.chart;

/// What a chart of spans says of each, by its position in the tree. Without secrets.
public interface SpanLabels {
  /// What was done.
  String name(int span);

  /// Which service did it; empty where nobody says.
  String service(int span);

  /// How long it took, without the unit.
  String duration(int span);

  /// All of it as one sentence: the same for the eye and the ear.
  String spoken(int span);
}
