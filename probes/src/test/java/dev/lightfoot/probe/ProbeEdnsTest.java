package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import dev.lightfoot.report.layout.AskedQuestion;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Resolvers that refuse EDNS (RFC 6891): old ones, and boxes in between.
class ProbeEdnsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final int HEADER = 12;

  private static Message answer(Message query) {
    return query.getQuestion().getType() == Type.A
        ? ScriptedDns.reply(
            query,
            Rcode.NOERROR,
            new ARecord(
                query.getQuestion().getName(), DClass.IN, 60, InetAddress.getLoopbackAddress()))
        : ScriptedDns.reply(query, Rcode.NOERROR);
  }

  /// Answers questions without EDNS, and others as that script does.
  private static ScriptedDns.Script withEdns(ScriptedDns.Script refusal) {
    return (query, tcp) ->
        query.getOPT() == null ? ScriptedDns.now(answer(query)) : refusal.answer(query, tcp);
  }

  private static Snapshot measure(ScriptedDns.Script refusal, int runs) throws Exception {
    try (ScriptedDns dns = new ScriptedDns(withEdns(refusal));
        ScriptedServer server = ScriptedServer.plain(ScriptedServer.answer(OK))) {
      return new ProbeBench()
          .resolver(dns)
          .measure("http://shop.test:" + server.port() + "/", runs, false, false);
    }
  }

  private static void assertAskedAgain(ScriptedDns.Script refusal, String rcode) throws Exception {
    Run run = measure(refusal, 1).runs().getFirst();
    assertThat(error(run)).isEqualTo("none");
    List<DnsQuery> queries = only(run).dns();
    assertThat(queries).hasSize(4); // A and AAAA, each twice
    assertThat(queries)
        .filteredOn(query -> query.rcode().orElse("").equals(rcode))
        .hasSize(2)
        .allMatch(query -> query.trips().orElse(0) == 1);
    assertThat(queries)
        .filteredOn(query -> query.rcode().orElse("").equals("NOERROR"))
        .allMatch(query -> query.note().orElse("").contains("with it the answer was " + rcode));
    assertThat(only(run).phases().trips(Phase.DNS)).hasValue(2);
    assertThat(
            AskedQuestion.inOrder(queries).stream()
                .mapToInt(asked -> asked.trips().orElse(0))
                .sum())
        .isEqualTo(2);
  }

  @Test
  void afterFormerrTheQuestionIsAskedWithoutEdns() throws Exception {
    assertAskedAgain(
        (query, tcp) -> ScriptedDns.now(ScriptedDns.reply(query, Rcode.FORMERR)), "FORMERR");
  }

  @Test
  void aFormerrOfTwelveBytesIsAnAnswer() throws Exception {
    assertAskedAgain(
        (query, tcp) -> {
          byte[] whole = ScriptedDns.reply(query, Rcode.FORMERR).toWire();
          byte[] head = Arrays.copyOf(whole, HEADER);
          head[5] = 0; // no question
          return List.of(new ScriptedDns.Reply(head, 0));
        },
        "FORMERR");
  }

  @Test
  void afterNotimpTheQuestionIsAskedWithoutEdns() throws Exception {
    assertAskedAgain(
        (query, tcp) -> ScriptedDns.now(ScriptedDns.reply(query, Rcode.NOTIMP)), "NOTIMP");
  }

  @Test
  void afterBadversTheQuestionIsAskedWithoutEdns() throws Exception {
    assertAskedAgain(
        (query, tcp) -> {
          Message reply = ScriptedDns.reply(query, Rcode.NOERROR);
          reply.addRecord(new OPTRecord(1_232, 1, 0), Section.ADDITIONAL); // 1 << 4 is BADVERS
          return ScriptedDns.now(reply);
        },
        "BADVERS");
  }

  @Test
  void afterSilenceTheQuestionIsAskedWithoutEdns() throws Exception {
    Run run = measure((query, tcp) -> List.of(), 1).runs().getFirst();
    assertThat(error(run)).isEqualTo("none");
    List<DnsQuery> queries = only(run).dns();
    assertThat(queries)
        .filteredOn(query -> query.rcode().isEmpty())
        .hasSize(2)
        .allMatch(query -> query.note().orElse("").contains("within 1500 ms"));
    assertThat(queries)
        .filteredOn(query -> query.rcode().isPresent())
        .hasSize(2)
        .allMatch(query -> query.note().orElse("").contains("with it there was no answer"));
    assertThat(only(run).phases().trips(Phase.DNS)).hasValue(1); // silence is no trip
  }

  @Test
  void theNextRunKnowsAndThePersonIsWarned() throws Exception {
    Snapshot snapshot =
        measure((query, tcp) -> ScriptedDns.now(ScriptedDns.reply(query, Rcode.FORMERR)), 2);
    Run second = snapshot.runs().getLast();
    assertThat(only(second).phases().trips(Phase.DNS)).hasValue(1);
    assertThat(only(second).dns())
        .hasSize(2)
        .allMatch(query -> query.note().orElse("").startsWith("asked without EDNS"));
    assertThat(snapshot.environment().warnings())
        .anyMatch(words -> words.contains("answered FORMERR to questions with EDNS"));
  }

  @Test
  void aLostPacketDoesNotMakeARefusalOfEdns() throws Exception {
    java.util.concurrent.atomic.AtomicBoolean lost =
        new java.util.concurrent.atomic.AtomicBoolean();
    try (ScriptedDns dns =
            new ScriptedDns(
                (query, tcp) ->
                    query.getQuestion().getType() == Type.A && !lost.getAndSet(true)
                        ? List.of()
                        : ScriptedDns.now(answer(query)));
        ScriptedServer server = ScriptedServer.plain(ScriptedServer.answer(OK))) {
      Snapshot snapshot =
          new ProbeBench()
              .resolver(dns)
              .measure("http://shop.test:" + server.port() + "/", 1, false, false);
      assertThat(error(snapshot.runs().getFirst())).isEqualTo("none");
      assertThat(snapshot.environment().warnings()).isEmpty();
    }
  }

  @Test
  void aServerThatAlwaysAnswersFormerrIsNamed() throws Exception {
    try (ScriptedDns dns =
        new ScriptedDns((query, tcp) -> ScriptedDns.now(ScriptedDns.reply(query, Rcode.FORMERR)))) {
      Run run = new ProbeBench().resolver(dns).run("http://shop.test/");
      assertThat(error(run)).isEqualTo("dns dns-failed");
      assertThat(run.error().orElseThrow().message()).contains("FORMERR");
    }
  }
}
