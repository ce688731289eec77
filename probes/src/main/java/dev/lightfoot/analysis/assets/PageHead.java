package dev.lightfoot.analysis.assets;

import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRun;
import dev.lightfoot.model.Phase;
import java.util.OptionalLong;

/// When the first bytes of a page's document were there: what its head names could be asked for
/// from then on.
final class PageHead {
  private PageHead() {}

  static OptionalLong nanos(MeasuredRun run) {
    return run.document().map(PageHead::nanos).orElse(OptionalLong.empty());
  }

  private static OptionalLong nanos(MeasuredExchange document) {
    OptionalLong body = document.exchange().marks().bodyFirstByteNanos();
    return body.isPresent() ? body : document.end(Phase.WAIT);
  }
}
