package dev.lightfoot.shape.snapshot;

import static dev.lightfoot.shape.snapshot.Kinds.COUNT;
import static dev.lightfoot.shape.snapshot.Kinds.FLAG;
import static dev.lightfoot.shape.snapshot.Kinds.INTEGER;
import static dev.lightfoot.shape.snapshot.Kinds.NANOS;
import static dev.lightfoot.shape.snapshot.Kinds.NUMBER;
import static dev.lightfoot.shape.snapshot.Kinds.WORD;
import static dev.lightfoot.shape.snapshot.Kinds.oneOf;

import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.connection.KernelTcp;
import dev.lightfoot.model.connection.QuicPath;
import dev.lightfoot.shape.Shape;
import java.util.List;

/// A connection and how it was made.
final class ConnectionShape {
  private ConnectionShape() {}

  private static final Shape<KernelTcp> KERNEL =
      Shape.of(
          "kernel",
          "Linux TCP_INFO after the last byte.",
          members -> {
            var rtt = members.required("rttNanos", NANOS, KernelTcp::rttNanos);
            var variance = members.required("rttVarianceNanos", NANOS, KernelTcp::rttVarianceNanos);
            var min = members.required("minRttNanos", NANOS, KernelTcp::minRttNanos);
            var window = members.required("congestionWindow", COUNT, KernelTcp::congestionWindow);
            var retransmits = members.required("retransmits", COUNT, KernelTcp::retransmits);
            return values ->
                new KernelTcp(
                    values.get(rtt),
                    values.get(variance),
                    values.get(min),
                    values.get(window),
                    values.get(retransmits));
          });

  private static final Shape<QuicPath> QUIC =
      Shape.of(
          "quic",
          "What the QUIC library knows of the path after the last byte; absent on TCP.",
          members -> {
            var rtt =
                members
                    .required("rttNanos", NANOS, QuicPath::rttNanos)
                    .says("Smoothed round-trip time (RFC 9002).");
            var window =
                members
                    .required("congestionWindow", COUNT, QuicPath::congestionWindow)
                    .says("Our own sending window, in bytes.");
            var sent = members.required("packetsSent", COUNT, QuicPath::packetsSent);
            var received = members.required("packetsReceived", COUNT, QuicPath::packetsReceived);
            var lost = members.required("packetsLost", COUNT, QuicPath::packetsLost);
            var again =
                members.required("packetsRetransmitted", COUNT, QuicPath::packetsRetransmitted);
            var datagram = members.required("maxDatagramBytes", COUNT, QuicPath::maxDatagramBytes);
            return values ->
                new QuicPath(
                    values.get(rtt),
                    values.get(window),
                    values.get(sent),
                    values.get(received),
                    values.get(lost),
                    values.get(again),
                    values.get(datagram));
          });

  private static final Shape<ConnectionAttempt> ATTEMPT =
      Shape.of(
          "attempt",
          "One connection attempt (RFC 8305), over TCP or QUIC.",
          members -> {
            var address = members.required("address", WORD, ConnectionAttempt::address);
            var start = members.required("startNanos", NANOS, ConnectionAttempt::startNanos);
            var duration =
                members.required("durationNanos", NANOS, ConnectionAttempt::durationNanos);
            var outcome =
                members.required(
                    "outcome",
                    oneOf(
                        ConnectionAttempt.CONNECTED,
                        ConnectionAttempt.FAILED,
                        ConnectionAttempt.ABANDONED),
                    ConnectionAttempt::outcome);
            var errorType = members.ifAny("errorType", WORD, ConnectionAttempt::errorType);
            var transport =
                members.implied(
                    "transport",
                    oneOf(ConnectionAttempt.TCP, ConnectionAttempt.QUIC)
                        .promise("default", ConnectionAttempt.TCP),
                    ConnectionAttempt::transport,
                    ConnectionAttempt.TCP);
            return values ->
                new ConnectionAttempt(
                    values.get(address),
                    values.get(start),
                    values.get(duration),
                    values.get(outcome),
                    values.get(errorType),
                    values.get(transport));
          });

  static final Shape<Connection> CONNECTION =
      Shape.of(
          "connection",
          "The connection that carried the exchange, or that could not be made.",
          members -> {
            var id = members.required("id", INTEGER, Connection::id);
            var reused = members.usual("reused", FLAG, Connection::reused, false);
            var address =
                members
                    .orNull("address", WORD, Connection::address)
                    .says("The peer's literal address and port.");
            // Without what the kernel says in full it has no place in the model, but is not lost.
            members
                .longIfAny("rttNanos", NUMBER, Connection::rttNanos)
                .derivedElseKept()
                .says("The smoothed round-trip time, of the kernel or the QUIC library.");
            var kernel = members.orNull("kernel", KERNEL.part(), Connection::kernel);
            var quic = members.ifAny("quic", QUIC.part(), Connection::quic);
            var attempts =
                members.usual("attempts", ATTEMPT.part().list(), Connection::attempts, List.of());
            return values ->
                new Connection(
                    values.get(id),
                    values.get(reused),
                    values.get(address),
                    values.get(kernel),
                    values.get(quic),
                    values.get(attempts));
          });
}
