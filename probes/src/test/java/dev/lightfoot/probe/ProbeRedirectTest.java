package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.TraceParent;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import dev.lightfoot.probe.wire.AddressPolicy;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ProbeRedirectTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private static String to(String location) {
    return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
  }

  /// Answers by request path; notes every head.
  private static ScriptedServer server(Function<String, String> byPath) throws Exception {
    ScriptedServer[] holder = new ScriptedServer[1];
    holder[0] =
        ScriptedServer.plain(
            connection -> {
              String head = ScriptedServer.readHead(connection);
              while (!head.isEmpty()) {
                holder[0].note(head);
                String path = head.split(" ", 3)[1];
                connection
                    .getOutputStream()
                    .write(byPath.apply(path).getBytes(StandardCharsets.ISO_8859_1));
                head = ScriptedServer.readHead(connection);
              }
            });
    return holder[0];
  }

  private static String url(ScriptedServer server, String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  @Test
  void eachHopIsAnExchangeWithPhasesOfItsOwn() throws Exception {
    try (ScriptedServer server =
        server(path -> path.equals("/c") ? OK : path.equals("/a") ? to("/b") : to("c"))) {
      Run run = new ProbeBench().run(url(server, "/a"));
      assertThat(error(run)).isEqualTo("none");
      assertThat(run.exchanges())
          .extracting(Exchange::url)
          .containsExactly(url(server, "/a"), url(server, "/b"), url(server, "/c"));
      assertThat(run.exchanges().get(1).redirectedFrom()).contains(url(server, "/a"));
      assertThat(state(run.exchanges().get(0), Phase.TCP)).isEqualTo("measured");
      assertThat(state(run.exchanges().get(1), Phase.TCP)).isEqualTo("reused");
      assertThat(run.exchanges().get(1).startNanos())
          .isGreaterThanOrEqualTo(run.exchanges().get(0).endNanos());
    }
  }

  /// Notes which hop began and which was told, in order.
  private static List<String> told(ScriptedServer server, ProbeBench bench) {
    List<String> events = new CopyOnWriteArrayList<>();
    ProbeListener listener =
        new ProbeListener() {
          @Override
          public void exchangeStarted(String url) {
            events.add("asked " + url.substring(url.lastIndexOf('/')));
          }

          @Override
          public void exchangeEnded(Exchange exchange) {
            events.add("told " + exchange.url().substring(exchange.url().lastIndexOf('/')));
          }
        };
    bench.measure(url(server, "/a"), 1, false, false, listener, new Cancellation());
    return events;
  }

  @Test
  void theNextRequestDoesNotWaitForTheFactsOfTheOneBefore() throws Exception {
    try (ScriptedServer server =
        server(path -> path.equals("/c") ? OK : path.equals("/a") ? to("/b") : to("/c"))) {
      List<String> events = told(server, new ProbeBench());
      assertThat(events).containsSubsequence("asked /a", "asked /b", "asked /c", "told /c");
      assertThat(events).containsSubsequence("told /a", "told /b", "told /c").hasSize(6);
      assertThat(events).containsSubsequence("asked /b", "told /a");
      assertThat(events).containsSubsequence("asked /c", "told /b");
    }
  }

  @Test
  void everyHopOfAChainThatBreaksOffIsTold() throws Exception {
    try (ScriptedServer server =
        server(path -> path.equals("/a") ? to("/b") : path.equals("/b") ? to("/c") : "no HTTP")) {
      assertThat(told(server, new ProbeBench().timeout(Duration.ofSeconds(2))))
          .containsSubsequence("told /a", "told /b", "told /c")
          .hasSize(6);
    }
  }

  @Test
  void everyHopOfACircleIsTold() throws Exception {
    try (ScriptedServer server = server(path -> path.equals("/a") ? to("/b") : to("/a"))) {
      assertThat(told(server, new ProbeBench()))
          .containsSubsequence("asked /a", "asked /b", "told /a", "told /b")
          .hasSize(4);
    }
  }

  @Test
  void theHopsShareATraceAndAreSpansOfTheirOwn() throws Exception {
    try (ScriptedServer server = server(path -> path.equals("/a") ? to("/b") : OK)) {
      List<TraceParent> sent = sent(new ProbeBench().run(url(server, "/a")));
      assertThat(sent).extracting(TraceParent::traceId).hasSize(2).containsOnly(trace(sent));
      assertThat(sent).extracting(TraceParent::parentId).doesNotHaveDuplicates();
      String given = "00-" + "1".repeat(32) + "-" + "2".repeat(16) + "-00";
      Header header = new Header("traceparent", given);
      Run theirs = new ProbeBench().headers(header).run(url(server, "/a"));
      assertThat(sent(theirs)).hasSize(2).containsOnly(TraceParent.parse(given).orElseThrow());
    }
  }

  private static List<TraceParent> sent(Run run) {
    return run.exchanges().stream()
        .flatMap(hop -> hop.request().headers().stream())
        .filter(line -> line.named("traceparent"))
        .flatMap(line -> TraceParent.parse(line.value()).stream())
        .toList();
  }

  private static String trace(List<TraceParent> sent) {
    return sent.getFirst().traceId();
  }

  @Test
  void aCircleIsNamed() throws Exception {
    try (ScriptedServer server = server(path -> path.equals("/a") ? to("/b") : to("/a"))) {
      Run run = new ProbeBench().run(url(server, "/a"));
      assertThat(error(run)).isEqualTo("- redirect-loop");
      assertThat(run.error().orElseThrow().message()).contains(url(server, "/a"));
      assertThat(run.exchanges()).hasSize(2);
    }
  }

  @Test
  void theEleventhRedirectIsNotFollowed() throws Exception {
    try (ScriptedServer server = server(path -> to(path + "x"))) {
      Run run = new ProbeBench().run(url(server, "/"));
      assertThat(error(run)).isEqualTo("- too-many-redirects");
      assertThat(run.exchanges()).hasSize(11);
    }
  }

  @Test
  void onlyHttpAndHttpsAreFollowed() throws Exception {
    try (ScriptedServer server = server(path -> to("ftp://files.test/"))) {
      assertThat(error(new ProbeBench().run(url(server, "/")))).isEqualTo("- bad-redirect");
    }
  }

  @Test
  void cookiesThatAHopSetsGoToTheNext() throws Exception {
    try (ScriptedServer server =
        server(
            path ->
                path.equals("/in")
                    ? "HTTP/1.1 302 Found\r\nSet-Cookie: sid=7\r\nLocation: /home\r\n"
                        + "Content-Length: 0\r\n\r\n"
                    : OK)) {
      new ProbeBench().run(url(server, "/in"));
      assertThat(server.notes().get(1)).contains("Cookie: sid=7");
    }
  }

  @Test
  void credentialsStayWithTheirOrigin() throws Exception {
    try (ScriptedServer other = server(path -> OK);
        ScriptedServer server = server(path -> to(url(other, "/")))) {
      new ProbeBench()
          .cookies("sid=secret")
          .headers(
              new Header("Authorization", "Bearer secret"),
              new Header("X-Api-Key", "secret"),
              new Header("X-Trace", "kept"))
          .run(url(server, "/"));
      assertThat(server.notes().getFirst()).contains("secret");
      assertThat(other.notes().getFirst()).doesNotContain("secret").contains("X-Trace: kept");
    }
  }

  @Test
  void aPostBecomesAGetUnlessTheStatusForbidsIt() throws Exception {
    try (ScriptedServer server = server(path -> path.equals("/a") ? to("/b") : OK)) {
      new ProbeBench().headers().post("").run(url(server, "/a"));
      assertThat(server.notes())
          .extracting(head -> head.substring(0, 6))
          .containsExactly("POST /", "GET /b");
    }
  }

  @Test
  void aRedirectFromAPublicToAPrivateAddressIsRefused() throws Exception {
    AddressPolicy only2IsPrivate = address -> address.equals(InetAddress.ofLiteral("127.0.0.2"));
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        ScriptedServer server = server(path -> to("http://127.0.0.2:1/admin"))) {
      Run run =
          new ProbeBench(only2IsPrivate)
              .resolver(dns)
              .run("http://public.test:" + server.port() + "/");
      assertThat(error(run)).isEqualTo("tcp private-address");
      assertThat(run.exchanges()).hasSize(2);
      assertThat(run.exchanges().getLast().connection()).isEmpty();
    }
  }

  @Test
  void privateAddressesAreThoseOfTheRegistries() {
    assertThat(
            List.of(
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "::1",
                "fe80::1",
                "fd00::1",
                "64:ff9b::a00:1",
                "2002:a00:1::"))
        .allMatch(text -> AddressPolicy.STANDARD.isPrivate(InetAddress.ofLiteral(text)));
    assertThat(List.of("93.184.216.34", "172.32.0.1", "2606:2800::1", "64:ff9b::5db8:d822"))
        .noneMatch(text -> AddressPolicy.STANDARD.isPrivate(InetAddress.ofLiteral(text)));
  }

  @Test
  void settingACookieAndReloadingIsNoCircle() throws Exception {
    try (ScriptedServer server = new Reloading().start()) {
      Run run = new ProbeBench().run(url(server, "/"));
      assertThat(error(run)).isEqualTo("none");
      assertThat(run.exchanges()).hasSize(2);
    }
  }

  /// Sets a cookie and sends everybody back who comes without it.
  private static final class Reloading {
    private ScriptedServer start() throws Exception {
      return ScriptedServer.plain(
          connection -> {
            String head = ScriptedServer.readHead(connection);
            while (!head.isEmpty()) {
              String answer =
                  head.contains("Cookie: seen=1")
                      ? OK
                      : "HTTP/1.1 302 Found\r\nLocation: /\r\nSet-Cookie: seen=1\r\n"
                          + "Content-Length: 0\r\n\r\n";
              connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
              head = ScriptedServer.readHead(connection);
            }
          });
    }
  }

  @Test
  void aGivenHostAndCookieLineFollowTheOrigin() throws Exception {
    try (ScriptedServer other = server(path -> OK);
        ScriptedServer server =
            server(path -> path.equals("/a") ? to("/b") : to(url(other, "/")))) {
      new ProbeBench()
          .headers(new Header("Cookie", "mine=1"), new Header("Host", "shop.test"))
          .run(url(server, "/a"));
      assertThat(server.notes().get(1)).contains("Cookie: mine=1").contains("Host: shop.test");
      assertThat(other.notes().getFirst()).doesNotContain("mine=1").doesNotContain("shop.test");
    }
  }
}
