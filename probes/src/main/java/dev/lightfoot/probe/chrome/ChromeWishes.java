package dev.lightfoot.probe.chrome;

import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.AddressFamily;
import dev.lightfoot.probe.PagePlan;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.ProxyChoice;
import dev.lightfoot.probe.ResolverChoice;
import dev.lightfoot.probe.proxy.ProxyServer;
import dev.lightfoot.probe.proxy.Route;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a person asks for, as far as an installed browser can do it: what it cannot is said.
///
/// @param plan the page and its loads
/// @param flags what the browser is told at its start
/// @param notes what is not as asked for, in sentences
/// @param route how the document goes
record ChromeWishes(PagePlan plan, List<String> flags, List<String> notes, Route route) {

  /// @param sandbox whether the browser is to shield this computer from the page
  /// @throws IllegalArgumentException where the browser cannot load the page so at all; the message
  ///   is a sentence for people
  static ChromeWishes of(PagePlan plan, boolean sandbox) {
    ProbeRequest request = plan.request();
    List<String> flags = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (request.clientCertificate().isPresent()) {
      throw new IllegalArgumentException(
          "An installed browser is not given a client certificate: take the built-in engine"
              + " (--engine builtin).");
    }
    request
        .certificateAuthorities()
        .filter(file -> !Files.isReadable(file))
        .ifPresent(
            file -> {
              throw new IllegalArgumentException("\"" + file + "\" cannot be read.");
            });
    sandbox(sandbox, flags, notes);
    version(request, flags);
    Route route = proxy(request, flags, notes);
    if (!(request.resolver() instanceof ResolverChoice.Configured)
        && !(request.resolver() instanceof ResolverChoice.OperatingSystem)) {
      notes.add("The browser asks the system's resolvers, not the one that was named.");
    }
    if (request.addressFamily() != AddressFamily.ANY) {
      notes.add("The browser tries IPv6 and IPv4 addresses, not only those that were chosen.");
    }
    return new ChromeWishes(plan, flags, notes, route);
  }

  private static void sandbox(boolean wanted, List<String> flags, List<String> notes) {
    boolean root =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")
            && System.getProperty("user.name", "").equals("root");
    if (root && wanted) {
      throw new IllegalArgumentException(
          "Browsers do not run as root with their sandbox: run as another user, or allow it without"
              + " (--no-sandbox), for pages that you trust.");
    }
    if (!wanted) {
      flags.add("--no-sandbox");
      notes.add("The browser ran without its sandbox.");
    }
  }

  private static void version(ProbeRequest request, List<String> flags) {
    switch (request.http()) {
      case HTTP_1_1 -> flags.addAll(List.of("--disable-http2", "--disable-quic"));
      case HTTP_2 -> flags.add("--disable-quic");
      case HTTP_3 ->
          flags.add(
              "--origin-to-force-quic-on=" + request.url().host() + ":" + request.url().port());
      case ANY -> {}
    }
  }

  /// The browser has rules of its own for proxies; it is told what ours say of the document.
  private static Route proxy(ProbeRequest request, List<String> flags, List<String> notes) {
    WebUrl url = request.url();
    Route route = request.proxy().rules().route(url.scheme(), url.host());
    switch (route) {
      case Route.Direct _ -> flags.add("--no-proxy-server");
      case Route.Via via -> {
        ProxyServer proxy = via.proxy();
        flags.add("--proxy-server=" + proxy.url());
        if (request.proxy() instanceof ProxyChoice.Server) {
          flags.add("--proxy-bypass-list=<-loopback>");
        }
        if (proxy.authorization().isPresent()) {
          notes.add("The browser is not given the user and password of the proxy.");
        }
        notes.add(
            "The browser's time for TCP holds the round trip in which the proxy opens the tunnel.");
      }
      case Route.Unusable unusable -> throw new IllegalArgumentException(unusable.why());
    }
    return route;
  }

  Visit visit(boolean traces) {
    ProbeRequest request = plan.request();
    return new Visit(
        request.url(),
        plan.viewport(),
        request.headers(),
        request.cookies(),
        traces,
        request.allowPrivate(),
        request.timeout());
  }

  ChromeStart start(InstalledBrowser browser) {
    RunningBrowser.Preparation prepare =
        plan.request()
            .certificateAuthorities()
            .<RunningBrowser.Preparation>map(OwnAuthorities::new)
            .orElse(_ -> Map.of());
    return new ChromeStart(browser, flags, prepare, List.of());
  }
}
