package dev.lightfoot.probe.chrome;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A site on loopback that notes what it is asked for.
final class LocalSite implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, Hold> held = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  record Page(String type, String body, Map<String, String> headers, int status) {}

  record Request(String path, Map<String, List<String>> headers) {}

  LocalSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  LocalSite with(String path, String type, String body) {
    pages.put(path, new Page(type, body, Map.of(), 200));
    return this;
  }

  LocalSite with(String path, Page page) {
    pages.put(path, page);
    return this;
  }

  /// Answers for that path only when the second latch is open, and then with nothing.
  void holding(String path, CountDownLatch asked, CountDownLatch over) {
    held.put(path, new Hold(asked, over));
  }

  private record Hold(CountDownLatch asked, CountDownLatch over) {
    private void await() {
      asked.countDown();
      try {
        over.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Request> requests() {
    return requests;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(new Request(path, Map.copyOf(exchange.getRequestHeaders())));
    try (exchange) {
      Hold hold = held.get(path);
      if (hold != null) {
        hold.await();
        return;
      }
      Page page = pages.get(path);
      if (page == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", page.type());
      page.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(page.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
