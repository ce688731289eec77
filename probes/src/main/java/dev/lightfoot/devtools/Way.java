package dev.lightfoot.devtools;

import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.page.Resource.Delivery;
import java.util.List;
import java.util.Optional;

/// How a response came: over which protocol and connection, or not over the network at all.
///
/// @param protocol ALPN id; empty where it is not known
/// @param isSecure whether the URL is https
/// @param isLiteral whether the host is an address
/// @param isReused whether the connection was open before
/// @param delivery one of the words in [Delivery] where it did not come over the network
record Way(
    Optional<String> protocol,
    boolean isSecure,
    boolean isLiteral,
    boolean isReused,
    Optional<String> delivery) {

  static Way of(Hop hop) {
    JsonValue response = hop.response();
    return new Way(
        response.text("protocol").flatMap(Way::alpn),
        hop.url().startsWith("https:"),
        UrlParts.of(hop.url()).isLiteral(),
        response.flag("connectionReused"),
        delivery(hop, response));
  }

  boolean isQuic() {
    return protocol.filter(name -> name.startsWith("h3")).isPresent();
  }

  boolean isTransferred() {
    return delivery.isEmpty();
  }

  /// The phases in which a connection is made.
  List<Phase> connecting() {
    return isQuic() ? List.of(Phase.QUIC) : List.of(Phase.TCP, Phase.TLS);
  }

  /// The phases that such an exchange can have.
  List<Phase> phases() {
    return isQuic()
        ? List.of(Phase.BLOCKED, Phase.DNS, Phase.QUIC, Phase.SEND, Phase.WAIT, Phase.RECEIVE)
        : List.of(
            Phase.BLOCKED, Phase.DNS, Phase.TCP, Phase.TLS, Phase.SEND, Phase.WAIT, Phase.RECEIVE);
  }

  private static Optional<String> delivery(Hop hop, JsonValue response) {
    if (response.flag("fromServiceWorker")) {
      return Optional.of(Delivery.SERVICE_WORKER);
    }
    if (response.flag("fromPrefetchCache")) {
      return Optional.of(Delivery.NAVIGATIONAL_PREFETCH);
    }
    return response.flag("fromDiskCache") || hop.isFromMemory()
        ? Optional.of(Delivery.CACHE)
        : Optional.empty();
  }

  /// The protocol also names `data` and other ways that are no ALPN ids.
  private static Optional<String> alpn(String name) {
    return switch (name) {
      case "http/1.1", "h2", "h3" -> Optional.of(name);
      case "http/1.0", "http/0.9" -> Optional.of(name);
      default -> name.startsWith("h3") ? Optional.of("h3") : Optional.empty();
    };
  }
}
