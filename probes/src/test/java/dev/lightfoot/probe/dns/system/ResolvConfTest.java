package dev.lightfoot.probe.dns.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.probe.dns.Families;
import dev.lightfoot.probe.dns.KnownServers;
import dev.lightfoot.probe.dns.NameResolver;
import dev.lightfoot.probe.dns.Resolvers;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.RunClock;
import dev.lightfoot.probe.wire.Addresses;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// resolv.conf as people have it.
class ResolvConfTest {

  private static ResolvConf parse(String text) {
    return ResolvConf.parse(text, "/etc/resolv.conf", "");
  }

  private static List<String> servers(ResolvConf file) {
    return file.servers().addresses().stream().map(Addresses::text).toList();
  }

  @Test
  void aServerWithAPortIsPassedOverWithAWarning() {
    ResolvConf file = parse("# local\nnameserver 127.0.0.1#53\nnameserver 192.0.2.1\n");
    assertThat(servers(file)).containsExactly("192.0.2.1:53");
    assertThat(file.servers().remarks())
        .containsExactly(
            "Line 2 of /etc/resolv.conf names the server \"127.0.0.1#53\", which is not an IP"
                + " address: it is passed over, as the system's own resolver does.");
  }

  @Test
  void aWordIsPassedOverAndNotLookedUp() {
    ResolvConf file = parse("nameserver dns.corp.test\nnameserver 192.0.2.1\n");
    assertThat(servers(file)).containsExactly("192.0.2.1:53");
    assertThat(file.servers().remarks()).singleElement().asString().contains("dns.corp.test");
  }

  @Test
  void anEmptyLineIsPassedOverWithAWarning() {
    ResolvConf file = parse("nameserver\nnameserver \t\nnameserver 192.0.2.1\n");
    assertThat(servers(file)).containsExactly("192.0.2.1:53");
    assertThat(file.servers().remarks()).hasSize(2).allMatch(w -> w.contains("names no server"));
  }

  @Test
  void theFirstThreeServersAreAsked() {
    ResolvConf file =
        parse(
            "nameserver 192.0.2.1\nnameserver 2001:db8::2\nnameserver 192.0.2.3\n"
                + "nameserver 192.0.2.4\nnameserver 192.0.2.5\n");
    assertThat(servers(file)).containsExactly("192.0.2.1:53", "[2001:db8::2]:53", "192.0.2.3:53");
    assertThat(file.servers().remarks())
        .singleElement()
        .asString()
        .contains("names 5 name servers");
  }

  @Test
  void withoutAServerTheOneOnThisComputerIsAsked() {
    ResolvConf file = parse("search corp.test\n");
    assertThat(servers(file)).containsExactly("127.0.0.1:53");
    assertThat(file.servers().remarks()).singleElement().asString().contains("no usable");
  }

  @Test
  void commentsBehindAnAddressAndShortFormsAreThoseOfTheSystem() {
    ResolvConf file = parse("nameserver 127.1 # the router\n; nameserver 192.0.2.9\n");
    assertThat(servers(file)).containsExactly("127.0.0.1:53");
    assertThat(file.servers().remarks()).isEmpty();
  }

  @Test
  void optionsAreHonoured() {
    ResolvConf file =
        parse("nameserver 192.0.2.1\nsearch corp.test lan.\noptions ndots:2 use-vc edns0\n");
    assertThat(file.servers().tcpOnly()).isTrue();
    assertThat(file.noAaaa()).isFalse();
    assertThat(file.search()).isEqualTo(new SearchList(List.of("corp.test", "lan"), 2));
  }

  @Test
  void timeoutAttemptsAndRotateAreHonouredWithinTheSystemsLimits() {
    assertThat(parse("options timeout:2 attempts:3 rotate\n").servers().tries())
        .isEqualTo(new TryPlan(OptionalInt.of(2), OptionalInt.of(3), true));
    assertThat(parse("options timeout:99 attempts:99\n").servers().tries())
        .isEqualTo(new TryPlan(OptionalInt.of(30), OptionalInt.of(5), false));
    assertThat(parse("options timeout:1\noptions timeout:4 attempts:soon\n").servers().tries())
        .isEqualTo(new TryPlan(OptionalInt.of(4), OptionalInt.empty(), false));
    assertThat(parse("options edns0 trust-ad\n").servers().tries()).isEqualTo(TryPlan.OWN);
  }

  @Test
  void ndotsHasALimit() {
    assertThat(parse("options ndots:99\n").search().ndots()).isEqualTo(ResolvConf.MAX_NDOTS);
    assertThat(parse("options ndots:many\n").search().ndots()).isEqualTo(1);
  }

  @Test
  void theEnvironmentsOptionsAreAddedToTheFiles() {
    ResolvConf file =
        ResolvConf.parse("nameserver 192.0.2.1\n", "/etc/resolv.conf", "no-aaaa use-vc");
    assertThat(file.noAaaa()).isTrue();
    assertThat(file.servers().tcpOnly()).isTrue();
    assertThat(file.servers().remarks()).singleElement().asString().contains("no-aaaa");
  }

  @Test
  void localhostIsThisComputerOnBothLoopbacks() throws Exception {
    ExchangeTrace trace = new ExchangeTrace(new RunClock(), (phase, at) -> {});
    NameResolver resolver =
        Resolvers.configured(
            parse("nameserver 192.0.2.1\noptions no-aaaa\n"),
            Families.BOTH,
            new dev.lightfoot.probe.wire.RunSockets(),
            new KnownServers());
    assertThat(resolver.resolve("localhost", trace))
        .extracting(Addresses::text)
        .contains("127.0.0.1", "::1");
    assertThat(resolver.resolve("shop.localhost.", trace))
        .extracting(Addresses::text)
        .containsExactly("127.0.0.1", "::1");
    assertThat(trace.lookup().queries()).isEmpty();
  }
}
