package dev.lightfoot.devtools;

import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Marks;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The times of one hop: its phases, the marks of its response and its interim response.
final class HopTimes {
  private static final int EARLY_HINTS = 103;
  private static final double MILLIS_PER_SECOND = 1_000;

  private final Hop hop;
  private final Circumstances about;
  private final Stamps stamps;
  private final PhaseLine line;
  private final long end;

  HopTimes(Hop hop, Circumstances about) {
    this.hop = hop;
    this.about = about;
    this.stamps = Stamps.of(hop.timing(), about.clock());
    long start = about.clock().nanos(hop.timestamp().orElse(0));
    this.line = new PhaseLine(start, about.evidence());
    this.end = Math.max(start, ended());
  }

  /// Gives the exchange its times.
  ///
  /// @param way how the response came
  void into(ExchangeBuilder exchange, Way way) {
    if (way.isTransferred() && stamps.sendFrom().isPresent()) {
      overTheNetwork(way);
    } else if (hop.response().isPresent()) {
      notTransferred(way);
    } else {
      line.failed(error().phase(), end, error());
    }
    line.into(exchange);
    exchange.marks(marks(way)).interim(interim());
  }

  /// The body bytes of one piece, when they were there: the page is given them a little later, so
  /// that an instant after the end of the response is that end.
  Chunk chunk(double timestamp, long bytes) {
    long from = stamps.headersTo().orElse(Long.MIN_VALUE);
    return new Chunk(Math.max(from, Math.min(end, about.clock().nanos(timestamp))), bytes);
  }

  long end() {
    return end;
  }

  private long ended() {
    OptionalLong headers = stamps.headersTo();
    if (hop.isRedirected()) {
      return headers.orElse(Long.MIN_VALUE);
    }
    var event = hop.finished().isPresent() ? hop.finished() : hop.failed();
    long noted = about.clock().nanos(event, "timestamp").orElse(about.end());
    return Math.max(noted, headers.orElse(Long.MIN_VALUE));
  }

  private void notTransferred(Way way) {
    if (hop.failed().isPresent()) {
      line.failed(Phase.RECEIVE, end, error());
      return;
    }
    String reason = way.isTransferred() ? Reason.NONE : Reason.CACHED;
    for (Phase phase : way.phases()) {
      line.absent(phase, reason);
    }
    line.until(end);
  }

  private void overTheNetwork(Way way) {
    if (isForeign()) {
      foreign(way);
      return;
    }
    Optional<NotedLookup> noted =
        way.isLiteral() ? Optional.empty() : NotedLookup.of(hop, stamps, about);
    long first = noted.map(NotedLookup::from).orElseGet(() -> stamps.first().orElseThrow());
    if (first > about.clock().nanos(hop.timestamp().orElse(0))) {
      line.measured(Phase.BLOCKED, Long.MIN_VALUE, first);
    } else {
      line.absent(Phase.BLOCKED, Reason.NONE);
    }
    noted.ifPresentOrElse(
        lookup -> line.measured(Phase.DNS, lookup.from(), lookup.to()), () -> resolve(way));
    connect(way);
    sendAndWait();
  }

  /// Whether the connection was begun for something else, such as a preconnect: the stamps then
  /// show only what was left of it to wait for, which is no round trip.
  private boolean isForeign() {
    return stamps.connects()
        && about
            .netLog()
            .socket(hop.connectionId())
            .filter(socket -> socket.connectFrom().isPresent())
            .filter(
                socket ->
                    about.clock().nanos(socket.connectFrom().getAsDouble() / MILLIS_PER_SECOND)
                        < stamps.connectFrom().getAsLong() - NotedLookup.RESOLUTION)
            .isPresent();
  }

