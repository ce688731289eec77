package dev.lightfoot.report;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The command line of curl that asks the same, quoted for a POSIX shell. Give it a redacted
/// snapshot where it leaves this computer.
public final class CurlCommand {
  private static final Set<String> OWN =
      Set.of(
          "host",
          "connection",
          "content-length",
          "accept-encoding",
          "transfer-encoding",
          "proxy-authorization");

  private CurlCommand() {}

  /// The command for what the snapshot's runs asked first.
  public static String of(Snapshot snapshot) {
    List<Run> runs = snapshot.runs().stream().filter(run -> !run.exchanges().isEmpty()).toList();
    if (runs.isEmpty()) {
      return "curl --globoff " + quoted(snapshot.target());
    }
    RedirectChain chain = RedirectChain.of(runs.getFirst());
    return of(chain.hops().getFirst(), chain.hops().size() > 1);
  }

  /// The command for one exchange.
  public static String of(Exchange exchange) {
    return of(exchange, false);
  }

  private static String of(Exchange exchange, boolean redirected) {
    // Without --globoff curl takes the brackets of [redacted] and of IPv6 addresses for a pattern.
    StringBuilder command = new StringBuilder("curl --globoff --compressed");
    exchange.proxy().ifPresent(proxy -> command.append(" --proxy ").append(quoted(proxy.url())));
    if (redirected) {
      command.append(" --location");
    }
    switch (exchange.method()) {
      case "GET" -> {}
      case "HEAD" -> command.append(" --head");
      default -> command.append(" --request ").append(quoted(exchange.method()));
    }
    exchange
        .protocol()
        .ifPresent(protocol -> command.append(protocol.equals("h2") ? " --http2" : " --http1.1"));
    for (Header header : exchange.request().headers()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if (!name.startsWith(":") && !OWN.contains(name)) {
        command.append(" --header ").append(quoted(header.name() + ": " + header.value()));
      }
    }
    if (exchange.request().bodyBytes() > 0) {
      command.append(" --data-binary @FILE");
    }
    return command.append(' ').append(quoted(exchange.url())).toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
