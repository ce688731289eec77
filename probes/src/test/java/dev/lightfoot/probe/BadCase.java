package dev.lightfoot.probe;

import dev.lightfoot.probe.peer.ChainContext;
import dev.lightfoot.probe.peer.Forgery.Forged;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// One way for a TLS server to be good, odd or bad, and what has to be said about it.
///
/// @param name its name on badssl.com, or one like it
/// @param host the host that is asked for
/// @param context the server's certificates
/// @param set what the server changes about each connection
/// @param error phase and type, or `none`
/// @param chain how many certificates the result must show
/// @param says what the message and the checks must contain
record BadCase(
    String name,
    String host,
    SSLContext context,
    ScriptedServer.Script set,
    String error,
    int chain,
    List<String> says) {
  static final String HOST = "shop.test";

  private static final ScriptedServer.Script NOTHING = connection -> {};

  /// A server with that chain.
  static BadCase serving(String name, String error, Forged... sent) {
    return new BadCase(name, HOST, ChainContext.of(sent), NOTHING, error, sent.length, List.of());
  }

  BadCase says(String... words) {
    return new BadCase(name, host, context, set, error, chain, List.of(words));
  }

  BadCase host(String other) {
    return new BadCase(name, other, context, set, error, chain, says);
  }

  /// How many certificates can be seen, where that is fewer than were sent.
  BadCase shows(int certificates) {
    return new BadCase(name, host, context, set, error, certificates, says);
  }

  /// Speaks only that version.
  BadCase version(String version) {
    return set(connection -> ((SSLSocket) connection).setEnabledProtocols(new String[] {version}));
  }

  /// Insists on a client certificate.
  BadCase needsClient() {
    ScriptedServer.Script before = set;
    return set(
        connection -> {
          before.play(connection);
          ((SSLSocket) connection).setNeedClientAuth(true);
        });
  }

  /// Speaks that application protocol only.
  BadCase alpn(String protocol) {
    return set(
        connection -> {
          SSLParameters parameters = ((SSLSocket) connection).getSSLParameters();
          parameters.setApplicationProtocols(new String[] {protocol});
          ((SSLSocket) connection).setSSLParameters(parameters);
        });
  }

  private BadCase set(ScriptedServer.Script change) {
    return new BadCase(name, host, context, change, error, chain, says);
  }

  @Override
  public String toString() {
    return name;
  }
}
