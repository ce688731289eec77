package dev.lightfoot.probe.tls.certificate;

import dev.lightfoot.model.connection.TlsCheck;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Judges what is known about revocation: the stapled OCSP response, its signature (by the JDK's
/// own revocation checker, which is given the response and asks no server) and its window of
/// validity.
public final class StapleJudge {
  private final Clock clock;

  StapleJudge(Clock clock) {
    this.clock = clock;
  }

  /// One check in words.
  ///
  /// @param leaf the server's certificate
  /// @param shape the chain of this handshake; empty where it resumed a session
  /// @param response the stapled bytes; of a resumed session, those of its first handshake
  public TlsCheck check(
      X509Certificate leaf, Optional<ChainShape> shape, Optional<byte[]> response) {
    if (response.isEmpty()) {
      return nothingStapled(leaf, shape.isEmpty());
    }
    OcspStaple staple = OcspStaple.read(response.get());
    String said =
        "the stapled OCSP response"
            + (shape.isEmpty() ? " (of the first handshake)" : "")
            + " says "
            + staple.status();
    if (staple.status().equals(OcspStaple.REVOKED)) {
      return new TlsCheck("revocation", TlsCheck.FAILED, said);
    }
    if (!staple.status().equals(OcspStaple.GOOD)) {
      return new TlsCheck("revocation", TlsCheck.NOT_CHECKED, said);
    }
    return outOfDate(staple)
        .map(when -> new TlsCheck("revocation", TlsCheck.WARNING, said + ", but " + when))
        .orElseGet(() -> signature(said + until(staple), shape, response.get()));
  }

  private static TlsCheck nothingStapled(X509Certificate leaf, boolean resumed) {
    if (CertificateReader.mustStaple(leaf) && !resumed) {
      return new TlsCheck(
          "revocation",
          TlsCheck.WARNING,
          "the certificate demands a stapled OCSP response (must-staple), but none came: clients"
              + " that insist on it refuse the connection");
    }
    List<String> responders = CertificateReader.facts(leaf).ocspResponders();
    return new TlsCheck(
        "revocation",
        TlsCheck.NOT_CHECKED,
        responders.isEmpty()
            ? "not asked: no responder named, nothing stapled"
            : "not asked: nothing stapled; the certificate names the responder "
                + responders.getFirst());
  }

  private Optional<String> outOfDate(OcspStaple staple) {
    Instant now = clock.instant();
    if (staple.nextUpdate().filter(now::isAfter).isPresent()) {
      Instant end = staple.nextUpdate().get();
      return Optional.of(
          "is stale: it was valid until "
              + Dates.day(end)
              + ", "
              + Dates.rough(Duration.between(end, now))
              + " ago");
    }
    return staple
        .thisUpdate()
        .filter(now::isBefore)
        .map(start -> "is valid only from " + Dates.day(start));
  }

  private static String until(OcspStaple staple) {
    return staple.nextUpdate().map(end -> ", valid until " + Dates.day(end)).orElse("");
  }

  private TlsCheck signature(String said, Optional<ChainShape> shape, byte[] response) {
    if (shape.isEmpty()) {
      return new TlsCheck("revocation", TlsCheck.PASSED, said);
    }
    if (shape.get().anchor().isEmpty()) {
      return new TlsCheck(
          "revocation",
          TlsCheck.NOT_CHECKED,
          said + "; its signature cannot be verified without a trusted root");
    }
    return flaw(shape.get(), response)
        .map(
            flaw ->
                new TlsCheck(
                    "revocation", TlsCheck.WARNING, said + ", but cannot be relied on: " + flaw))
        .orElseGet(
            () -> new TlsCheck("revocation", TlsCheck.PASSED, said + "; its signature verifies"));
  }

  /// What the JDK's revocation checker holds against a response; empty where it accepts it.
  private Optional<String> flaw(ChainShape shape, byte[] response) {
    List<X509Certificate> path = shape.belowAnchor();
    try {
      CertPath ordered = CertificateFactory.getInstance("X.509").generateCertPath(path);
      CertPathValidator validator = CertPathValidator.getInstance("PKIX");
      PKIXRevocationChecker revocation = (PKIXRevocationChecker) validator.getRevocationChecker();
      revocation.setOptions(
          EnumSet.of(
              PKIXRevocationChecker.Option.ONLY_END_ENTITY,
              PKIXRevocationChecker.Option.NO_FALLBACK));
      revocation.setOcspResponses(Map.of(path.getFirst(), response));
      PKIXParameters parameters =
          new PKIXParameters(Set.of(new TrustAnchor(shape.anchor().orElseThrow(), null)));
      parameters.addCertPathChecker(revocation);
      parameters.setDate(Date.from(clock.instant()));
      validator.validate(ordered, parameters);
      return Optional.empty();
    } catch (CertPathValidatorException e) {
      return e.getReason() == BasicReason.EXPIRED || e.getReason() == BasicReason.NOT_YET_VALID
          ? Optional.empty() // of the certificate, which has a check of its own
          : Optional.of(String.valueOf(e.getMessage()));
    } catch (GeneralSecurityException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
