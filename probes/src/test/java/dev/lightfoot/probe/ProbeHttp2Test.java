package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static dev.lightfoot.probe.peer.Measured.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.ScriptedDns;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbeHttp2Test {
  private ScriptedDns dns;
  private MockWebServer server;

  @BeforeEach
  void start() throws Exception {
    dns = ProbeBench.everyNameIsHere();
    server = new MockWebServer();
    server.useHttps(Certificates.valid(ProbeBench.HOST).getSocketFactory());
    server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    dns.close();
  }

  private String url() {
    return "https://" + ProbeBench.HOST + ":" + server.getPort() + "/";
  }

  private Run run(MockResponse response) {
    server.enqueue(response);
    return new ProbeBench().resolver(dns).run(url());
  }

  @Test
  void h2IsAgreedOnAndEveryPhaseIsMeasured() {
    Exchange exchange = only(run(new MockResponse.Builder().body("hello").build()));
    assertThat(exchange.protocol()).contains("h2");
    assertThat(exchange.status()).hasValue(200);
    assertThat(List.of(Phase.TCP, Phase.TLS, Phase.SEND, Phase.WAIT, Phase.RECEIVE))
        .allMatch(phase -> state(exchange, phase).equals("measured"));
    assertThat(exchange.response().orElseThrow().bodyBytes()).isEqualTo(5);
    assertThat(exchange.response().orElseThrow().headerBytes()).isPositive();
    assertThat(exchange.request().headerBytes()).isPositive();
    assertThat(exchange.phases().totalNanos() + exchange.gapNanos())
        .isEqualTo(exchange.marks().lastByteNanos().orElseThrow() - exchange.startNanos());
  }

  @Test
  void waitEndsWithTheResponseAndNotWithSettingsOrTickets() {
    Exchange exchange =
        only(
            run(
                new MockResponse.Builder()
                    .headersDelay(150, TimeUnit.MILLISECONDS)
                    .body("x")
                    .build()));
    assertThat(exchange.phases().durationNanos(Phase.WAIT)).isGreaterThan(140_000_000L);
  }

  @Test
  void anEarlyHintIsAnInterimResponse() {
    Exchange exchange =
        only(
            run(
                new MockResponse.Builder()
                    .addInformationalResponse(
                        new MockResponse.Builder()
                            .code(103)
                            .headers(Headers.of("link", "</a.css>"))
                            .build())
                    .body("x")
                    .build()));
    assertThat(exchange.interim()).extracting(Interim::status).containsExactly(103);
    assertThat(exchange.status()).hasValue(200);
    assertThat(exchange.marks().firstByteNanos().orElseThrow())
        .isLessThanOrEqualTo(exchange.marks().finalFirstByteNanos().orElseThrow());
  }

  @Test
  void aBodyInSlicesIsSeenInChunks() {
    Exchange exchange =
        only(
            run(
                new MockResponse.Builder()
                    .body("x".repeat(3_000))
                    .throttleBody(1_000, 40, TimeUnit.MILLISECONDS)
                    .build()));
    assertThat(exchange.response().orElseThrow().bodyBytes()).isEqualTo(3_000);
    assertThat(exchange.chunks().size()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aWarmRunReusesTheConnectionWithSmallerHeaders() {
    server.enqueue(new MockResponse.Builder().body("a").build());
    server.enqueue(new MockResponse.Builder().body("b").build());
    Snapshot snapshot = new ProbeBench().resolver(dns).measure(url(), 1, false, true);
    Exchange cold = only(snapshot.runs().get(0));
    Exchange warm = only(snapshot.runs().get(1));
    assertThat(state(warm, Phase.DNS)).isEqualTo("reused");
    assertThat(warm.status()).hasValue(200);
    assertThat(warm.request().headerBytes()).isLessThan(cold.request().headerBytes());
    assertThat(warm.tls().orElseThrow().serverHelloNanos()).isEmpty();
  }

  @Test
  void aResetStreamIsNamed() {
    Run run =
        run(new MockResponse.Builder().onRequestStart(new SocketEffect.CloseStream(2)).build());
    assertThat(error(run)).isEqualTo("wait stream-reset");
  }

  @Test
  void moreThanAThousandHeaderLinesAreRefused() {
    MockResponse.Builder response = new MockResponse.Builder().body("x");
    for (int i = 0; i < 1_100; i++) {
      response.addHeader("x-" + i, "1");
    }
    assertThat(error(run(response.build()))).isEqualTo("receive headers-too-large");
  }

  @Test
  void theRequestCarriesATraceAndWhatThePersonGave() throws Exception {
    server.enqueue(new MockResponse.Builder().body("x").build());
    new ProbeBench()
        .resolver(dns)
        .headers(new Header("User-Agent", "mine"))
        .cookies("a=1")
        .run(url());
    Headers sent = server.takeRequest().getHeaders();
    assertThat(sent.get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    assertThat(sent.values("user-agent")).containsExactly("mine");
    assertThat(sent.get("cookie")).isEqualTo("a=1");
  }

  @Test
  void aBodyThatStallsAfterTheHeadersFailsInReceive() {
    server.enqueue(new MockResponse.Builder().body("late").bodyDelay(9, TimeUnit.SECONDS).build());
    Run run = new ProbeBench().resolver(dns).timeout(java.time.Duration.ofMillis(2_500)).run(url());
    assertThat(error(run)).isEqualTo("receive timeout");
    assertThat(state(only(run), Phase.WAIT)).isEqualTo("measured");
  }

  @Test
  void trailersDoNotCountAsTheResponsesHeaders() {
    Exchange plain = only(run(new MockResponse.Builder().body("x").build()));
    Exchange trailed =
        only(
            run(
                new MockResponse.Builder()
                    .body("x")
                    .trailers(Headers.of("grpc-status", "0"))
                    .build()));
    assertThat(trailed.response().orElseThrow().headerBytes())
        .isLessThanOrEqualTo(plain.response().orElseThrow().headerBytes() + 10);
  }
}
