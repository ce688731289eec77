package dev.lightfoot.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.probe.dns.system.NameServers;
import dev.lightfoot.probe.dns.system.ResolvConf;
import dev.lightfoot.probe.dns.system.TryPlan;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever resolv.conf and RES_OPTIONS hold, somebody can be asked, within limits.
class ResolvConfFuzzTest {
  private static final String[] PIECES = {
    "nameserver",
    "options",
    "search",
    "domain",
    " ",
    "\t",
    "\n",
    "\r\n",
    "#",
    ";",
    ".",
    ":",
    "%",
    "192.0.2.1",
    "2001:db8::1",
    "fe80::1%lo",
    "fe80::1%",
    "127.1",
    "0x7f.1",
    "256.1.1.1",
    "::",
    "ndots:",
    "timeout:",
    "attempts:",
    "rotate",
    "use-vc",
    "no-aaaa",
    "0",
    "1",
    "5",
    "99",
    "99999999999999999999",
    "-1",
    "corp.test",
    "..",
    "\u0000",
    "\u00e9",
    "\ud800",
    "\\"
  };

  /// Seconds to go on for; the suite makes a fixed number of cases instead.
  private static final int SECONDS = Integer.getInteger("lightfoot.fuzz.seconds", 0);

  private static final int CASES = 20_000;

  @Test
  void everyTextLeavesSomebodyToAskWithinLimits() {
    Random random = new Random(12);
    long until = System.nanoTime() + SECONDS * 1_000_000_000L;
    int made = 0;
    int given = 0;
    while (made < CASES || System.nanoTime() < until) {
      ResolvConf file = ResolvConf.parse(text(random), "resolv.conf", text(random));
      NameServers servers = file.servers();
      assertThat(servers.addresses()).isNotEmpty().hasSizeLessThanOrEqualTo(ResolvConf.MAX_SERVERS);
      int count = servers.addresses().size();
      assertThat(servers.tries().patience(0, count).toMillis()).isBetween(1L, 30_000L);
      assertThat(servers.tries().limit(count).toSeconds()).isBetween(1L, 5 * (30 + 30 + 40L));
      assertThat(file.search().ndots()).isBetween(0, ResolvConf.MAX_NDOTS);
      assertThat(file.search().candidates("a.b")).contains("a.b");
      made++;
      given += servers.tries().equals(TryPlan.OWN) ? 0 : 1;
    }
    assertThat(given).isGreaterThan(made / 10);
    System.out.println("resolv.conf: " + made + " texts, " + given + " with tries of their own");
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : "options rotate ");
    for (int i = random.nextInt(30); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
