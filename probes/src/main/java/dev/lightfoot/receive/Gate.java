package dev.lightfoot.receive;

import com.sun.net.httpserver.Headers;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Lets in only what programs and pages of this computer send. A page of another site that makes a
/// browser send here names that site in `Origin`; one that has had its name resolved to this
/// computer (DNS rebinding) names itself in `Host`.
final class Gate {
  private Gate() {}

  static void check(Headers headers) throws RefusedRequest {
    List<String> hosts = headers.getOrDefault("Host", List.of());
    if (hosts.size() != 1 || !isLoopback("http://" + hosts.getFirst())) {
      throw new RefusedRequest(
          RefusedRequest.Why.FOREIGN,
          "The receiver is for this computer alone: send to localhost, 127.0.0.1 or [::1].");
    }
    String origin = headers.getFirst("Origin");
    if (origin != null && !isLoopback(origin)) {
      throw new RefusedRequest(
          RefusedRequest.Why.FOREIGN,
          "The receiver takes nothing from pages of other sites, only from those of localhost.");
    }
  }

  private static boolean isLoopback(@Nullable String url) {
    try {
      URI uri = new URI(String.valueOf(url));
      String host = uri.getHost();
      return host != null
          && uri.getUserInfo() == null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && isLoopbackHost(host.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isLoopbackHost(String host) {
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      return true;
    }
    try {
      // Literals only: nothing is looked up.
      return InetAddress.ofLiteral(host.replaceAll("^\\[|\\]$", "")).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// What a page of this computer is allowed (Fetch standard, CORS).
  static void allow(Headers request, Headers answer) {
    String origin = request.getFirst("Origin");
    if (origin == null) {
      return;
    }
    answer.set("Access-Control-Allow-Origin", origin);
    answer.set("Vary", "Origin");
    if (request.containsKey("Access-Control-Request-Method")) {
      answer.set("Access-Control-Allow-Methods", "POST");
      answer.set(
          "Access-Control-Allow-Headers",
          "content-type, content-encoding, traceparent, tracestate, b3");
      answer.set("Access-Control-Max-Age", "600");
    }
    if (request.containsKey("Access-Control-Request-Private-Network")) {
      answer.set("Access-Control-Allow-Private-Network", "true");
    }
  }
}
