package dev.lightfoot.probe.dns;

import dev.lightfoot.probe.dns.system.DnsLimits;
import dev.lightfoot.probe.trace.ExchangeTrace;
import java.time.Duration;
import org.xbill.DNS.Message;

/// Carries one question to a resolver and its answer back, and notes every attempt on the exchange.
interface DnsTransport {

  /// The answer to one question.
  ///
  /// @throws DnsFailure where no usable answer comes before the deadline
  Reply ask(Message query, Deadline deadline, ExchangeTrace trace) throws DnsFailure;

  /// What a resolution that asks here may take.
  default Duration limit() {
    return DnsLimits.TOTAL;
  }

  /// Who is asked, for people.
  String description();

  /// An answer and the round trips it took.
  ///
  /// @param arrived when its last byte was there, raw nanoTime
  record Reply(Message message, int trips, String server, long arrived) {
    Reply withTrips(int all) {
      return new Reply(message, all, server, arrived);
    }
  }
}
