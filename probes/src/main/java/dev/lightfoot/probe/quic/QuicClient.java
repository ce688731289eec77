package dev.lightfoot.probe.quic;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Header;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.ConnectGate;
import dev.lightfoot.probe.wire.RunSockets;
import dev.lightfoot.probe.wire.SharedConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/// Makes HTTP/3 exchanges over QUIC connections, which it keeps. Many may be under way at a time on
/// one connection; while one is being opened, its callers see to it that no other call opens
/// another to the same place. A cold run takes a fresh one; a warm run the one of the run before.
public final class QuicClient {
  private final QuicLoop loop;
  private final QuicSessions sessions;
  private final RunSockets sockets;
  private final IntSupplier ids;
  private final Map<String, QuicConnection> kept = new ConcurrentHashMap<>();

  /// No connection yet.
  ///
  /// @param loop where the connections live
  /// @param sessions TLS sessions to offer and to keep
  /// @param sockets who can close everything at once
  /// @param ids numbers for connections
  public QuicClient(QuicLoop loop, QuicSessions sessions, RunSockets sockets, IntSupplier ids) {
    this.loop = loop;
    this.sessions = sessions;
    this.sockets = sockets;
    this.ids = ids;
  }

  /// No connection yet; they are numbered as those of the sockets.
  public QuicClient(QuicLoop loop, QuicSessions sessions, RunSockets sockets) {
    this(loop, sessions, sockets, sockets::nextNumber);
  }

  /// Whether a connection to that place is open in that partition.
  public boolean isConnected(String partition, String host, int port) {
    QuicConnection connection = kept.get(QuicRequest.place(partition, host, port));
    return connection != null && connection.isOpen();
  }

  /// Makes an exchange whose connection need not be announced.
  public QuicOutcome exchange(QuicRequest request, ExchangeTrace trace, ConnectGate gate) {
    return exchange(request, trace, gate, _ -> {});
  }

  /// Makes an exchange; blocks until the response is there, cut or failed. Closing the sockets ends
  /// it at once.
  ///
  /// Phases are noted as they come: `quic` from the first Initial packet to the moment when the
  /// handshake is complete on our side (RFC 9001 section 4.1.1), which is when the request may
  /// leave; that it is also confirmed (section 4.1.2) is learned a round trip later, and nothing
  /// waits for it.
  ///
  /// @param carried takes the connection as soon as it can carry requests
  public QuicOutcome exchange(
      QuicRequest request,
      ExchangeTrace trace,
      ConnectGate gate,
      Consumer<SharedConnection> carried) {
    if (!QuicLoop.isAvailable()) {
      return refused(
          request,
          ErrorType.QUIC_UNAVAILABLE,
          "HTTP/3 cannot be measured here: there is no QUIC library for this operating system.");
    }
    List<InetSocketAddress> admitted = new ArrayList<>();
    for (InetAddress address : request.addresses()) {
      InetSocketAddress peer = new InetSocketAddress(address, request.port());
      if (gate.admits(address)) {
        admitted.add(peer);
      } else if (admitted.isEmpty() && address.equals(request.addresses().getLast())) {
        return refused(request, ErrorType.PRIVATE_ADDRESS, gate.refusal(peer));
      }
    }
    ExchangeTask task =
        new ExchangeTask(
            request,
            trace,
            gate,
            loop.eventLoop(),
            used -> {
              kept.put(request.place(), used);
              carried.accept(used);
            },
            peer ->
                new QuicConnection(
                    ids.getAsInt(),
                    peer,
                    request.host(),
                    request.port(),
                    sessions,
                    sockets,
                    loop.eventLoop()));
    Optional<QuicConnection> open =
        Optional.ofNullable(kept.get(request.place())).filter(QuicConnection::isOpen);
    return task.run(open, admitted);
  }

  private static QuicOutcome refused(QuicRequest request, ErrorType type, String message) {
    List<Header> sent = RequestSender.lines(request);
    return new QuicOutcome(
        Optional.empty(), sent, Optional.empty(), Optional.of(QuicErrors.problem(type, message)));
  }
}
