package dev.lightfoot.analysis.stack;

import java.util.Optional;

/// What a row of a [Stack] shows: a fact, not a text. The reports name it.
public sealed interface RowLabel {

  /// The client's wait for a first byte.
  ///
  /// @param url what it asked for; empty where the run has one hop only
  record ClientWait(Optional<String> url) implements RowLabel {}

  /// The half of calls that the called database or cache recorded itself.
  ///
  /// @param system as OpenTelemetry names it: `postgresql`; empty where its log does not say
  record OwnLog(Optional<String> system) implements RowLabel {}

  /// What has a name of its own: a server, a span, a statement in short such as `SELECT supplier`.
  record Named(String name) implements RowLabel {}
}
