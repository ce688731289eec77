package dev.lightfoot.receive;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// One port on both loopback addresses.
final class LoopbackServer implements AutoCloseable {
  /// Requests that are being answered may end first.
  private static final int SECONDS_TO_FINISH = 5;

  private static final int BACKLOG = 128;

  private static final int PLACES = 4 * ReceiverLimits.CONNECTIONS;

  /// One for each request that is being answered.
  private final Semaphore places = new Semaphore(PLACES);

  private final AtomicBoolean closed = new AtomicBoolean();

  private final List<HttpServer> servers = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private LoopbackServer() {}

  /// @param option that chooses another port, for the sentence where this one is taken
  static LoopbackServer start(int port, HttpHandler handler, String option) throws IOException {
    ReceiverLimits.apply();
    LoopbackServer server = new LoopbackServer();
    try {
      int bound = server.listen(InetAddress.ofLiteral("127.0.0.1"), port);
      server.listen(InetAddress.ofLiteral("::1"), bound);
    } catch (BindException e) {
      server.close();
      throw String.valueOf(e.getMessage()).contains("ermission denied")
          ? new IOException(
              "Listening on port %d needs special rights. Choose one above 1023 with %s."
                  .formatted(port, option),
              e)
          : new PortInUseException(port, option, e);
    } catch (IOException e) {
      server.close();
      throw e;
    }
    for (HttpServer each : server.servers) {
      each.createContext("/", exchange -> server.handle(handler, exchange));
      each.setExecutor(server.threads);
      each.start();
    }
    return server;
  }

  private int listen(InetAddress address, int port) throws IOException {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
      servers.add(server);
      return server.getAddress().getPort();
    } catch (BindException e) {
      if (address instanceof Inet6Address && lacks(address)) {
        return port;
      }
      throw e;
    } catch (SocketException e) {
      if (address instanceof Inet6Address) {
        // A computer without IPv6 has no ::1, so nothing could be sent to it.
        return port;
      }
      throw e;
    }
  }

  private static boolean lacks(InetAddress address) throws SocketException {
    return java.net.NetworkInterface.getByInetAddress(address) == null;
  }

  private void handle(HttpHandler handler, HttpExchange exchange) throws IOException {
    if (!places.tryAcquire()) {
      // It is being closed.
      exchange.close();
      return;
    }
    try {
      handler.handle(exchange);
    } finally {
      places.release();
    }
  }

  int port() {
    return servers.getFirst().getAddress().getPort();
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    // The JDK's own patience would last to its end wherever a sender once went away in the middle.
    boolean all = false;
    try {
      all = places.tryAcquire(PLACES, SECONDS_TO_FINISH, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!all) {
      threads.shutdownNow();
    }
    servers.forEach(each -> each.stop(0));
    threads.close();
  }
}
