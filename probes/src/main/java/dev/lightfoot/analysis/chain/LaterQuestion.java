package dev.lightfoot.analysis.chain;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Late;
import dev.lightfoot.model.PhaseTiming;
import java.util.List;
import java.util.Optional;

/// Of the two questions for a name (A and AAAA), which wait for nothing of each other, one is sent
/// when this computer has time for it. Where its answer ends the phase, the phase is longer by how
/// much later it was sent, as far as it then ends after the answer to the first.
final class LaterQuestion {
  private LaterQuestion() {}

  /// By how much the phase would have ended earlier, as the stretch before its end; empty where
  /// anything else was asked: a question put again was waited for.
  static Optional<Late> of(Exchange hop, PhaseTiming.Measured dns) {
    List<DnsQuery> asked = hop.dns();
    if (asked.size() != 2 || !isPair(asked.getFirst(), asked.getLast())) {
      return Optional.empty();
    }
    boolean inOrder = asked.getFirst().startNanos() <= asked.getLast().startNanos();
    DnsQuery first = inOrder ? asked.getFirst() : asked.getLast();
    DnsQuery second = inOrder ? asked.getLast() : asked.getFirst();
    long end = end(second);
    long from = Math.max(end(first), first.startNanos() + second.durationNanos());
    boolean ends =
        end <= dns.startNanos() + dns.durationNanos() && second.startNanos() < end(first);
    return ends && from < end ? Optional.of(new Late(from, end - from)) : Optional.empty();
  }

  private static boolean isPair(DnsQuery one, DnsQuery other) {
    return one.name().equals(other.name())
        && !one.type().equals(other.type())
        && one.rcode().isPresent()
        && other.rcode().isPresent();
  }

  private static long end(DnsQuery query) {
    return query.startNanos() + query.durationNanos();
  }
}
