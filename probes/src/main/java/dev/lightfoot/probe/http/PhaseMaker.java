package dev.lightfoot.probe.http;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.PhaseTiming.Reason;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Failure;
import dev.lightfoot.probe.trace.Mark;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Turns the marks of an exchange into phases that never overlap, and the gap between them.
///
/// Wall time runs from the exchange's start to its end; phases are laid along it in wire order,
/// each cut where the one before it ended; what no phase covers is the gap. So phases + gap = wall
/// time by construction.
final class PhaseMaker {
  private final ExchangeTrace trace;
  private final Optional<Failure> failure;
  private final boolean reused;
  private final boolean secure;
  private final boolean tunnel;
  private final boolean literal;
  private final OptionalInt receiveTrips;
  private final Map<Phase, PhaseTiming> phases = new EnumMap<>(Phase.class);
  private long cursor;
  private long covered;
  private boolean broken;

  PhaseMaker(
      ExchangeTrace trace,
      boolean reused,
      boolean secure,
      boolean tunnel,
      boolean literal,
      OptionalInt receiveTrips) {
    this.trace = trace;
    this.failure = trace.failure();
    this.reused = reused;
    this.secure = secure;
    this.tunnel = tunnel;
    this.literal = literal;
    this.receiveTrips = receiveTrips;
  }

  void into(ExchangeBuilder exchange) {
    cursor = trace.startNanos();
    blocked();
    dns();
    if (trace.handshakes().quic()) {
      connect(
          Phase.QUIC,
          Mark.QUIC_START,
          trace.at(Mark.QUIC_END),
          trace.handshakes().quicTrips(),
          Optional.empty());
    } else {
      tcpAndTls();
    }
    lay(Phase.SEND, trace.at(Mark.SEND_FIRST_BYTE), sendEnd(), OptionalInt.of(0));
    lay(Phase.WAIT, sendEnd(), trace.at(Mark.FINAL_FIRST_BYTE), waitTrips());
    lay(Phase.RECEIVE, trace.at(Mark.FINAL_FIRST_BYTE), receiveEnd(), receiveTrips);
    phases.forEach(exchange::phase);
    exchange.startNanos(trace.startNanos());
    exchange.gapNanos(Math.max(0, end() - trace.startNanos()) - covered);
  }

  private void blocked() {
    if (trace.releasedNanos().isPresent() || failedIn(Phase.BLOCKED)) {
      lay(Phase.BLOCKED, OptionalLong.of(cursor), trace.releasedNanos(), OptionalInt.of(0));
    } else {
      phases.put(Phase.BLOCKED, new PhaseTiming.NotApplicable(Reason.NONE));
    }
  }

  private void tcpAndTls() {
    connect(Phase.TCP, Mark.TCP_START, tcpEnd(), OptionalInt.of(1), Optional.empty());
    if (tunnel) {
      connect(
          Phase.PROXY,
          Mark.PROXY_START,
          trace.at(Mark.PROXY_END),
          OptionalInt.of(1),
          Optional.empty());
    }
    connect(
        Phase.TLS,
        Mark.TLS_START,
        trace.at(Mark.TLS_END),
        trace.handshakes().tlsTrips(),
        secure ? Optional.empty() : Optional.of(Reason.PLAIN_TEXT));
  }

  private void dns() {
    Optional<String> skipped =
        literal ? Optional.of(Reason.LITERAL) : trace.lookup().skipped().or(this::reusedReason);
    if (skipped.isPresent() && !trace.has(Mark.DNS_START)) {
      phases.put(Phase.DNS, new PhaseTiming.NotApplicable(skipped.get()));
    } else {
      lay(Phase.DNS, trace.at(Mark.DNS_START), trace.at(Mark.DNS_END), trace.lookup().trips());
    }
  }

  private void connect(
      Phase phase, Mark start, OptionalLong end, OptionalInt trips, Optional<String> notNeeded) {
    Optional<String> skipped = reusedReason().or(() -> notNeeded);
    if (skipped.isPresent() && !trace.has(start)) {
      phases.put(phase, new PhaseTiming.NotApplicable(broken ? Reason.NOT_REACHED : skipped.get()));
    } else {
      lay(phase, trace.at(start), end, trips);
    }
  }

  private Optional<String> reusedReason() {
    return reused ? Optional.of(Reason.REUSED) : Optional.empty();
  }

  /// An answer can come before the whole request has left; sending then ends with it.
  private OptionalLong sendEnd() {
    OptionalLong last = trace.at(Mark.SEND_LAST_BYTE);
    OptionalLong answer = trace.at(Mark.FINAL_FIRST_BYTE);
    return last.isPresent() && answer.isPresent()
        ? OptionalLong.of(Math.min(last.getAsLong(), answer.getAsLong()))
        : last;
  }

