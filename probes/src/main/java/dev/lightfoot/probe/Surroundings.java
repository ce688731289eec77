package dev.lightfoot.probe;

import dev.lightfoot.model.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a measurement says about where it was made.
final class Surroundings {
  private Surroundings() {}

  static Environment of(String resolver, List<String> silent, boolean https) {
    Optional<String> proxy = proxy(System.getenv(), https);
    List<String> warnings = new ArrayList<>();
    proxy.ifPresent(
        address ->
            warnings.add(
                "A proxy is configured (" + address + "); this measurement went past it."));
    for (String server : silent) {
      warnings.add(
          "The name server "
              + server
              + " did not answer; another one did. Most programs wait seconds for it at every"
              + " lookup.");
    }
    return new Environment(
        LightfootVersion.current(),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        Runtime.version().toString(),
        resolver,
        proxy,
        Optional.empty(),
        warnings);
  }

  /// The proxy that curl and most others would use, without its userinfo.
  static Optional<String> proxy(Map<String, String> environment, boolean https) {
    List<String> names =
        https
            ? List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
            : List.of("http_proxy", "all_proxy", "ALL_PROXY");
    for (String name : names) {
      String value = environment.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        return Optional.of(value.replaceFirst("^([a-zA-Z0-9]+://)?[^/@]*@", "$1"));
      }
    }
    String prefix = https ? "https" : "http";
    String host = System.getProperty(prefix + ".proxyHost", "");
    return host.isEmpty()
        ? Optional.empty()
        : Optional.of(
            (host + ":" + System.getProperty(prefix + ".proxyPort", https ? "443" : "80"))
                .toLowerCase(Locale.ROOT));
  }
}
