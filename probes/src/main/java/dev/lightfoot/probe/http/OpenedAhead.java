package dev.lightfoot.probe.http;

import dev.lightfoot.model.Phase;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.wire.WireSocket;
import dev.lightfoot.probe.wire.WireSocketFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import okhttp3.HttpUrl;

/// Connections that are open before a request needs them (preconnect). The HTTP library is given
/// one where it asks for a new socket.
final class OpenedAhead extends SocketFactory {
  private final WireSocketFactory sockets;
  private final Map<String, Deque<WireSocket>> ready = new HashMap<>();
  private final Set<String> opening = new HashSet<>();

  OpenedAhead(WireSocketFactory sockets) {
    this.sockets = sockets;
  }

  private static String origin(HttpUrl url) {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }

  /// Opens one on this thread. Where that fails nothing is lost: the request will say why.
  ///
  /// @param protocols to offer, by their ALPN names
  void open(CallContext call, TlsClient tls, List<String> protocols) {
    String origin = origin(call.url());
    synchronized (this) {
      if (!opening.add(origin)) {
        return;
      }
    }
    try {
      WireSocket made =
          ScopedValue.where(CallContext.CURRENT, call).call(() -> connected(call, tls, protocols));
      synchronized (this) {
        ready.computeIfAbsent(origin, _ -> new ArrayDeque<>()).add(made);
      }
    } catch (IOException e) {
      return; // as said
    } finally {
      synchronized (this) {
        opening.remove(origin);
        notifyAll();
      }
    }
  }

  private WireSocket connected(CallContext call, TlsClient tls, List<String> protocols)
      throws IOException {
    HttpUrl url = call.url();
    WireSocket socket = sockets.createSocket();
    socket.connect(InetSocketAddress.createUnresolved(url.host(), url.port()));
    if (url.isHttps()) {
      SSLSocket over = (SSLSocket) tls.createSocket(socket, url.host(), url.port(), true);
      SSLParameters parameters = over.getSSLParameters();
      parameters.setApplicationProtocols(protocols.toArray(String[]::new));
      over.setSSLParameters(parameters);
      over.startHandshake();
      socket.secured(over);
    } else {
      socket.dial();
    }
    socket.connection().openedAhead();
    return socket;
  }

  /// Waits while one is being opened for the origin of that call: that is its phase `blocked`.
  synchronized void await(CallContext call) {
    boolean waited = false;
    boolean interrupted = false;
    while (opening.contains(origin(call.url()))) {
      if (!waited) {
        waited = true;
        call.trace().enter(Phase.BLOCKED, call.trace().clock().now());
      }
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // the measurement is ended by closing its sockets
      }
    }
    if (waited) {
      call.trace().released();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Origins to which connections were opened that nothing used.
  synchronized List<String> unused() {
    List<String> origins = new ArrayList<>();
    ready.forEach((origin, left) -> left.forEach(_ -> origins.add(origin)));
    return origins;
  }

  @Override
  public Socket createSocket() throws IOException {
    synchronized (this) {
      Deque<WireSocket> its = ready.get(origin(CallContext.current().url()));
      while (its != null && !its.isEmpty()) {
        WireSocket next = its.poll();
        if (!next.isClosed()) {
          return next;
        }
      }
    }
    return sockets.createSocket();
  }

  @Override
  public Socket createSocket(String host, int port) {
    return sockets.createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    return sockets.createSocket(host, port, localHost, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    return sockets.createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
    return sockets.createSocket(address, port, local, localPort);
  }
}
