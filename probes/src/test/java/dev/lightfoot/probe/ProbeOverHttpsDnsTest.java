package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.ResolverConnection;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

class ProbeOverHttpsDnsTest {
  private MockWebServer resolver;
  private ScriptedServer target;

  @BeforeEach
  void start() throws Exception {
    resolver = new MockWebServer();
    resolver.useHttps(Certificates.valid("127.0.0.1").getSocketFactory());
    resolver.start();
    target =
        ScriptedServer.plain(
            ScriptedServer.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
  }

  @AfterEach
  void stop() throws Exception {
    resolver.close();
    target.close();
  }

  private Run run() {
    WebUrl url = WebUrl.of("https://127.0.0.1:" + resolver.getPort() + "/dns-query");
    return new ProbeBench()
        .resolver(new ResolverChoice.Https(url))
        .run("http://shop.test:" + target.port() + "/");
  }

  private void answersWith(MockResponse.Builder failure, boolean works) {
    resolver.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return works ? answer(request) : failure.build();
          }
        });
  }

  private static MockResponse answer(RecordedRequest request) {
    try {
      Message query = new Message(request.getBody().toByteArray());
      Message reply =
          query.getQuestion().getType() == Type.A
              ? ScriptedDns.reply(
                  query,
                  Rcode.NOERROR,
                  new ARecord(
                      query.getQuestion().getName(),
                      DClass.IN,
                      60,
                      InetAddress.getLoopbackAddress()))
              : ScriptedDns.reply(query, Rcode.NOERROR);
      return new MockResponse.Builder()
          .addHeader("Content-Type", "application/dns-message")
          .body(new Buffer().write(reply.toWire()))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void namesAreResolvedOverHttpsAndItsTripsCounted() {
    answersWith(new MockResponse.Builder(), true);
    Run run = run();
    assertThat(error(run)).isEqualTo("none");
    assertThat(only(run).dns()).extracting(DnsQuery::transport).containsOnly("https");
    assertThat(only(run).phases().trips(Phase.DNS)).hasValue(3); // TCP, TLS 1.3, the question
    assertThat(only(run).connection().orElseThrow().attempts()).hasSize(1);
  }

  @Test
  void aResolverThatDoesNotSpeakDnsIsNamed() {
    answersWith(new MockResponse.Builder().code(404), false);
    Run run = run();
    assertThat(error(run)).isEqualTo("dns dns-failed");
    assertThat(run.error().orElseThrow().message()).contains("404");
  }

  @Test
  void theConnectionOfTheResolverIsShownWithItsPhases() {
    answersWith(new MockResponse.Builder(), true);
    DnsQuery opened =
        only(run()).dns().stream().filter(q -> q.setUp().isPresent()).findFirst().orElseThrow();
    ResolverConnection made = opened.setUp().orElseThrow();
    assertThat(made.phases().trips(Phase.TCP)).hasValue(1);
    assertThat(made.phases().trips(Phase.TLS)).hasValue(1);
    assertThat(made.phases().timing(Phase.DNS))
        .contains(new PhaseTiming.NotApplicable(PhaseTiming.Reason.LITERAL));
    assertThat(made.tlsVersion()).contains("TLSv1.3");
    assertThat(made.address()).contains("127.0.0.1:" + resolver.getPort());
    assertThat(opened.trips()).hasValue(3);
    assertThat(made.durationNanos().orElseThrow()).isLessThan(opened.durationNanos());
  }

  @Test
  void theOtherQuestionTakesOneTripOnThatConnection() {
    answersWith(new MockResponse.Builder(), true);
    Exchange exchange = only(run());
    assertThat(exchange.dns()).filteredOn(query -> query.setUp().isEmpty()).hasSize(1);
    assertThat(exchange.dns())
        .filteredOn(query -> query.setUp().isEmpty())
        .allMatch(query -> query.trips().orElseThrow() == 1);
  }

  @Test
  void anErrorOfTheResolversServerIsNamed() {
    answersWith(new MockResponse.Builder().code(500), false);
    assertThat(message("dns dns-failed")).contains("HTTP status 500");
  }

  @Test
  void noQuestionIsAskedASecondTimeByTheLibrary() {
    answersWith(new MockResponse.Builder().code(503).addHeader("Retry-After", "0"), false);
    assertThat(error(run())).startsWith("dns ");
    int first = resolver.getRequestCount();
    answersWith(new MockResponse.Builder().code(503), false);
    assertThat(error(run())).startsWith("dns ");
    assertThat(resolver.getRequestCount()).isEqualTo(2 * first);
  }

  @Test
  void anotherContentTypeIsNamed() {
    answersWith(
        new MockResponse.Builder().addHeader("Content-Type", "text/html").body("<html>"), false);
    assertThat(message("dns dns-malformed")).contains("text/html");
  }

  @Test
  void anAnswerLongerThanADnsMessageIsRefused() {
    answersWith(dnsMessage(new byte[70_000]), false);
    assertThat(message("dns dns-malformed")).contains("longer than a DNS message");
  }

  @Test
  void bytesThatAreNoMessageAreRefused() {
    answersWith(dnsMessage(new byte[] {1, 2, 3}), false);
    assertThat(message("dns dns-malformed")).contains("not a DNS message");
  }

  @Test
  void anAnswerWithAnotherIdOrQuestionIsRefused() throws Exception {
    Message foreign = Message.newQuery(Record.newRecord(Name.root, Type.A, DClass.IN));
    foreign.getHeader().setFlag(org.xbill.DNS.Flags.QR);
    answersWith(dnsMessage(foreign.toWire()), false);
    assertThat(message("dns dns-malformed")).contains("a different question");
    Message query =
        Message.newQuery(Record.newRecord(Name.fromString("shop.test."), Type.AAAA, DClass.IN));
    query.getHeader().setID(77);
    query.getHeader().setFlag(org.xbill.DNS.Flags.QR);
    answersWith(dnsMessage(query.toWire()), false);
    assertThat(message("dns dns-malformed"))
        .containsAnyOf("a different id", "a different question");
  }

  @Test
  void aSilentResolverIsGivenUpAfterFiveSecondsWithItsHandshakeShown() {
    answersWith(new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS), false);
    Run run = run();
    assertThat(error(run)).isEqualTo("dns dns-timeout");
    assertThat(only(run).dns()).anyMatch(query -> query.setUp().isPresent());
  }

  @Test
  void aResolverWithoutATrustedCertificateIsNamedWithTheReason() throws Exception {
    resolver.close();
    resolver = new MockWebServer();
    resolver.useHttps(Certificates.valid("other.test").getSocketFactory());
    resolver.start();
    answersWith(new MockResponse.Builder(), true);
    Run run = run();
    assertThat(error(run)).isEqualTo("dns dns-unreachable");
    assertThat(run.error().orElseThrow().message()).contains("certificate");
    ResolverConnection made =
        only(run).dns().stream().flatMap(q -> q.setUp().stream()).findFirst().orElseThrow();
    assertThat(made.phases().timing(Phase.TLS).orElseThrow())
        .isInstanceOf(PhaseTiming.Failed.class);
  }

  private String message(String expected) {
    Run run = run();
    assertThat(error(run)).isEqualTo(expected);
    return run.error().orElseThrow().message();
  }

  private static MockResponse.Builder dnsMessage(byte[] bytes) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/dns-message")
        .body(new Buffer().write(bytes));
  }
}