  private void foreign(Way way) {
    long ready = stamps.connectTo().orElseThrow();
    line.measured(Phase.BLOCKED, Long.MIN_VALUE, ready);
    line.absent(Phase.DNS, way.isLiteral() ? Reason.LITERAL : Reason.NONE);
    for (Phase phase : way.connecting()) {
      line.absent(phase, phase == Phase.TLS && !way.isSecure() ? Reason.PLAIN_TEXT : Reason.NONE);
    }
    sendAndWait();
  }

  private void sendAndWait() {
    line.measured(
        Phase.SEND,
        stamps.sendFrom().orElseThrow(),
        stamps.sendTo().orElse(stamps.sendFrom().getAsLong()));
    answer();
  }

  private void resolve(Way way) {
    if (way.isLiteral()) {
      line.absent(Phase.DNS, Reason.LITERAL);
    } else if (stamps.dnsFrom().isPresent() && stamps.dnsTo().isPresent()) {
      line.measured(Phase.DNS, stamps.dnsFrom().getAsLong(), stamps.dnsTo().getAsLong());
    } else {
      line.absent(Phase.DNS, way.isReused() ? Reason.REUSED : Reason.NONE);
    }
  }

  private void connect(Way way) {
    if (!stamps.connects()) {
      for (Phase phase : way.connecting()) {
        line.absent(phase, reasonWithout(phase, way));
      }
      return;
    }
    long from = stamps.connectFrom().orElseThrow();
    long to = stamps.connectTo().orElseThrow();
    if (way.isQuic()) {
      line.measured(Phase.QUIC, from, to);
    } else if (way.isSecure() && stamps.tlsFrom().isPresent()) {
      line.measured(Phase.TCP, from, stamps.tlsFrom().getAsLong());
      line.measured(Phase.TLS, stamps.tlsFrom().getAsLong(), stamps.tlsTo().orElse(to));
    } else {
      line.measured(Phase.TCP, from, to);
      line.absent(Phase.TLS, way.isSecure() ? Reason.NONE : Reason.PLAIN_TEXT);
    }
  }

  private static String reasonWithout(Phase phase, Way way) {
    if (phase == Phase.TLS && !way.isSecure()) {
      return Reason.PLAIN_TEXT;
    }
    return way.isReused() ? Reason.REUSED : Reason.NONE;
  }

  private void answer() {
    OptionalLong first = finalFirstByte();
    long headers = stamps.headersTo().orElse(end);
    if (first.isPresent()) {
      line.measured(Phase.WAIT, Long.MIN_VALUE, first.getAsLong());
    } else {
      line.inferred(Phase.WAIT, Long.MIN_VALUE, headers);
    }
    if (hop.isRedirected() || hop.finished().isPresent()) {
      line.measured(Phase.RECEIVE, Long.MIN_VALUE, end);
    } else {
      line.failed(Phase.RECEIVE, end, error().at(Phase.RECEIVE));
    }
  }

  /// After a 103 the protocol does not say when the final response began: it had its header section
  /// then at the latest.
  private OptionalLong finalFirstByte() {
    return hop.earlyHints().isPresent() ? OptionalLong.empty() : stamps.headersFrom();
  }

  private NetError error() {
    return hop.failed().isPresent() ? NetError.of(hop.failed()) : NetError.unfinished();
  }

  private Marks marks(Way way) {
    boolean came = way.isTransferred() && stamps.headersTo().isPresent();
    boolean whole = came && (hop.isRedirected() || hop.finished().isPresent());
    return came
        ? new Marks(
            stamps.headersFrom(),
            finalFirstByte(),
            stamps.headersTo(),
            OptionalLong.empty(),
            whole ? OptionalLong.of(end) : OptionalLong.empty())
        : Marks.NONE;
  }

  private List<Interim> interim() {
    return hop.earlyHints().isPresent() && stamps.headersFrom().isPresent()
        ? List.of(new Interim(EARLY_HINTS, stamps.headersFrom().getAsLong()))
        : List.of();
  }

  /// Why it failed, if it did.
  Optional<NetError> failure() {
    return hop.failed().isPresent() ? Optional.of(error()) : Optional.empty();
  }
}
