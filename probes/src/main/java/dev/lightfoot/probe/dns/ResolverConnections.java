package dev.lightfoot.probe.dns;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.PhaseTiming.Reason;
import dev.lightfoot.model.Phases;
import dev.lightfoot.model.ResolverConnection;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Failure;
import dev.lightfoot.probe.trace.Mark;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Turns the notes on a connection to a resolver into its phases.
final class ResolverConnections {
  private final ExchangeTrace trace;
  private final long later;
  private final Map<Phase, PhaseTiming> phases = new EnumMap<>(Phase.class);

  private ResolverConnections(ExchangeTrace trace, long startNanos) {
    this.trace = trace;
    this.later = startNanos - trace.at(Mark.DNS_START).orElse(trace.at(Mark.TCP_START).orElse(0));
  }

  /// A TCP connection that was made in that time.
  static ResolverConnection tcp(String address, long startNanos, long endNanos) {
    PhaseTiming took =
        new PhaseTiming.Measured(
            startNanos, endNanos - startNanos, OptionalInt.of(1), Evidence.MEASURED);
    return new ResolverConnection(
        Optional.of(address), new Phases(Map.of(Phase.TCP, took)), Optional.empty(), List.of());
  }

  /// A TCP connection that was not made.
  static ResolverConnection noTcp(long startNanos, long endNanos, ErrorType type, String message) {
    PhaseTiming failed =
        new PhaseTiming.Failed(
            startNanos, endNanos - startNanos, OptionalInt.of(0), type.label(), message);
    return new ResolverConnection(
        Optional.empty(), new Phases(Map.of(Phase.TCP, failed)), Optional.empty(), List.of());
  }

  /// What these notes say of a connection with TLS.
  ///
  /// @param startNanos when its first packet left, on the clock of the run; the notes have their
  ///   own
  static ResolverConnection of(ExchangeTrace trace, long startNanos) {
    ResolverConnections made = new ResolverConnections(trace, startNanos);
    made.dns();
    made.lay(Phase.TCP, Mark.TCP_START, Mark.TCP_END, OptionalInt.of(1));
    made.lay(Phase.TLS, Mark.TLS_START, Mark.TLS_END, trace.handshakes().tlsTrips());
    Optional<String> address =
        trace.handshakes().attempts().stream()
            .filter(attempt -> attempt.outcome().equals(ConnectionAttempt.CONNECTED))
            .map(ConnectionAttempt::address)
            .findFirst();
    return new ResolverConnection(
        address,
        new Phases(made.phases),
        trace.handshakes().tls().flatMap(TlsFacts::version),
        trace.lookup().queries().stream().map(query -> query.movedBy(made.later)).toList());
  }

  private void dns() {
    if (trace.has(Mark.DNS_START)) {
      lay(Phase.DNS, Mark.DNS_START, Mark.DNS_END, trace.lookup().trips());
    } else {
      phases.put(
          Phase.DNS,
          new PhaseTiming.NotApplicable(trace.lookup().skipped().orElse(Reason.LITERAL)));
    }
  }

  private void lay(Phase phase, Mark began, Mark ended, OptionalInt trips) {
    if (!trace.has(began)) {
      phases.put(phase, new PhaseTiming.NotApplicable(Reason.NOT_REACHED));
      return;
    }
    long start = trace.at(began).orElseThrow();
    Optional<Failure> failure =
        trace.failure().filter(why -> why.phase().equals(Optional.of(phase)));
    if (trace.has(ended) && failure.isEmpty()) {
      long length = Math.max(0, trace.at(ended).orElseThrow() - start);
      phases.put(phase, new PhaseTiming.Measured(start + later, length, trips, Evidence.MEASURED));
      return;
    }
    long end = trace.at(ended).orElse(failure.map(Failure::atNanos).orElse(trace.clock().now()));
    phases.put(
        phase,
        new PhaseTiming.Failed(
            start + later,
            Math.max(0, end - start),
            OptionalInt.of(0),
            failure.map(why -> why.type().label()).orElse(attemptError()),
            failure.map(Failure::message).orElse("The resolver accepted no connection.")));
  }

  private String attemptError() {
    return trace.handshakes().attempts().stream()
        .flatMap(attempt -> attempt.errorType().stream())
        .findFirst()
        .orElse(ErrorType.CONNECT_FAILED.label());
  }
}
