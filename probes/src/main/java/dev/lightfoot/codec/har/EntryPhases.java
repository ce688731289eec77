package dev.lightfoot.codec.har;

import static dev.lightfoot.codec.har.Dialect.TOLERANCE_MILLIS;
import static dev.lightfoot.codec.har.TimingsDraft.BLOCKED;
import static dev.lightfoot.codec.har.TimingsDraft.CONNECT;
import static dev.lightfoot.codec.har.TimingsDraft.DNS;
import static dev.lightfoot.codec.har.TimingsDraft.QUEUED;
import static dev.lightfoot.codec.har.TimingsDraft.RECEIVE;
import static dev.lightfoot.codec.har.TimingsDraft.SEND;
import static dev.lightfoot.codec.har.TimingsDraft.SSL;
import static dev.lightfoot.codec.har.TimingsDraft.WAIT;

import dev.lightfoot.codec.capture.NetError;
import dev.lightfoot.codec.capture.Repairs;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.PhaseTiming.Reason;
import dev.lightfoot.model.span.Evidence;
import java.util.OptionalInt;

/// The timings of an entry of another program as phases: durations become instants, known faults
/// are mended, what does not add up is kept as the gap. Nothing is made up: where a phase is not
/// named it is absent.
final class EntryPhases {
  /// A lookup or a wait that is shorter is not worth a doubt.
  private static final double DOUBTFUL_MILLIS = 10;

  private static final double NOISE_MILLIS = 0.001;

  private final EntryDraft entry;
  private final Request request;
  private final Dialect dialect;
  private final Repairs repairs;
  private final TimingsDraft timings;
  private final PlacedPhases phases;

  private EntryPhases(Request request, Dialect dialect, Repairs repairs, long startNanos) {
    this.entry = request.entry();
    this.request = request;
    this.dialect = dialect;
    this.repairs = repairs;
    this.timings = entry.timings;
    this.phases = new PlacedPhases(startNanos);
  }

  static PlacedPhases of(Request request, Dialect dialect, Repairs repairs, long startNanos) {
    EntryPhases made = new EntryPhases(request, dialect, repairs, startNanos);
    made.place();
    return made.phases;
  }

  private void place() {
    boolean exclusive =
        timings.length(SSL) > 0
            && timings.of(CONNECT) >= 0
            && !request.isQuic()
            && (dialect.exclusive() || Dialect.isLongerThanConnect(timings));
    if (exclusive) {
      timings.replace(CONNECT, timings.of(CONNECT) + timings.of(SSL));
      repairs.mend(HarRepair.CONNECT_WITHOUT_SSL);
    }
    boolean zero = dialect.isZero(timings);
    if (zero) {
      repairs.mend(HarRepair.ZERO_CONNECT);
    }
    blocked();
    lookup(zero);
    if (request.isQuic()) {
      quic(zero);
    } else {
      connect(zero);
    }
    message(Phase.SEND, SEND);
    message(Phase.WAIT, WAIT);
    message(Phase.RECEIVE, RECEIVE);
    doubts();
    gap();
    failure();
  }

  private void blocked() {
    double queued = timings.length(QUEUED);
    if (queued > 0) {
      repairs.mend(HarRepair.QUEUED_OUTSIDE);
    }
    if (queued > 0 || timings.of(BLOCKED) >= 0) {
      phases.follow(Phase.BLOCKED, queued + timings.length(BLOCKED));
    } else if (timings.names(BLOCKED)) {
      phases.skip(Phase.BLOCKED, Reason.NONE);
    }
  }

  private void lookup(boolean zero) {
    if (!timings.names(DNS)) {
      return;
    }
    if (timings.of(DNS) >= 0 && !zero) {
      phases.follow(Phase.DNS, timings.of(DNS));
    } else if (request.isFromCache()) {
      phases.skip(Phase.DNS, Reason.CACHED);
    } else if (!zero && timings.of(CONNECT) > 0) {
      phases.skip(Phase.DNS, request.isLiteral() ? Reason.LITERAL : Reason.CACHED);
    } else {
      phases.skip(Phase.DNS, unopened());
    }
  }

