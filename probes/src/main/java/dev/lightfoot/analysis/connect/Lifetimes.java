package dev.lightfoot.analysis.connect;

import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRun;
import dev.lightfoot.analysis.measured.MeasuredSnapshot;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// How long the addresses of hosts may be kept. A resolver says of what it kept only how much time
/// is left, which counts down: what a name's own lifetime is shows when the resolver had to ask
/// anew between two runs. Where that was not seen it is not known.
final class Lifetimes {
  /// Remaining times are whole seconds.
  private static final long ROUNDING = 2;

  private final Map<String, Seen> byHost = new HashMap<>();

  /// @param at when that was seen which ends first
  /// @param left what was left then
  /// @param longest of all that were seen
  /// @param renewed whether it did not only count down
  private record Seen(OffsetDateTime at, long left, long longest, boolean renewed) {
    Seen then(OffsetDateTime now, long leftNow) {
      long passed = Duration.between(at, now).toSeconds();
      boolean again = leftNow + passed >= left + ROUNDING;
      boolean sooner = now.plusSeconds(leftNow).isBefore(at.plusSeconds(left));
      long most = Math.max(longest, leftNow);
      return sooner
          ? new Seen(now, leftNow, most, renewed || again)
          : new Seen(at, left, most, renewed || again);
    }
  }

  static Lifetimes of(MeasuredSnapshot facts) {
    Lifetimes lifetimes = new Lifetimes();
    for (MeasuredRun run : facts.runs()) {
      for (MeasuredExchange exchange : run.exchanges()) {
        Resolution.lifetime(exchange.exchange().dns())
            .ifPresent(left -> lifetimes.add(exchange.host(), run.run().startedAt(), left));
      }
    }
    return lifetimes;
  }

  private void add(String host, OffsetDateTime at, long left) {
    byHost.merge(host, new Seen(at, left, left, false), (seen, _) -> seen.then(at, left));
  }

  /// Empty where it is not known.
  OptionalLong seconds(String host) {
    Seen seen = byHost.get(host);
    return seen == null || !seen.renewed() ? OptionalLong.empty() : OptionalLong.of(seen.longest());
  }
}
