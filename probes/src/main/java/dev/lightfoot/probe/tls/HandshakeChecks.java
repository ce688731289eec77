package dev.lightfoot.probe.tls;

import dev.lightfoot.model.connection.TlsCheck;
import dev.lightfoot.model.connection.TlsFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the handshake itself shows that is worth saying in words, beside the certificate's checks.
public final class HandshakeChecks {
  /// Ten segments (RFC 6928) of 1 448 bytes: 1 500 less IP, TCP and the timestamp option.
  static final int FIRST_FLIGHT = 10 * 1_448;

  private static final String CLIENT_CERTIFICATE = "client-certificate";

  /// How the sentence about a server's question begins.
  private static final String ASKED = "the server asked for a client certificate";

  private HandshakeChecks() {}

  /// Whether what the server sends first fits what it may send before it is acknowledged.
  ///
  /// @param handshakeBytes bytes of handshake records received
  /// @param chainBytes bytes of the certificates among them
  static TlsCheck firstFlight(long handshakeBytes, long chainBytes) {
    String sizes =
        "the server's part of the handshake has "
            + handshakeBytes
            + " bytes, "
            + chainBytes
            + " of them certificates: ";
    return handshakeBytes <= FIRST_FLIGHT
        ? new TlsCheck(
            "first-flight",
            TlsCheck.PASSED,
            sizes + "it fits the " + FIRST_FLIGHT + " that usually leave at once (ten segments)")
        : new TlsCheck(
            "first-flight",
            TlsCheck.WARNING,
            sizes
                + "more than the "
                + FIRST_FLIGHT
                + " that usually leave at once (ten segments), which costs a round trip more");
  }

  /// What to add to the news that a server hung up or sent an alert: in TLS 1.3 one that insists on
  /// a client certificate says so only after the handshake, and some do not say it at all or call
  /// it a handshake_failure.
  public static String clientCertificateHint(Optional<TlsFacts> facts) {
    return facts.stream()
        .flatMap(tls -> tls.checks().stream())
        .filter(check -> check.name().equals(CLIENT_CERTIFICATE))
        .map(TlsCheck::detail)
        .filter(detail -> detail.startsWith(ASKED))
        .findFirst()
        .map(detail -> " Before, " + detail + ".")
        .orElse("");
  }

  /// What became of a server's question for a client certificate.
  ///
  /// @param subject whose certificate is at hand
  static TlsCheck client(ClientCertificates.Outcome outcome, String subject) {
    return switch (outcome) {
      case NOT_ASKED ->
          new TlsCheck(
              CLIENT_CERTIFICATE,
              TlsCheck.NOT_CHECKED,
              "the server did not ask for the client certificate of " + subject);
      case NONE ->
          new TlsCheck(
              CLIENT_CERTIFICATE,
              TlsCheck.NOT_CHECKED,
              ASKED + "; none was given: --cert FILE gives one, or Request… in the window");
      case SHOWN ->
          new TlsCheck(
              CLIENT_CERTIFICATE, TlsCheck.PASSED, ASKED + "; that of " + subject + " was shown");
      case OTHER_ORIGIN ->
          new TlsCheck(
              CLIENT_CERTIFICATE,
              TlsCheck.NOT_CHECKED,
              ASKED + "; that of " + subject + " was given for another origin and not shown");
      case OTHER_KIND ->
          new TlsCheck(
              CLIENT_CERTIFICATE,
              TlsCheck.WARNING,
              ASKED + "; that of " + subject + " has a kind of key that it does not take");
    };
  }

  /// Of what the hellos and the server's requests show.
  static List<TlsCheck> of(HelloFacts hello, Optional<TlsCheck> client) {
    List<TlsCheck> checks = new ArrayList<>();
    client.ifPresent(checks::add);
    if (hello.resumed() && hello.version().filter("TLSv1.3"::equals).isPresent()) {
      checks.add(
          new TlsCheck(
              "early-data",
              TlsCheck.NOT_CHECKED,
              "0-RTT was not tried: Java's TLS cannot send a request in its first flight. A browser"
                  + " may save one more trip here, if the server allows it"));
    }
    return checks;
  }
}
