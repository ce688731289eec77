package dev.lightfoot.probe.chrome;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/// A site on loopback that notes what it is asked for.
final class LocalSite implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, Hold> held = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  record Page(String type, String body, Map<String, String> headers, int status) {}

  /// @param headers by their names in lower case
  record Request(String path, Map<String, List<String>> headers) {}

  LocalSite() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start(InetAddress.getLoopbackAddress(), 0);
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
    return server.getPort();
  }

  List<Request> requests() {
    return requests;
  }

  private MockResponse answer(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    requests.add(new Request(path, request.getHeaders().toMultimap()));
    Hold hold = held.get(path);
    if (hold != null) {
      hold.await();
      return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    }
    Page page = pages.get(path);
    if (page == null) {
      return new MockResponse.Builder().code(404).build();
    }
    MockResponse.Builder response =
        new MockResponse.Builder()
            .code(page.status())
            .setHeader("Content-Type", page.type())
            .body(page.body());
    page.headers().forEach(response::setHeader);
    return response.build();
  }

  @Override
  public void close() {
    server.close();
  }
}
