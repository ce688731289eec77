package dev.lightfoot.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a capture shows of one run: when each phase began and ended on the wire, and how many round
/// trips it took. Written from the definitions, not from the probe's code.
final class WireTruth {
  private static final int A = 1;
  private static final int AAAA = 28;
  private static final long OTHER_FAMILY_NANOS = 50_000_000;

  private final List<Packet> packets;
  private final boolean onlyLast;
  private final Map<String, Long> phases = new HashMap<>();
  private final Map<String, Integer> trips = new HashMap<>();

  private WireTruth(List<Packet> packets, boolean onlyLast) {
    this.packets = packets;
    this.onlyLast = onlyLast;
  }

  /// The truth of what happened between two instants.
  ///
  /// @param onlyLast whether the last connection or request counts alone, as with curl's second
  ///   transfer; otherwise all requests are added up, as with redirects
  static Sample of(List<Packet> capture, long fromNanos, long toNanos, boolean onlyLast) {
    List<Packet> within =
        capture.stream().filter(p -> p.atNanos() >= fromNanos && p.atNanos() <= toNanos).toList();
    WireTruth truth = new WireTruth(within, onlyLast);
    truth.derive();
    return new Sample(fromNanos, toNanos, truth.phases, truth.trips, Disturbance.NONE);
  }

  private void derive() {
    dns();
    List<Packet> requests = packets.stream().filter(Packet::requests).toList();
    if (requests.isEmpty()) {
      throw new IllegalStateException("no request in the capture");
    }
    int stream = requests.getLast().stream();
    List<Packet> connection = packets.stream().filter(p -> p.stream() == stream).toList();
    List<Packet> counted =
        (onlyLast ? List.of(requests.getLast()) : requests)
            .stream().filter(p -> p.stream() == stream).toList();
    if (requests.getLast().overQuic()) {
      quic(connection);
    }
    Optional<Packet> accepted =
        connection.stream().filter(p -> p.syn() && !p.fromClient()).findFirst();
    if (accepted.isPresent()) {
      long rtt = tcp(connection, accepted.get());
      tls(
          connection,
          accepted.get(),
          rtt,
          requests.stream().filter(p -> p.stream() == stream).findFirst().orElseThrow());
    }
    for (Packet request : counted) {
      exchange(connection, request);
    }
  }

  private void dns() {
    Optional<Packet> asked =
        packets.stream().filter(p -> isAddress(p) && !p.dnsAnswer()).findFirst();
    if (asked.isEmpty()) {
      return;
    }
    List<Long> answers = new ArrayList<>();
    for (int type : List.of(A, AAAA)) {
      packets.stream()
          .filter(p -> p.dnsType() == type && p.dnsAnswer())
          .findFirst()
          .ifPresent(p -> answers.add(p.atNanos()));
    }
    long first = answers.stream().min(Comparator.naturalOrder()).orElseThrow();
    long last = answers.stream().max(Comparator.naturalOrder()).orElseThrow();
    phases.put("dns", Math.min(last, first + OTHER_FAMILY_NANOS) - asked.get().atNanos());
    trips.put("dns", 1);
  }

  private static boolean isAddress(Packet packet) {
    return packet.dnsType() == A || packet.dnsType() == AAAA;
  }

  /// From the first SYN to the SYN/ACK of the connection that was used; gives back that
  /// connection's own round-trip time.
  private long tcp(List<Packet> connection, Packet accepted) {
    Packet own =
        connection.stream().filter(p -> p.syn() && p.fromClient()).findFirst().orElseThrow();
    Packet first =
        onlyLast
            ? own
            : packets.stream().filter(p -> p.syn() && p.fromClient()).findFirst().orElseThrow();
    phases.put("tcp", accepted.atNanos() - first.atNanos());
    trips.put("tcp", 1);
    return accepted.atNanos() - own.atNanos();
  }

  /// From the ClientHello to the last Finished, whoever sends it; for curl, whose phase begins when
  /// TCP is connected, also from there.
  private void tls(List<Packet> connection, Packet accepted, long rtt, Packet request) {
    List<Packet> hands = connection.stream().filter(Packet::shakesHands).toList();
    if (hands.isEmpty()) {
      return;
    }
    Packet end =
        hands.stream()
            .filter(p -> p.handshakeTypes().contains(Packet.FINISHED))
            .reduce((a, b) -> b)
            .orElseThrow(() -> new IllegalStateException("no Finished: are the keys missing?"));
    phases.put("tls", end.atNanos() - hands.getFirst().atNanos());
    phases.put("tls-from-connected", end.atNanos() - accepted.atNanos());
    int turns = 0;
    boolean waiting = false;
    long lastFromServer = 0;
    for (Packet packet : connection) {
      if (packet.number() > Math.min(end.number(), request.number()) || packet.payload() == 0) {
        continue;
      }
      if (packet.fromClient()) {
        waiting |= packet.shakesHands();
      } else {
        boolean stalled = !waiting && packet.atNanos() - lastFromServer >= 0.6 * rtt;
        if (waiting || stalled) {
          turns++;
        }
        waiting = false;
        lastFromServer = packet.atNanos();
      }
    }
    trips.put("tls", turns);
  }

  /// From the first Initial packet to the last Finished, which is ours: then the request may leave.
  private void quic(List<Packet> connection) {
    List<Packet> hands = connection.stream().filter(Packet::shakesHands).toList();
    Optional<Packet> end =
        hands.stream()
            .filter(p -> p.handshakeTypes().contains(Packet.FINISHED))
            .reduce((a, b) -> b);
    if (end.isEmpty()) {
      return; // made before
    }
    phases.put("quic", end.get().atNanos() - hands.getFirst().atNanos());
    int turns = 0;
    boolean waiting = false;
    for (Packet packet : hands) {
      if (waiting && !packet.fromClient()) {
        turns++;
      }
      waiting = packet.fromClient();
    }
    trips.put("quic", turns);
  }

  private void exchange(List<Packet> connection, Packet request) {
    List<Packet> after =
        connection.stream()
            .filter(p -> p.number() > request.number() && p.payload() > 0)
            .takeWhile(p -> !p.requests())
            .filter(p -> !p.fromClient())
            .toList();
    Packet head =
        after.stream()
            .filter(p -> p.responds() && p.httpStatus() != 103)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no response in the capture"));
    Packet first =
        after.stream()
            .filter(p -> p.number() == head.number() || head.segments().contains(p.number()))
            .min(Comparator.comparingInt(Packet::sequence).thenComparingInt(Packet::number))
            .orElseThrow();
    long begun = had(connection, first);
    Packet last = after.stream().filter(p -> endsBody(p, head)).reduce((a, b) -> b).orElse(head);
    phases.merge("wait", begun - request.atNanos(), Long::sum);
    phases.merge("receive", last.atNanos() - begun, Long::sum);
    trips.merge("wait", 1, Integer::sum);
  }

  /// When a packet could be had: with all that comes before it in its stream.
  private static long had(List<Packet> connection, Packet packet) {
    return connection.stream()
        .filter(p -> !p.fromClient() && p.payload() > 0 && p.sequence() <= packet.sequence())
        .filter(p -> !p.overQuic() || p.number() == packet.number())
        .mapToLong(Packet::atNanos)
        .max()
        .orElseThrow();
  }

  private static boolean endsBody(Packet packet, Packet head) {
    if (packet.number() < head.number() || packet.contentTypes().contains(Packet.ALERT)) {
      return false;
    }
    return packet.frameTypes().isEmpty()
        || packet.frameTypes().contains(Packet.H2_DATA)
        || packet.frameTypes().contains(Packet.H2_HEADERS);
  }
}
