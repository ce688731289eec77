package dev.lightfoot.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.RunClock;
import dev.lightfoot.probe.wire.Addresses;
import dev.lightfoot.probe.wire.RunSockets;
import java.net.InetAddress;
import java.util.List;
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
            new NameServers(List.of(dns.address()), tcpOnly, List.of("a remark")),
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
