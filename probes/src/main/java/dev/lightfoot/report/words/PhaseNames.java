package dev.lightfoot.report.words;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.model.span.Layer;

/// Phases, layers, states and protocols as people name them.
public final class PhaseNames {
  private PhaseNames() {}

  /// Such as `Wait for first byte`.
  public static String of(Phase phase) {
    return Sentences.say("phase." + phase.label());
  }

  /// With the version, where the phase is TLS and it is known: `TLS 1.3`; and with the proxy where
  /// the phase is the way to one.
  public static String of(Phase phase, Exchange exchange) {
    return switch (phase) {
      case TLS ->
          exchange.tls().flatMap(TlsFacts::version).map(PhaseNames::version).orElse(of(phase));
      case DNS, TCP ->
          exchange.proxy().isPresent() ? Sentences.say("phase.ofProxy", of(phase)) : of(phase);
      default -> of(phase);
    };
  }

  /// Such as `Request`, or `Server` for what no log has opened.
  public static String of(Layer layer) {
    return Sentences.say("layer." + layer.label());
  }

  public static String of(RunState state) {
    return Sentences.say("state." + state.label());
  }

  /// `TLS 1.3` of `TLSv1.3`.
  public static String version(String name) {
    return name.startsWith("TLSv") ? "TLS " + name.substring(4) : name;
  }

  /// `HTTP/2` of `h2`.
  public static String protocol(String alpn) {
    return switch (alpn) {
      case "h2" -> "HTTP/2";
      case "h3" -> "HTTP/3";
      case "http/1.1" -> "HTTP/1.1";
      case "http/1.0" -> "HTTP/1.0";
      default -> alpn;
    };
  }
}
