package dev.lightfoot.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.probe.dns.system.DnsLimits;
import dev.lightfoot.probe.dns.system.NameServers;
import dev.lightfoot.probe.dns.system.SearchList;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.RunClock;
import dev.lightfoot.probe.wire.RunSockets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class ServerTransportTest {

  private static Message ask(ScriptedDns... servers) throws Exception {
    ExchangeTrace trace = new ExchangeTrace(new RunClock(), (phase, at) -> {});
    ServerTransport transport =
        new ServerTransport(
            NameServers.of(List.of(servers).stream().map(ScriptedDns::address).toList()),
            new RunSockets(),
            new KnownServers());
    Message query = AddressLookup.query(Name.fromString("shop.test."), Type.A);
    return transport.ask(query, Deadline.in(DnsLimits.TOTAL), trace).message();
  }

  private static ScriptedDns answering(int rcode) throws Exception {
    return new ScriptedDns((query, tcp) -> ScriptedDns.now(ScriptedDns.reply(query, rcode)));
  }

  @Test
  void afterARefusalTheNextServerIsAsked() throws Exception {
    try (ScriptedDns first = answering(Rcode.REFUSED);
        ScriptedDns second = answering(Rcode.NOERROR)) {
      assertThat(ask(first, second).getRcode()).isEqualTo(Rcode.NOERROR);
    }
  }

  @Test
  void aRefusalOfEveryServerIsTheAnswer() throws Exception {
    try (ScriptedDns first = answering(Rcode.SERVFAIL);
        ScriptedDns second = answering(Rcode.REFUSED)) {
      assertThat(ask(first, second).getRcode()).isEqualTo(Rcode.SERVFAIL);
    }
  }

  @Test
  void aSilentServerIsFollowedByTheNext() throws Exception {
    try (ScriptedDns first = new ScriptedDns((query, tcp) -> List.of());
        ScriptedDns second = answering(Rcode.NOERROR)) {
      assertThat(ask(first, second).getRcode()).isEqualTo(Rcode.NOERROR);
    }
  }

  @Test
  void shortNamesAreTriedWithEverySuffix() {
    SearchList search = new SearchList(List.of("lan", "corp.test"), 1);
    assertThat(search.candidates("db")).containsExactly("db.lan", "db.corp.test", "db");
    assertThat(search.candidates("www.shop.test")).startsWith("www.shop.test");
    assertThat(search.candidates("db.")).containsExactly("db.");
  }
}
