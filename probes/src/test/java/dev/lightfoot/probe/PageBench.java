package dev.lightfoot.probe;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.tls.certificate.TrustAnchors;
import dev.lightfoot.probe.wire.AddressPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;

/// A site of a few files on this computer, and the loader that loads its pages.
final class PageBench implements AutoCloseable {
  /// Where a page that names no icon has one; left out of what is asked for.
  private static final String ICON = "/favicon.ico";

  private final ScriptedDns dns = ProbeBench.everyNameIsHere();
  private final MockWebServer server = new MockWebServer();
  private final Map<String, Function<RecordedRequest, MockResponse>> files =
      new ConcurrentHashMap<>();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final String scheme;
  private Duration timeout = Duration.ofSeconds(20);
  private AddressPolicy policy = AddressPolicy.STANDARD;

  private PageBench(String scheme) throws IOException {
    this.scheme = scheme;
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            if (request.getTarget().equals(ICON)) {
              return new MockResponse.Builder().build();
            }
            requests.add(request);
            Function<RecordedRequest, MockResponse> file = files.get(request.getTarget());
            return file == null
                ? new MockResponse.Builder().code(404).body("none").build()
                : file.apply(request);
          }
        });
  }

  /// Over h2.
  static PageBench shared() throws IOException {
    return shared(Certificates.valid(ProbeBench.HOST));
  }

  /// Over h2, with that certificate.
  static PageBench shared(SSLContext context) throws IOException {
    PageBench bench = new PageBench("https");
    bench.server.useHttps(context.getSocketFactory());
    bench.server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
    bench.server.start();
    return bench;
  }

  /// Over http/1.1 without TLS.
  static PageBench plain() throws IOException {
    PageBench bench = new PageBench("http");
    bench.server.start();
    return bench;
  }

  PageBench timeout(Duration limit) {
    timeout = limit;
    return this;
  }

  PageBench policy(AddressPolicy judge) {
    policy = judge;
    return this;
  }

  /// A file of that type.
  PageBench file(String path, String type, String content) {
    return answer(
        path, new MockResponse.Builder().addHeader("Content-Type", type).body(content).build());
  }

  PageBench page(String content) {
    return file("/", "text/html; charset=utf-8", content);
  }

  PageBench answer(String path, MockResponse response) {
    return answer(path, _ -> response);
  }

  PageBench answer(String path, Function<RecordedRequest, MockResponse> response) {
    files.put(path, response);
    return this;
  }

  String url(String path) {
    return scheme + "://" + ProbeBench.HOST + ":" + server.getPort() + path;
  }

  int port() {
    return server.getPort();
  }

  /// What it was asked for, in the order in which it came.
  List<RecordedRequest> requests() {
    return requests;
  }

  /// The one load of the page at `/`.
  Run load() {
    return load(1, false).runs().getFirst();
  }

  Snapshot load(int runs, boolean warm) {
    return load(runs, warm, PageListener.NONE, new Cancellation());
  }

  Snapshot load(int runs, boolean warm, PageListener listener, Cancellation cancellation) {
    return load(url("/"), runs, warm, listener, cancellation);
  }

  /// One load of a page that another server has.
  Run load(String url) {
    return load(url, 1, false, PageListener.NONE, new Cancellation()).runs().getFirst();
  }

  private Snapshot load(
      String url, int runs, boolean warm, PageListener listener, Cancellation cancellation) {
    Probe probe =
        new Probe(TrustAnchors.only(Certificates.ROOT.certificate()), policy, WarmUp.never());
    ProbeRequest request = new ProbeBench().resolver(dns).timeout(timeout).request(url);
    return probe.load(PagePlan.of(request, Viewport.DESKTOP, runs, warm), listener, cancellation);
  }

  /// The exchange for that path.
  static Exchange of(Run run, String path) {
    return run.exchanges().stream()
        .filter(each -> each.url().endsWith(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError(path + " was not asked for: " + paths(run)));
  }

  /// The last byte of what the load event waits for.
  static long end(Run run) {
    return run.exchanges().stream()
        .filter(each -> !each.url().endsWith(ICON))
        .mapToLong(Exchange::endNanos)
        .max()
        .orElseThrow();
  }

  /// The paths asked for, in order.
  static List<String> paths(Run run) {
    return run.exchanges().stream()
        .map(each -> each.url().replaceFirst("^https?://[^/]*", ""))
        .filter(path -> !path.equals(ICON))
        .toList();
  }

  @Override
  public void close() throws IOException {
    server.close();
    dns.close();
  }
}
