package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.connection.ProxyHop;
import dev.lightfoot.report.words.Numbers;

/// What a proxy did for an exchange, in words.
public final class ProxyText {
  private ProxyText() {}

  /// One sentence about that proxy.
  public static String of(ProxyHop proxy, Exchange exchange) {
    if (!proxy.tunnel()) {
      return say("text.proxyHop.forward", proxy.url(), proxy.source());
    }
    if (proxy.status().isPresent()) {
      return say(
          "text.proxyHop.tunnel",
          proxy.url(),
          proxy.source(),
          Integer.toString(proxy.status().getAsInt()),
          Numbers.duration(exchange.phases().durationNanos(Phase.PROXY)));
    }
    boolean kept = exchange.connection().filter(each -> each.reused()).isPresent();
    String key = kept ? "text.proxyHop.kept" : "text.proxyHop.none";
    return say(key, proxy.url(), proxy.source());
  }
}
