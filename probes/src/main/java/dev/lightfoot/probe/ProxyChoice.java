package dev.lightfoot.probe;

import dev.lightfoot.probe.proxy.ProxyRules;
import dev.lightfoot.probe.proxy.ProxyServer;
import java.util.HashMap;
import java.util.Map;

/// Through which proxy requests go.
public sealed interface ProxyChoice {

  /// What the environment says, as curl reads it.
  record Environment() implements ProxyChoice {}

  /// None, whatever the environment says.
  record None() implements ProxyChoice {}

  /// That one, for every request.
  record Server(ProxyServer server) implements ProxyChoice {}

  /// Reads `none` or `[http://][user:password@]host[:port]`; nothing means the environment.
  ///
  /// @throws IllegalArgumentException where it is neither; the message is a sentence for people and
  ///   holds no user or password
  static ProxyChoice parse(String text) {
    String choice = text.strip();
    return switch (choice) {
      case "" -> new Environment();
      case "none" -> new None();
      default -> new Server(ProxyServer.parse(choice, "--proxy"));
    };
  }

  /// The rules that follow from the choice, here and now.
  default ProxyRules rules() {
    return switch (this) {
      case Environment _ -> ProxyRules.ofEnvironment(System.getenv(), properties());
      case None _ -> ProxyRules.NONE;
      case Server chosen -> ProxyRules.always(chosen.server());
    };
  }

  private static Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    System.getProperties()
        .stringPropertyNames()
        .forEach(name -> properties.put(name, System.getProperty(name, "")));
    return properties;
  }
}
