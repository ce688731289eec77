package dev.lightfoot.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.probe.dns.system.NameServers;
import dev.lightfoot.probe.dns.system.ResolvConf;
import dev.lightfoot.probe.dns.system.SearchList;
import dev.lightfoot.probe.dns.system.TryPlan;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.RunClock;
import dev.lightfoot.probe.wire.Addresses;
import dev.lightfoot.probe.wire.RunSockets;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/// What the options of resolv.conf do to the questions.
class ConfiguredServersTest {
  private final ExchangeTrace trace = new ExchangeTrace(new RunClock(), (phase, at) -> {});
  private final KnownServers known = new KnownServers();

  private static ScriptedDns.Script answering(String four, String six) {
    return (query, tcp) -> {
      Name name = query.getQuestion().getName();
      Message reply =
          query.getQuestion().getType() == Type.A
              ? ScriptedDns.reply(
                  query,
                  Rcode.NOERROR,
                  new ARecord(name, DClass.IN, 60, InetAddress.ofLiteral(four)))
              : ScriptedDns.reply(
                  query,
                  Rcode.NOERROR,
                  new AAAARecord(name, DClass.IN, 60, InetAddress.ofLiteral(six)));
      return ScriptedDns.now(reply);
    };
  }

  private List<String> resolve(ScriptedDns dns, boolean tcpOnly, boolean noAaaa) throws Exception {
    ResolvConf file =
        new ResolvConf(
            new NameServers(List.of(dns.address()), tcpOnly, TryPlan.OWN, List.of("a remark")),
            SearchList.NONE,
            noAaaa);
    NameResolver resolver = Resolvers.configured(file, Families.BOTH, new RunSockets(), known);
    assertThat(known.warnings()).isEmpty(); // nothing was asked yet
    return resolver.resolve("shop.test", trace).stream().map(Addresses::text).toList();
  }

  @Test
  void useVcAsksOverTcpAlone() throws Exception {
    try (ScriptedDns dns = new ScriptedDns(answering("192.0.2.1", "2001:db8::1"))) {
      assertThat(resolve(dns, true, false)).contains("192.0.2.1");
    }
    assertThat(trace.lookup().queries()).extracting(DnsQuery::transport).containsOnly("tcp");
    assertThat(trace.lookup().trips()).hasValue(2); // a handshake and a question
  }

  @Test
  void noAaaaAsksForIpv4Alone() throws Exception {
    try (ScriptedDns dns = new ScriptedDns(answering("192.0.2.1", "2001:db8::1"))) {
      assertThat(resolve(dns, false, true)).containsExactly("192.0.2.1");
      assertThat(dns.queries()).hasSize(1);
    }
    assertThat(known.warnings()).containsExactly("a remark");
  }

