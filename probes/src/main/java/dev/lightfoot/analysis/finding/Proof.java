package dev.lightfoot.analysis.finding;

import java.util.Optional;

/// One thing that shows a finding, to be opened where it is.
public sealed interface Proof {

  /// A span that a server recorded.
  ///
  /// @param traceId empty where its source names no trace
  /// @param spanId as [dev.lightfoot.model.span.Span#spanId()]
  record OfSpan(Optional<String> traceId, String spanId) implements Proof {}

  /// A request that the client made.
  ///
  /// @param run position in the snapshot
  /// @param exchange position in the run
  record OfExchange(int run, int exchange) implements Proof {}

  /// A line of a file.
  ///
  /// @param file as it was named when it was read
  /// @param line 1 on
  record OfLine(String file, long line) implements Proof {}
}
