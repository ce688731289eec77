package dev.lightfoot.devtools;

import dev.lightfoot.devtools.netlog.NetLog;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.span.Evidence;

/// What holds for all requests of a run.
///
/// @param clock the browser's clock
/// @param evidence measured where the browser was driven by us, imported where a file is read
/// @param end when events were no longer taken, from the start of the run
/// @param netLog what the browser noted of its network meanwhile
record Circumstances(EventClock clock, Evidence evidence, long end, NetLog netLog) {
  /// Whether the browser was driven by us.
  boolean isDriven() {
    return evidence == Evidence.MEASURED;
  }

  /// Who noted the instants, as an exchange names it.
  String source() {
    return isDriven() ? Exchange.BROWSER : Exchange.IMPORTED;
  }
}