  /// Whom each of some runs asks.
  private List<String> asked(TryPlan tries, int runs, ScriptedDns... dns) throws Exception {
    List<InetSocketAddress> servers = Arrays.stream(dns).map(ScriptedDns::address).toList();
    ResolvConf file =
        new ResolvConf(new NameServers(servers, false, tries, List.of()), SearchList.NONE, true);
    List<String> asked = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      ExchangeTrace own = new ExchangeTrace(new RunClock(), (phase, at) -> {});
      var _ =
          Resolvers.configured(file, Families.BOTH, new RunSockets(), known)
              .resolve("shop.test", own);
      own.lookup().queries().forEach(query -> asked.add(query.server()));
    }
    return asked;
  }

  @Test
  void rotateLetsTheServersTakeTurns() throws Exception {
    TryPlan rotate = new TryPlan(OptionalInt.empty(), OptionalInt.empty(), true);
    try (ScriptedDns one = new ScriptedDns(answering("192.0.2.1", "2001:db8::1"));
        ScriptedDns two = new ScriptedDns(answering("192.0.2.1", "2001:db8::1"));
        ScriptedDns three = new ScriptedDns(answering("192.0.2.1", "2001:db8::1"))) {
      List<String> turns = asked(rotate, 6, one, two, three);
      assertThat(Set.copyOf(turns.subList(0, 3))).hasSize(3);
      assertThat(turns.subList(3, 6)).isEqualTo(turns.subList(0, 3));
      assertThat(Set.copyOf(asked(TryPlan.OWN, 3, one, two, three))).hasSize(1);
    }
  }

  @Test
  void asManyAttemptsAreMadeAndAsLongWaitedForAsTheFileSays() throws Exception {
    TryPlan once = new TryPlan(OptionalInt.of(1), OptionalInt.of(1), false);
    try (ScriptedDns silent = new ScriptedDns((query, tcp) -> List.of())) {
      assertThatThrownBy(() -> asked(once, 1, silent))
          .hasMessageMatching(
              Pattern.quote("The resolver " + Addresses.text(silent.address()))
                  + " did not answer within 1(\\.\\d)? s\\.");
      assertThat(silent.queries()).hasSize(1);
    }
  }

  @Test
  void whereQuestionsGoOverTcpTheTimeIsNamedThatWasWaitedAndWhoWasAsked() throws Exception {
    TryPlan once = new TryPlan(OptionalInt.of(1), OptionalInt.of(1), false);
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      InetSocketAddress first =
          new InetSocketAddress(silent.getInetAddress(), silent.getLocalPort());
      InetSocketAddress second =
          new InetSocketAddress(other.getInetAddress(), other.getLocalPort());
      NameServers both = new NameServers(List.of(first, second), true, once, List.of());
      ServerTransport transport = new ServerTransport(both, new RunSockets(), known);
      Message query = AddressLookup.query(Name.fromString("shop.test."), Type.A);
      assertThatThrownBy(() -> transport.ask(query, Deadline.in(Duration.ofMillis(300)), trace))
          .hasMessageMatching(
              Pattern.quote("The resolver " + Addresses.text(first))
                  + " did not answer over TCP within \\d{3} ms\\.");
    }
  }

  @Test
  void theTimeIsNamedThatWasWaitedThoughTheFileAllowsMore() throws Exception {
    TryPlan once = new TryPlan(OptionalInt.of(3), OptionalInt.of(1), false);
    try (ScriptedDns silent = new ScriptedDns((query, tcp) -> List.of())) {
      ServerTransport transport =
          new ServerTransport(
              new NameServers(List.of(silent.address()), false, once, List.of()),
              new RunSockets(),
              known);
      Message query = AddressLookup.query(Name.fromString("shop.test."), Type.A);
      assertThatThrownBy(() -> transport.ask(query, Deadline.in(Duration.ofMillis(300)), trace))
          .hasMessageMatching(".* did not answer within \\d{3} ms\\.");
      assertThat(trace.lookup().queries().getFirst().note().orElseThrow())
          .matches("no answer within \\d{1,3} ms, given up");
    }
  }

  @Test
  void aServerThatNeedsLongerThanOurOwnPatienceIsGivenTheFilesTimeout() throws Exception {
    TryPlan long2 = new TryPlan(OptionalInt.of(4), OptionalInt.empty(), false);
    ScriptedDns.Script quick = answering("192.0.2.1", "2001:db8::1");
    try (ScriptedDns slow =
        new ScriptedDns(
            (query, tcp) ->
                quick.answer(query, tcp).stream()
                    .map(reply -> new ScriptedDns.Reply(reply.bytes(), 1_700))
                    .toList())) {
      assertThat(asked(long2, 1, slow)).hasSize(1);
    }
  }

  @Test
  void aNameAnsweredWithTheUnspecifiedAddressIsWarnedOf() throws Exception {
    try (ScriptedDns dns = new ScriptedDns(answering("0.0.0.0", "::"))) {
      assertThat(resolve(dns, false, false)).contains("0.0.0.0");
      assertThat(known.warnings())
          .anyMatch(
              words ->
                  words.contains("shop.test seems to be blocked")
                      && words.contains(Addresses.text(dns.address())));
    }
  }

  @Test
  void anIpv6AddressOfZerosAloneIsWarnedOf() throws Exception {
    try (ScriptedDns dns = new ScriptedDns(answering("192.0.2.1", "::"))) {
      assertThat(resolve(dns, false, false)).isNotEmpty();
      assertThat(known.warnings()).anyMatch(words -> words.contains("gives :: for it"));
    }
  }
}
