package dev.lightfoot.codec.har.write;

import dev.lightfoot.codec.har.TimingsDraft;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import java.util.List;
import java.util.Optional;

/// The timings of an exchange as HAR 1.2 has them, in nanoseconds; -1 where a phase did not take
/// place.
///
/// @param waiting `wait`, a name that Java keeps for itself
/// @param connect with `ssl`, and with CONNECT to a proxy
record HarTimings(
    long blocked, long dns, long connect, long ssl, long send, long waiting, long receive) {
  private static final long NONE = -1;

  static HarTimings of(Exchange exchange) {
    Optional<Long> quic = EntryWriter.nanos(exchange, Phase.QUIC);
    return new HarTimings(
        sum(exchange, Phase.BLOCKED),
        sum(exchange, Phase.DNS),
        sum(exchange, Phase.TCP, Phase.PROXY, Phase.TLS, Phase.QUIC),
        quic.orElseGet(() -> sum(exchange, Phase.TLS)),
        Math.max(0, sum(exchange, Phase.SEND)),
        Math.max(0, sum(exchange, Phase.WAIT)),
        Math.max(0, sum(exchange, Phase.RECEIVE)));
  }

  private static long sum(Exchange exchange, Phase... phases) {
    List<Long> lengths =
        List.of(phases).stream()
            .flatMap(phase -> EntryWriter.nanos(exchange, phase).stream())
            .toList();
    return lengths.isEmpty() ? NONE : lengths.stream().mapToLong(Long::longValue).sum();
  }

  /// `time` by the rule of HAR 1.2: all but `ssl`, which lies within `connect`.
  long sum() {
    return Math.max(0, blocked)
        + Math.max(0, dns)
        + Math.max(0, connect)
        + send
        + waiting
        + receive;
  }

  void write(HarSink json) {
    one(json, TimingsDraft.BLOCKED, blocked);
    one(json, TimingsDraft.DNS, dns);
    one(json, TimingsDraft.CONNECT, connect);
    one(json, TimingsDraft.SSL, ssl);
    one(json, TimingsDraft.SEND, send);
    one(json, TimingsDraft.WAIT, waiting);
    one(json, TimingsDraft.RECEIVE, receive);
  }

  private static void one(HarSink json, String name, long nanos) {
    if (nanos < 0) {
      json.number(name, NONE);
    } else {
      json.millis(name, nanos);
    }
  }
}
