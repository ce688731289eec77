package dev.lightfoot.app.ui.workspace.log;

import dev.lightfoot.model.span.Span;
import java.util.Optional;

/// Whether spans that come one by one are all of one trace.
final class OneTrace {
  private Optional<String> first = Optional.empty();
  private boolean others;

  void add(Span span) {
    if (others) {
      return;
    }
    Optional<String> id = span.traceId().filter(each -> !each.isEmpty());
    others = id.isEmpty() || (first.isPresent() && !first.equals(id));
    first = id;
  }

  /// The id of that trace; empty where there was none, or more than one.
  Optional<String> id() {
    return others ? Optional.empty() : first;
  }
}