  /// Why no connection was opened.
  private String unopened() {
    return request.isFromCache()
        ? Reason.CACHED
        : request.isUnanswered() && entry.connection.isEmpty() ? Reason.NOT_REACHED : Reason.REUSED;
  }

  private void quic(boolean zero) {
    if (timings.of(CONNECT) >= 0 && !zero) {
      phases.follow(Phase.QUIC, timings.of(CONNECT));
    } else if (timings.names(CONNECT)) {
      phases.skip(Phase.QUIC, unopened());
    }
  }

  private void connect(boolean zero) {
    boolean secure = request.url().isSecure();
    if (!timings.names(CONNECT)) {
      return;
    }
    if (timings.of(CONNECT) < 0 || zero) {
      phases.skip(Phase.TCP, unopened());
      phases.skip(Phase.TLS, secure ? unopened() : Reason.PLAIN_TEXT);
      return;
    }
    double ssl = Math.min(timings.length(SSL), timings.of(CONNECT));
    long all = OwnFields.nanos(timings.of(CONNECT));
    long tls = OwnFields.nanos(ssl);
    boolean handshake = ssl > 0 || (timings.isZero(SSL) && secure);
    phases.follow(Phase.TCP, all - tls, OptionalInt.empty(), Evidence.IMPORTED);
    if (handshake) {
      phases.follow(Phase.TLS, tls, OptionalInt.empty(), Evidence.IMPORTED);
    } else if (!secure) {
      phases.skip(Phase.TLS, Reason.PLAIN_TEXT);
    } else if (timings.of(CONNECT) > 0) {
      repairs.doubt(HarRepair.TLS_IN_CONNECT);
    }
  }

  private void message(Phase phase, String name) {
    if (timings.of(name) >= 0) {
      phases.follow(phase, timings.of(name));
    } else if (timings.names(name)) {
      phases.skip(phase, request.isFromCache() ? Reason.CACHED : Reason.NOT_REACHED);
    }
  }

  private void doubts() {
    double dns = timings.length(DNS);
    double tcp = timings.length(CONNECT) - timings.length(SSL);
    if (dialect.writer().isChromeDevTools() && dns >= TOLERANCE_MILLIS && tcp >= dns) {
      repairs.doubt(HarRepair.DNS_IN_CONNECT);
    }
    if (timings.isZero(WAIT)
        && timings.length(SEND) > DOUBTFUL_MILLIS
        && entry.request.bodySize <= 0) {
      repairs.doubt(HarRepair.WAIT_IN_SEND);
    }
  }

  private void gap() {
    double sum = timings.sum();
    double more = entry.time - sum;
    if (timings.names().isEmpty()) {
      repairs.doubt(HarRepair.TIMINGS_MISSING);
      phases.gapNanos = entry.time > 0 ? OwnFields.nanos(entry.time) : 0;
    } else if (more > NOISE_MILLIS) {
      phases.gapNanos = OwnFields.nanos(more);
      if (more > TOLERANCE_MILLIS) {
        repairs.doubt(HarRepair.TIME_EXCEEDS_PHASES);
      }
    } else if (more < -TOLERANCE_MILLIS) {
      repairs.doubt(HarRepair.PHASES_EXCEED_TIME);
    }
  }

  /// The phase that it failed in ends with the failure.
  private void failure() {
    if (entry.error.isEmpty() || !request.isUnanswered()) {
      return;
    }
    NetError error = NetError.of(entry.error);
    Phase failed = error.phase().filter(phases::hasMeasured).orElseGet(this::last);
    PhaseTiming timing = phases.byPhase.get(failed);
    long start = phases.startNanos();
    long duration = 0;
    if (timing instanceof PhaseTiming.Measured measured) {
      start = measured.startNanos();
      duration = measured.durationNanos();
    }
    phases.byPhase.put(
        failed,
        new PhaseTiming.Failed(
            start, duration, OptionalInt.empty(), error.errorType(), entry.error));
  }

  private Phase last() {
    Phase last = Phase.WAIT;
    for (Phase phase : phases.byPhase.keySet()) {
      if (phases.byPhase.get(phase) instanceof PhaseTiming.Measured measured
          && measured.durationNanos() > 0) {
        last = phase;
      }
    }
    return last == Phase.BLOCKED ? Phase.WAIT : last;
  }
}
