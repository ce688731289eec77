package dev.lightfoot.analysis.compare.match;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.model.Run;
import java.util.OptionalLong;

/// The event of a run that its times are measured from. What lies before it does not count: of a
/// phase, or of a request on a page's critical path, only what comes after it.
public sealed interface Origin {
  /// The start of the run.
  Origin START = new Start();

  /// The first byte of the response to the run's first request.
  Origin FIRST_BYTE = new FirstByte();

  /// When that event is in that run, in nanoseconds from the run's start; empty where the run has
  /// no such event.
  static OptionalLong in(Run run, Origin origin) {
    return ComparedRun.instant(run, RedirectChain.of(run), origin);
  }

  /// See [Origin#START].
  record Start() implements Origin {}

  /// See [Origin#FIRST_BYTE].
  record FirstByte() implements Origin {}

  /// When the request of that URL was made: of several the first, of none one whose URL differs in
  /// a hash or in its host.
  record Request(String url) implements Origin {}
}
