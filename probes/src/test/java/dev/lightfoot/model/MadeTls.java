package dev.lightfoot.model;

import dev.lightfoot.model.connection.CertificateFacts;
import dev.lightfoot.model.connection.Der;
import dev.lightfoot.model.connection.TlsFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a handshake settled, made by hand for tests: a full one of that version unless said.
///
/// @param bytesIn of the server's flight
/// @param certificateBytes of them; 0 without a certificate
public record MadeTls(
    String version,
    boolean offered,
    boolean resumed,
    boolean retried,
    long bytesIn,
    int certificateBytes,
    List<String> responders,
    Optional<String> stapled) {

  public static MadeTls of(String version) {
    return new MadeTls(version, false, false, false, 3_000, 2_000, List.of(), Optional.empty());
  }

  public MadeTls offering(boolean taken) {
    return new MadeTls(
        version, true, taken, retried, bytesIn, certificateBytes, responders, stapled);
  }

  public MadeTls retrying() {
    return new MadeTls(
        version, offered, resumed, true, bytesIn, certificateBytes, responders, stapled);
  }

  public MadeTls flight(long bytes, int ofCertificates) {
    return new MadeTls(
        version, offered, resumed, retried, bytes, ofCertificates, responders, stapled);
  }

  public MadeTls responder(String url, Optional<String> answer) {
    return new MadeTls(
        version, offered, resumed, retried, bytesIn, certificateBytes, List.of(url), answer);
  }

  public Optional<TlsFacts> facts() {
    CertificateFacts leaf =
        new CertificateFacts(
            "CN=shop.test",
            "CN=Lab Issuing CA",
            List.of("shop.test"),
            Instant.parse("2026-08-01T00:00:00Z"),
            Instant.parse("2027-08-01T00:00:00Z"),
            "EC P-256",
            "SHA256withECDSA",
            "1f",
            responders,
            Der.of(new byte[certificateBytes]));
    return Optional.of(
        new TlsFacts(
            Optional.of(version),
            Optional.empty(),
            Optional.of("x25519"),
            Optional.of("h2"),
            resumed,
            offered,
            retried,
            OptionalLong.empty(),
            bytesIn,
            400,
            stapled,
            certificateBytes == 0 ? List.of() : List.of(leaf),
            Optional.of(TlsFacts.TRUSTED),
            List.of()));
  }
}