  /// Nothing was waited for where the answer was there before the request had left.
  private OptionalInt waitTrips() {
    OptionalLong last = trace.at(Mark.SEND_LAST_BYTE);
    OptionalLong answer = trace.at(Mark.FINAL_FIRST_BYTE);
    boolean early =
        last.isPresent() && answer.isPresent() && answer.getAsLong() <= last.getAsLong();
    return OptionalInt.of(early ? 0 : 1);
  }

  private OptionalLong receiveEnd() {
    OptionalLong last = trace.at(Mark.LAST_BYTE);
    return last.isPresent() || failedIn(Phase.RECEIVE) ? last : trace.chunks().lastAtNanos();
  }

  private boolean failedIn(Phase phase) {
    return failure.isPresent() && failure.get().phase().equals(Optional.of(phase));
  }

  private void lay(Phase phase, OptionalLong began, OptionalLong end, OptionalInt trips) {
    if (broken) {
      phases.put(phase, new PhaseTiming.NotApplicable(Reason.NOT_REACHED));
      return;
    }
    boolean failed = failedIn(phase);
    if (began.isEmpty() && !failed) {
      phases.put(phase, new PhaseTiming.NotApplicable(Reason.NOT_REACHED));
      return;
    }
    long start = Math.max(cursor, began.orElse(cursor));
    long stop = failed ? end.orElse(failure.orElseThrow().atNanos()) : end.orElse(end());
    stop = Math.max(start, stop);
    if (failed) {
      Failure why = failure.orElseThrow();
      phases.put(
          phase,
          new PhaseTiming.Failed(
              start,
              stop - start,
              end.isPresent() && phase != Phase.TCP ? trips : seen(phase, trips),
              why.type().label(),
              why.message()));
      broken = true;
    } else {
      phases.put(phase, new PhaseTiming.Measured(start, stop - start, trips, Evidence.MEASURED));
    }
    covered += stop - start;
    cursor = stop;
  }

  /// When connecting was over: with the last attempt that failed, where none succeeded.
  private OptionalLong tcpEnd() {
    OptionalLong connected = trace.at(Mark.TCP_END);
    List<ConnectionAttempt> attempts = trace.handshakes().attempts();
    boolean over =
        failedIn(Phase.TCP)
            && !attempts.isEmpty()
            && attempts.stream().allMatch(each -> each.outcome().equals(ConnectionAttempt.FAILED));
    return connected.isPresent() || !over
        ? connected
        : attempts.stream().mapToLong(each -> each.startNanos() + each.durationNanos()).max();
  }

  /// Trips that were really seen before a phase failed: TLS and DNS count as they go. A refusal, a
  /// reset and a close are answers of a kind: they came back from the peer.
  private OptionalInt seen(Phase phase, OptionalInt trips) {
    return switch (phase) {
      case TLS, QUIC, DNS, RECEIVE -> trips;
      case TCP -> OptionalInt.of(refusals());
      case WAIT ->
          switch (failure.orElseThrow().type()) {
            case CONNECTION_RESET, CONNECTION_CLOSED, STREAM_RESET -> OptionalInt.of(1);
            default -> OptionalInt.of(0);
          };
      default -> OptionalInt.of(0);
    };
  }

  /// How many refusals were waited for, one after the other.
  private int refusals() {
    int waits = 0;
    long end = Long.MIN_VALUE;
    for (ConnectionAttempt each : trace.handshakes().attempts()) {
      boolean refused = each.errorType().equals(Optional.of(ErrorType.CONNECTION_REFUSED.label()));
      if (refused && each.startNanos() >= end) {
        waits++;
        end = each.startNanos() + each.durationNanos();
      }
    }
    return waits;
  }

  /// The exchange's last instant.
  private long end() {
    if (failure.isPresent()) {
      return Math.max(cursor, failureEnd(failure.get()));
    }
    OptionalLong last = receiveEnd();
    return Math.max(cursor, last.orElse(trace.at(Mark.HEADERS_COMPLETE).orElse(cursor)));
  }

  /// A certificate is judged during the handshake, which still comes to its end.
  private long failureEnd(Failure why) {
    if (failedIn(Phase.QUIC)) {
      return trace.at(Mark.QUIC_END).orElse(why.atNanos());
    }
    if (failedIn(Phase.TCP)) {
      return tcpEnd().orElse(why.atNanos());
    }
    if (failedIn(Phase.RECEIVE)) {
      return trace.at(Mark.LAST_BYTE).orElse(why.atNanos()); // all came, and it was wrong
    }
    return failedIn(Phase.TLS) ? trace.at(Mark.TLS_END).orElse(why.atNanos()) : why.atNanos();
  }
}
