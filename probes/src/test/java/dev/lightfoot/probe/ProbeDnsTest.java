package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static dev.lightfoot.probe.peer.Measured.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.LedgerBuilder;
import dev.lightfoot.analysis.ledger.LedgerLine;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

class ProbeDnsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final String TO_B =
      "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Record here(Name name) {
    return new ARecord(name, DClass.IN, 60, InetAddress.getLoopbackAddress());
  }

  private static Run runWith(ScriptedDns.Script script) throws Exception {
    try (ScriptedDns dns = new ScriptedDns(script);
        ScriptedServer server = ScriptedServer.plain(ScriptedServer.answer(OK))) {
      return new ProbeBench().resolver(dns).run("http://shop.test:" + server.port() + "/");
    }
  }

  private static boolean wantsA(Message query) {
    return query.getQuestion().getType() == Type.A;
  }

  @Test
  void everyQueryIsNotedWithItsAnswer() throws Exception {
    Run run =
        runWith(
            (query, tcp) -> {
              Message reply =
                  wantsA(query)
                      ? ScriptedDns.reply(query, Rcode.NOERROR, here(query.getQuestion().getName()))
                      : ScriptedDns.reply(query, Rcode.NOERROR);
              reply.getHeader().setFlag(Flags.AD);
              return ScriptedDns.now(reply);
            });
    Exchange exchange = only(run);
    assertThat(exchange.dns()).extracting(q -> q.type().orElseThrow()).contains("A", "AAAA");
    assertThat(exchange.dns()).allMatch(DnsQuery::authenticated);
    DnsQuery a =
        exchange.dns().stream().filter(q -> q.type().orElseThrow().equals("A")).findFirst().get();
    assertThat(a.answers())
        .extracting(r -> r.data() + " " + r.ttlSeconds())
        .containsExactly("127.0.0.1 60");
    assertThat(exchange.phases().trips(Phase.DNS)).isEqualTo(OptionalInt.of(1));
    assertThat(state(exchange, Phase.DNS)).isEqualTo("measured");
  }

  @Test
  void aNameThatDoesNotExistFailsInDns() throws Exception {
    Run run = runWith((query, tcp) -> ScriptedDns.now(ScriptedDns.reply(query, Rcode.NXDOMAIN)));
    assertThat(error(run)).isEqualTo("dns nxdomain");
    assertThat(state(only(run), Phase.TCP)).isEqualTo("not-reached");
  }

  @Test
  void aNameWithoutAddressesSaysSo() throws Exception {
    Run run = runWith((query, tcp) -> ScriptedDns.now(ScriptedDns.reply(query, Rcode.NOERROR)));
    assertThat(error(run)).isEqualTo("dns no-address");
  }

  @Test
  void servfailThatGoesAwayWithoutValidationIsBogus() throws Exception {
    Run run =
        runWith(
            (query, tcp) ->
                ScriptedDns.now(
                    query.getHeader().getFlag(Flags.CD)
                        ? ScriptedDns.reply(
                            query, Rcode.NOERROR, here(query.getQuestion().getName()))
                        : ScriptedDns.reply(query, Rcode.SERVFAIL)));
    assertThat(error(run)).isEqualTo("dns dnssec-bogus");
    assertThat(only(run).phases().trips(Phase.DNS)).hasValue(2); // and once without validation
  }

  @Test
  void servfailThatStaysIsServfail() throws Exception {
    Run run = runWith((query, tcp) -> ScriptedDns.now(ScriptedDns.reply(query, Rcode.SERVFAIL)));
    assertThat(error(run)).isEqualTo("dns servfail");
  }

  @Test
  void aSilentResolverIsGivenUpAfterFiveSeconds() throws Exception {
    long start = System.nanoTime();
    Run run = runWith((query, tcp) -> List.of());
    assertThat(error(run)).isEqualTo("dns dns-timeout");
    assertThat(only(run).phases().trips(Phase.DNS)).hasValue(0); // nothing ever came back
    assertThat((System.nanoTime() - start) / 1_000_000).isBetween(4_900L, 8_000L);
  }

  @Test
  void nobodyListeningIsUnreachableAtOnce() throws Exception {
    int port;
    try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    Run run =
        new ProbeBench()
            .resolver(
                new ResolverChoice.Server(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
            .run("http://shop.test/");
    assertThat(error(run)).isEqualTo("dns dns-unreachable");
  }

  @Test
  void aCutAnswerIsAskedForAgainOverTcp() throws Exception {
    Run run =
        runWith(
            (query, tcp) -> {
              Message reply = ScriptedDns.reply(query, Rcode.NOERROR);
              if (tcp && wantsA(query)) {
                reply.addRecord(here(query.getQuestion().getName()), org.xbill.DNS.Section.ANSWER);
              } else if (!tcp) {
                reply.getHeader().setFlag(Flags.TC);
              }
              return ScriptedDns.now(reply);
            });
    assertThat(error(run)).isEqualTo("none");
    assertThat(only(run).dns()).anyMatch(q -> q.transport().equals("tcp"));
    assertThat(only(run).dns()).anyMatch(DnsQuery::truncated);
    assertThat(only(run).phases().trips(Phase.DNS)).isEqualTo(OptionalInt.of(3));
  }

  @Test
  void anAliasIsFollowedWithinOneAnswer() throws Exception {
    Name target = Name.fromConstantString("edge.cdn.test.");
    Run run =
        runWith(
            (query, tcp) ->
                ScriptedDns.now(
                    ScriptedDns.reply(
                        query,
                        Rcode.NOERROR,
                        new CNAMERecord(query.getQuestion().getName(), DClass.IN, 60, target),
                        wantsA(query) ? here(target) : here(Name.fromConstantString("x.test.")))));
    assertThat(error(run)).isEqualTo("none");
  }

  @Test
  void aliasesWithoutEndAreGivenUpAfterSixteen() throws Exception {
    Run run =
        runWith(
            (query, tcp) -> {
              Name asked = query.getQuestion().getName();
              Name next = Name.fromString("a" + asked.getLabelString(0), Name.fromString("test."));
              return ScriptedDns.now(
                  ScriptedDns.reply(
                      query, Rcode.NOERROR, new CNAMERecord(asked, DClass.IN, 60, next)));
            });
    assertThat(error(run)).isEqualTo("dns cname-chain-too-long");
  }

  private static Run alias(String... circle) throws Exception {
    return runWith(
        (query, tcp) -> {
          Name asked = query.getQuestion().getName();
          String next = circle[0];
          for (int i = 0; i + 1 < circle.length; i++) {
            next = asked.toString().equals(circle[i]) ? circle[i + 1] : next;
          }
          return ScriptedDns.now(
              ScriptedDns.reply(
                  query,
                  Rcode.NOERROR,
                  new CNAMERecord(asked, DClass.IN, 60, Name.fromString(next))));
        });
  }

  @Test
  void anAliasOfItselfIsNamedAsThat() throws Exception {
    Run run = alias("shop.test.");
    assertThat(error(run)).isEqualTo("dns cname-chain-too-long");
    assertThat(run.error().orElseThrow().message())
        .isEqualTo("shop.test is an alias (CNAME) of itself: it has no address.");
    assertThat(only(run).phases().trips(Phase.DNS)).hasValue(1);
  }

  @Test
  void aliasesInACircleAreNamedWithTheirWay() throws Exception {
    Run run = alias("shop.test.", "edge.test.");
    assertThat(run.error().orElseThrow().message())
        .endsWith("go in a circle: shop.test → edge.test → shop.test.");
  }

  @Test
  void junkAndForeignAnswersAreIgnored() throws Exception {
    Run run =
        runWith(
            (query, tcp) -> {
              Message foreign = ScriptedDns.reply(query, Rcode.NXDOMAIN);
              foreign.getHeader().setID(query.getHeader().getID() ^ 1);
              Message real =
                  wantsA(query)
                      ? ScriptedDns.reply(query, Rcode.NOERROR, here(query.getQuestion().getName()))
                      : ScriptedDns.reply(query, Rcode.NOERROR);
              return List.of(
                  new ScriptedDns.Reply(new byte[] {1, 2, 3}, 0),
                  new ScriptedDns.Reply(foreign.toWire(), 5),
                  new ScriptedDns.Reply(real.toWire(), 30));
            });
    assertThat(error(run)).isEqualTo("none");
  }

  @Test
  void aLateFamilyIsWaitedForFiftyMillisecondsOnly() throws Exception {
    Run run =
        runWith(
            (query, tcp) ->
                wantsA(query)
                    ? ScriptedDns.now(
                        ScriptedDns.reply(
                            query, Rcode.NOERROR, here(query.getQuestion().getName())))
                    : List.of(
                        new ScriptedDns.Reply(
                            ScriptedDns.reply(
                                    query,
                                    Rcode.NOERROR,
                                    new AAAARecord(
                                        query.getQuestion().getName(),
                                        DClass.IN,
                                        60,
                                        InetAddress.ofLiteral("::1")))
                                .toWire(),
                            1_000)));
    assertThat(error(run)).isEqualTo("none");
    assertThat(only(run).phases().durationNanos(Phase.DNS)).isBetween(50_000_000L, 900_000_000L);
  }

  @Test
  void aQuestionThatIsNeverAnsweredIsListedAndItsWaitIsBilledAsOne() throws Exception {
    Run run =
        runWith(
            (query, tcp) ->
                wantsA(query)
                    ? ScriptedDns.now(
                        ScriptedDns.reply(
                            query, Rcode.NOERROR, here(query.getQuestion().getName())))
                    : List.of());
    assertThat(error(run)).isEqualTo("none");
    DnsQuery late =
        only(run).dns().stream()
            .filter(query -> query.type().orElseThrow().equals("AAAA"))
            .findFirst()
            .orElseThrow();
    assertThat(late.rcode()).isEmpty();
    assertThat(late.note().orElseThrow())
        .contains("still unanswered")
        .contains("the A addresses were used 50 ms after they came (RFC 8305)");
    LedgerLine waited =
        LedgerBuilder.build(RedirectChain.of(run), List.of(run)).lines().stream()
            .filter(line -> line.peer().equals(new Peer.LateAnswer("AAAA")))
            .findFirst()
            .orElseThrow();
    assertThat(waited.queueNanos()).isEqualTo(waited.totalNanos()).isGreaterThan(49_000_000);
    assertThat(waited.unexplainedNanos()).isZero();
  }

  @Test
  void aQuestionOfAHopStaysAsItStoodAtTheEndOfThatHop() throws Exception {
    try (ScriptedDns dns =
            new ScriptedDns(
                (query, tcp) ->
                    wantsA(query)
                        ? ScriptedDns.now(
                            ScriptedDns.reply(
                                query, Rcode.NOERROR, here(query.getQuestion().getName())))
                        : List.of());
        ScriptedServer server =
            ScriptedServer.plain(
                connection -> {
                  ScriptedServer.readHead(connection);
                  connection.getOutputStream().write(bytes(TO_B));
                  ScriptedServer.readHead(connection);
                  ScriptedServer.pause(connection, 100);
                  connection.getOutputStream().write(bytes(OK));
                })) {
      Run run = new ProbeBench().resolver(dns).run("http://shop.test:" + server.port() + "/a");
      assertThat(run.exchanges()).hasSize(2);
      assertThat(run.exchanges().getFirst().dns())
          .hasSize(2)
          .allSatisfy(
              query ->
                  assertThat(query.startNanos() + query.durationNanos())
                      .isLessThanOrEqualTo(run.exchanges().get(1).startNanos()));
    }
  }

  @Test
  void anAddressNeedsNoQuestion() throws Exception {
    try (ScriptedServer server = ScriptedServer.plain(ScriptedServer.answer(OK))) {
      Run run = new ProbeBench().run("http://127.0.0.1:" + server.port() + "/");
      assertThat(state(only(run), Phase.DNS)).isEqualTo("literal");
      assertThat(only(run).dns()).isEmpty();
    }
  }

  @Test
  void theHostsFileIsHonoured() throws Exception {
    try (ScriptedServer server = ScriptedServer.plain(ScriptedServer.answer(OK))) {
      Run run = new ProbeBench().run("http://localhost:" + server.port() + "/");
      assertThat(state(only(run), Phase.DNS)).isEqualTo("hosts-file");
    }
  }

  @Test
  void theOperatingSystemIsAskedWhereWanted() throws Exception {
    try (ScriptedServer server = ScriptedServer.plain(ScriptedServer.answer(OK))) {
      Run run =
          new ProbeBench()
              .resolver(new ResolverChoice.OperatingSystem())
              .run("http://localhost:" + server.port() + "/");
      assertThat(only(run).dns()).extracting(DnsQuery::server).containsExactly("getaddrinfo");
      assertThat(only(run).phases().trips(Phase.DNS)).isEqualTo(OptionalInt.empty());
    }
  }

  @Test
  void aServerThatRefusesIsFollowedByTheNext() throws Exception {
    // both questions go to the same server here; after REFUSED it is not asked for ever
    Run run = runWith((query, tcp) -> ScriptedDns.now(ScriptedDns.reply(query, Rcode.REFUSED)));
    assertThat(error(run)).isEqualTo("dns dns-refused");
    assertThat(only(run).dns()).hasSize(2);
  }
}
