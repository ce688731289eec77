package dev.lightfoot.probe.chrome;

import dev.lightfoot.devtools.DevtoolsEvent;
import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.SecretNames;
import dev.lightfoot.probe.http.Urls;
import dev.lightfoot.probe.wire.AddressPolicy;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.HttpUrl;

/// Decides on single requests before they leave the browser: header lines of the person's go with
/// every request, those that may hold a credential only to the page's own origin, a `traceparent`
/// to its own site, and a public page does not lead to a private address. The browser is told to
/// hold up only requests that one of these can concern, so that the others take no longer than
/// without.
final class FirstParty {
  /// Addresses and names that are private by how they are written.
  private static final List<String> PRIVATE =
      List.of(
          "*://localhost*",
          "*://*.localhost*",
          "*://0.*",
          "*://10.*",
          "*://100.*",
          "*://127.*",
          "*://169.254.*",
          "*://172.*",
          "*://192.168.*",
          "*://[*");

  private final Visit visit;
  private final HttpUrl page;
  private final String site;
  private final boolean guards;
  private boolean isPrivatePage;

  FirstParty(Visit visit) {
    this.visit = visit;
    this.page = Urls.of(visit.url());
    String registrable = page.topPrivateDomain();
    this.site = registrable == null ? page.host() : registrable;
    this.guards = !visit.allowPrivate() && !isPrivate(page);
  }

  /// Whether any request has to be looked at.
  boolean isNeeded() {
    return guards || visit.traces() || !visit.headers().isEmpty();
  }

  /// Which requests those are, for `Fetch.enable`.
  JsonValue patterns() {
    List<String> patterns = new ArrayList<>(guards ? PRIVATE : List.of());
    String scheme = visit.url().scheme();
    if (visit.headers().stream().anyMatch(line -> !isCredential(line))) {
      patterns = List.of("*");
    } else if (visit.traces()) {
      patterns.add(scheme + "://" + site + "*");
      patterns.add(scheme + "://*." + site + "*");
    } else if (!visit.headers().isEmpty()) {
      patterns.add(scheme + "://" + page.host() + "*");
    }
    return JsonValue.object(
        "patterns",
        patterns.stream().map(pattern -> JsonValue.object("urlPattern", pattern)).toList());
  }

  /// Whether the page turned out to lie at a private address itself.
  void learn(DevtoolsEvent event) {
    JsonValue params = event.params();
    if (params.text("type").equals(Optional.of("Document"))) {
      learn(params.at("response"));
      learn(params.at("redirectResponse"));
    }
  }

  private void learn(JsonValue response) {
    response
        .text("remoteIPAddress")
        .ifPresent(
            address -> isPrivatePage |= isPrivateLiteral(address.replaceAll("[\\[\\]]", "")));
  }

  /// What is to become of a request that is held up.
  ///
  /// @param paused of `Fetch.requestPaused`
  TabSetting answer(JsonValue paused) {
    String id = paused.text("requestId").orElse("");
    HttpUrl url = HttpUrl.parse(paused.at("request").text("url").orElse(""));
    if (url == null) {
      return new TabSetting("Fetch.continueRequest", JsonValue.object("requestId", id));
    }
    if (guards && !isPrivatePage && isPrivate(url)) {
      return new TabSetting(
          "Fetch.failRequest", JsonValue.object("requestId", id, "errorReason", "BlockedByClient"));
    }
    List<Header> ours = ours(url);
    if (ours.isEmpty()) {
      return new TabSetting("Fetch.continueRequest", JsonValue.object("requestId", id));
    }
    List<JsonValue> lines = new ArrayList<>();
    paused
        .at("request")
        .at("headers")
        .members()
        .forEach(
            (name, value) -> {
              if (ours.stream().noneMatch(line -> line.named(name))) {
                lines.add(line(name, value.text().orElse("")));
              }
            });
    ours.forEach(header -> lines.add(line(header.name(), header.value())));
    return new TabSetting(
        "Fetch.continueRequest", JsonValue.object("requestId", id, "headers", lines));
  }

  private List<Header> ours(HttpUrl url) {
    List<Header> lines = new ArrayList<>();
    boolean own = isSameOrigin(url);
    visit.headers().stream().filter(line -> own || !isCredential(line)).forEach(lines::add);
    boolean given = visit.headers().stream().anyMatch(line -> line.named("traceparent"));
    if (visit.traces() && !given && isSameSite(url)) {
      lines.add(new Header("traceparent", traceParent()));
    }
    return lines;
  }

  private static boolean isCredential(Header line) {
    return SecretNames.maybeHeader(line.name());
  }

  private boolean isSameOrigin(HttpUrl url) {
    return url.scheme().equals(page.scheme())
        && url.host().equals(page.host())
        && url.port() == page.port();
  }

  private boolean isSameSite(HttpUrl url) {
    return url.scheme().equals(page.scheme())
        && (url.host().equals(site) || url.host().endsWith("." + site));
  }

  /// A new trace (W3C Trace Context), sampled, so that servers keep what they record of it.
  private static String traceParent() {
    byte[] ids = new byte[24];
    ThreadLocalRandom.current().nextBytes(ids);
    ids[0] |= 1; // neither id may be all zero
    ids[16] |= 1;
    HexFormat hex = HexFormat.of();
    return "00-" + hex.formatHex(ids, 0, 16) + "-" + hex.formatHex(ids, 16, 24) + "-01";
  }

  private static boolean isPrivate(HttpUrl url) {
    String host = url.host().toLowerCase(Locale.ROOT);
    return host.equals("localhost") || host.endsWith(".localhost") || isPrivateLiteral(host);
  }

  private static boolean isPrivateLiteral(String host) {
    try {
      return AddressPolicy.STANDARD.isPrivate(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static JsonValue line(String name, String value) {
    return JsonValue.object("name", name, "value", value);
  }
}
