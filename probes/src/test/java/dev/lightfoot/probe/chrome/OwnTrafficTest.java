package dev.lightfoot.probe.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.devtools.netlog.NetLog;
import dev.lightfoot.devtools.netlog.NetLookup;
import dev.lightfoot.devtools.netlog.NetSocket;
import dev.lightfoot.probe.Cancellation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A browser that we start speaks to nobody but the page.
final class OwnTrafficTest {

  /// Every name that is not held back leads to a server of the test's, so that what the browser
  /// would say to anybody arrives there.
  @Test
  void nothingLeavesThatThePageDoesNotAskFor() throws IOException, BrowserFailure {
    AtomicInteger caught = new AtomicInteger();
    try (ServerSocket trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        LocalSite site = new LocalSite().with("/", "text/html", "<h1>x</h1>");
        RunningBrowser browser =
            Browsers.mapping("MAP * 127.0.0.1:" + trap.getLocalPort() + ", EXCLUDE 127.0.0.1")
                .start(new Cancellation())) {
      Thread.ofPlatform().daemon().start(() -> count(trap, caught));
      browser.open(ChromeRunsTest.visit(site.url("/"))).load(_ -> {});
      NetLog log = browser.leave().orElseThrow();
      assertThat(log.isWhole()).isTrue();
      assertThat(log.sockets())
          .extracting(NetSocket::address)
          .isSubsetOf("", "127.0.0.1:" + site.port());
      assertThat(log.lookups()).extracting(NetLookup::host).isEmpty();
      assertThat(caught).hasValue(0);
    }
  }

  private static void count(ServerSocket trap, AtomicInteger caught) {
    try {
      while (true) {
        trap.accept().close();
        caught.incrementAndGet();
      }
    } catch (IOException e) {
      return; // the test is over
    }
  }
}
