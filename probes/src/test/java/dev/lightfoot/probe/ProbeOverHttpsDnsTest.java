package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
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
import org.xbill.DNS.Rcode;
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
    URI url = URI.create("https://127.0.0.1:" + resolver.getPort() + "/dns-query");
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
    assertThat(error(run)).isEqualTo("dns dns-unreachable");
    assertThat(run.error().orElseThrow().message()).contains("404");
  }
}
