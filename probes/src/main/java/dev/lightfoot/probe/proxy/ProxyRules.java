package dev.lightfoot.probe.proxy;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says which proxy a request goes through.
@FunctionalInterface
public interface ProxyRules {

  /// Never through one.
  ProxyRules NONE = (scheme, host) -> new Route.Direct("");

  /// How a request gets there.
  ///
  /// @param scheme `http` or `https`
  /// @param host as in the URL
  Route route(String scheme, String host);

  /// Always through that one, wherever the request goes: the person has asked for it.
  static ProxyRules always(ProxyServer proxy) {
    return (scheme, host) -> new Route.Via(proxy);
  }

  /// As curl does by the environment: `https_proxy` or `http_proxy` by the scheme, then
  /// `all_proxy`, in lower case before upper case, but `HTTP_PROXY` never (a web server's CGI may
  /// have it from a request header); hosts in `no_proxy` go direct. Without any of them, the system
  /// properties of the Java runtime. This computer itself is never asked for through them.
  static ProxyRules ofEnvironment(Map<String, String> environment, Map<String, String> properties) {
    return (scheme, host) -> new Environment(environment, properties).route(scheme, host);
  }

  /// The proxy that the environment names for a scheme, and where it is not used.
  record Environment(Map<String, String> variables, Map<String, String> properties)
      implements ProxyRules {
    public Environment {
      variables = Map.copyOf(variables);
      properties = Map.copyOf(properties);
    }

    @Override
    public Route route(String scheme, String host) {
      Optional<String> variable = variable(scheme);
      Optional<String> value = variable.map(variables::get).or(() -> property(scheme));
      if (value.isEmpty()) {
        return new Route.Direct("");
      }
      String source = variable.orElse("the system property " + scheme + ".proxyHost");
      boolean excepted =
          variable.isPresent()
              ? first(List.of("no_proxy", "NO_PROXY"))
                  .filter(name -> NoProxy.holds(variables.getOrDefault(name, ""), host))
                  .isPresent()
              : nonProxyHost(host);
      if (excepted) {
        return new Route.Direct(
            "The proxy that " + source + " names is not used: " + host + " is exempt from it.");
      }
      if (isThisComputer(host)) {
        return new Route.Direct(
            "The proxy that " + source + " names is not used for this computer itself.");
      }
      try {
        return new Route.Via(ProxyServer.parse(value.get(), source));
      } catch (IllegalArgumentException e) {
        return new Route.Unusable(String.valueOf(e.getMessage()));
      }
    }

    private Optional<String> variable(String scheme) {
      return scheme.equals("https")
          ? first(List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"))
          : first(List.of("http_proxy", "all_proxy", "ALL_PROXY"));
    }

    private Optional<String> first(List<String> names) {
      return names.stream().filter(name -> !variables.getOrDefault(name, "").isBlank()).findFirst();
    }

    private Optional<String> property(String scheme) {
      String host = properties.getOrDefault(scheme + ".proxyHost", "");
      String standard = scheme.equals("https") ? "443" : "80";
      return host.isEmpty()
          ? Optional.empty()
          : Optional.of(
              (host.contains(":") ? "[" + host + "]" : host)
                  + ":"
                  + properties.getOrDefault(scheme + ".proxyPort", standard));
    }

    /// `http.nonProxyHosts` holds for both schemes; a star stands at either end of a pattern.
    private boolean nonProxyHost(String host) {
      String patterns = properties.getOrDefault("http.nonProxyHosts", "localhost|127.*|[::1]");
      return Pattern.compile("|", Pattern.LITERAL)
          .splitAsStream(patterns)
          .map(pattern -> ("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q"))
          .anyMatch(
              pattern ->
                  Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(host).matches());
    }

    private static boolean isThisComputer(String host) {
      String bare = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$|\\.$", "");
      if (bare.equals("localhost") || bare.endsWith(".localhost")) {
        return true;
      }
      try {
        return InetAddress.ofLiteral(bare).isLoopbackAddress();
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }
}
