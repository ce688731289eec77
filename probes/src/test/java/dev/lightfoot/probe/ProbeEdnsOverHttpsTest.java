package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.function.UnaryOperator;
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
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Resolvers over HTTPS that refuse EDNS (RFC 6891).
class ProbeEdnsOverHttpsTest {
  private static final int HEADER = 12;

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

  private Snapshot measure(int runs) {
    WebUrl url = WebUrl.of("https://127.0.0.1:" + resolver.getPort() + "/dns-query");
    return new ProbeBench()
        .resolver(new ResolverChoice.Https(url))
        .measure("http://shop.test:" + target.port() + "/", runs, false, false);
  }

  /// Answers a question with EDNS by that many bytes of that, any other with an address.
  private void refuses(UnaryOperator<Message> refusal, int most) {
    resolver.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            Message query = query(request);
            return query.getOPT() == null
                ? message(answer(query).toWire())
                : message(cut(refusal.apply(query).toWire(), most));
          }
        });
  }

  private static byte[] cut(byte[] wire, int most) {
    if (wire.length <= most) {
      return wire;
    }
    byte[] head = Arrays.copyOf(wire, most);
    head[5] = 0; // no question
    return head;
  }

  private static Message query(RecordedRequest request) {
    try {
      return new Message(request.getBody().toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Message answer(Message query) {
    return query.getQuestion().getType() == Type.A
        ? ScriptedDns.reply(
            query,
            Rcode.NOERROR,
            new ARecord(
                query.getQuestion().getName(), DClass.IN, 60, InetAddress.getLoopbackAddress()))
        : ScriptedDns.reply(query, Rcode.NOERROR);
  }

  private static MockResponse message(byte[] bytes) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/dns-message")
        .body(new Buffer().write(bytes))
        .build();
  }

  private void assertAskedAgain(String rcode) {
    Run run = measure(1).runs().getFirst();
    assertThat(error(run)).isEqualTo("none");
    assertThat(only(run).dns())
        .filteredOn(query -> query.rcode().orElse("").equals(rcode))
        .hasSize(2);
    assertThat(only(run).dns())
        .filteredOn(query -> query.rcode().orElse("").equals("NOERROR"))
        .hasSize(2)
        .allMatch(query -> query.note().orElse("").contains("with it the answer was " + rcode))
        .allMatch(query -> query.trips().orElse(0) == 1);
    assertThat(only(run).phases().trips(Phase.DNS)).hasValue(4); // TCP, TLS 1.3, two questions
  }

  @Test
  void afterFormerrTheQuestionIsAskedWithoutEdns() {
    refuses(query -> ScriptedDns.reply(query, Rcode.FORMERR), Integer.MAX_VALUE);
    assertAskedAgain("FORMERR");
  }

  @Test
  void aFormerrOfTwelveBytesIsAnAnswer() {
    refuses(query -> ScriptedDns.reply(query, Rcode.FORMERR), HEADER);
    assertAskedAgain("FORMERR");
  }

  @Test
  void afterNotimpTheQuestionIsAskedWithoutEdns() {
    refuses(query -> ScriptedDns.reply(query, Rcode.NOTIMP), Integer.MAX_VALUE);
    assertAskedAgain("NOTIMP");
  }

  @Test
  void afterBadversTheQuestionIsAskedWithoutEdns() {
    refuses(
        query -> {
          Message reply = ScriptedDns.reply(query, Rcode.NOERROR);
          reply.addRecord(new OPTRecord(1_232, 1, 0), Section.ADDITIONAL); // 1 << 4 is BADVERS
          return reply;
        },
        Integer.MAX_VALUE);
    assertAskedAgain("BADVERS");
  }

  @Test
  void theNextRunKnowsAndThePersonIsWarned() {
    refuses(query -> ScriptedDns.reply(query, Rcode.FORMERR), Integer.MAX_VALUE);
    Snapshot snapshot = measure(2);
    Run second = snapshot.runs().getLast();
    assertThat(only(second).dns()).hasSize(2);
    assertThat(only(second).phases().trips(Phase.DNS)).hasValue(3);
    assertThat(snapshot.environment().warnings())
        .anyMatch(words -> words.contains("/dns-query answered FORMERR to questions with EDNS"));
  }
}
