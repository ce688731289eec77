package dev.lightfoot.report.layout.page;

/// One line of a shown waterfall, from top to bottom.
public sealed interface PageLine {

  /// The head of a group.
  ///
  /// @param index in [PageView#groups()]
  record Group(int index) implements PageLine {}

  /// A request.
  ///
  /// @param row index in [PageWaterfall#rows()]
  record Request(int row) implements PageLine {}

  /// The head of the connections.
  record Connections() implements PageLine {}

  /// A connection.
  ///
  /// @param index in [PageWaterfall#lanes()]
  record Lane(int index) implements PageLine {}
}
