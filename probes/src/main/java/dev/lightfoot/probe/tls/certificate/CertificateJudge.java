package dev.lightfoot.probe.tls.certificate;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.connection.TlsCheck;
import dev.lightfoot.probe.wire.Addresses;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;
import okhttp3.internal.tls.OkHostnameVerifier;

/// Judges a certificate chain: PKIX validation decides (RFC 5280), and the checks that follow it
/// say in words which part failed.
public final class CertificateJudge {
  /// With fewer days left, it should have been renewed already.
  private static final int SOON_DAYS = 14;

  private final TrustAnchors anchors;
  private final X509TrustManager pkix;
  private final Clock clock;

  public CertificateJudge(TrustAnchors anchors, Clock clock) {
    this.anchors = anchors;
    this.pkix = anchors.trustManager();
    this.clock = clock;
  }

  /// Who judges stapled responses by the same clock.
  public StapleJudge staples() {
    return new StapleJudge(clock);
  }

  public Verdict judge(X509Certificate[] chain, String authType, String host) {
    ChainShape shape = ChainShape.of(List.of(chain), anchors);
    Optional<CertificateException> refusal = refusal(chain, authType);
    List<TlsCheck> checks = new ArrayList<>();
    checks.add(shape.check());
    Optional<Problem> dates = refusal.isEmpty() ? Optional.empty() : dates(chain, host);
    checks.add(dates.map(problem -> check("dates", problem)).orElseGet(() -> remaining(shape)));
    Optional<Problem> name = name(chain[0], host);
    checks.add(
        name.map(problem -> check("host-name", problem))
            .orElseGet(() -> passed("host-name", host + " is in the certificate's names")));
    Optional<Problem> path = refusal.flatMap(why -> path(shape, why, dates.isPresent()));
    checks.add(
        path.map(problem -> check("path", problem))
            .orElseGet(() -> passed("path", "every signature up to a trusted root verifies")));
    checks.add(Strength.check(shape));
    Optional<Problem> first = dates.or(() -> path).or(() -> name);
    return new Verdict(
        first.map(Problem::type), first.map(Problem::detail).orElse(""), checks, shape);
  }

  private Optional<CertificateException> refusal(X509Certificate[] chain, String authType) {
    try {
      pkix.checkServerTrusted(chain, authType);
      return Optional.empty();
    } catch (CertificateException e) {
      return Optional.of(e);
    } catch (RuntimeException e) {
      // a certificate from the network can be odd enough to trip the validator: it is refused then
      return Optional.of(new CertificateException("the validator gave up: " + e.getMessage(), e));
    }
  }

  private Optional<Problem> dates(X509Certificate[] chain, String host) {
    Instant now = clock.instant();
    for (int i = 0; i < chain.length; i++) {
      X509Certificate certificate = chain[i];
      Instant notBefore = certificate.getNotBefore().toInstant();
      Instant notAfter = certificate.getNotAfter().toInstant();
      String whose = "The certificate of " + (i == 0 ? host : ChainShape.name(certificate));
      if (now.isAfter(notAfter)) {
        return Optional.of(
            new Problem(
                ErrorType.CERTIFICATE_EXPIRED,
                whose
                    + " ran out "
                    + Dates.rough(Duration.between(notAfter, now))
                    + " ago, on "
                    + Dates.day(notAfter)
                    + "."));
      }
      if (now.isBefore(notBefore)) {
        return Optional.of(
            new Problem(
                ErrorType.CERTIFICATE_NOT_YET_VALID,
                whose
                    + " is valid only from "
                    + Dates.day(notBefore)
                    + ", in "
                    + Dates.rough(Duration.between(now, notBefore))
                    + "."));
      }
    }
    return Optional.empty();
  }

  /// How long the path stays valid: until the first of its certificates runs out.
  private TlsCheck remaining(ChainShape shape) {
    X509Certificate soonest = shape.path().getFirst();
    for (X509Certificate each : shape.belowAnchor()) {
      if (each.getNotAfter().toInstant().isBefore(soonest.getNotAfter().toInstant())) {
        soonest = each;
      }
    }
    Instant end = soonest.getNotAfter().toInstant();
    Duration left = Duration.between(clock.instant(), end);
    String detail = "valid to " + Dates.day(end) + ", for " + Dates.rough(left) + " more";
    if (!soonest.equals(shape.path().getFirst())) {
      detail += "; " + ChainShape.name(soonest) + " runs out first";
    }
    return new TlsCheck(
        "dates", left.toDays() < SOON_DAYS ? TlsCheck.WARNING : TlsCheck.PASSED, detail);
  }

  private static Optional<Problem> name(X509Certificate leaf, String host) {
    if (OkHostnameVerifier.INSTANCE.verify(host, leaf)) {
      return Optional.empty();
    }
    List<String> names = CertificateReader.names(leaf);
    if (names.contains(host) && Addresses.isLiteral(host)) {
      return Optional.of(
          new Problem(
              ErrorType.CERTIFICATE_WRONG_HOST,
              "The certificate names "
                  + host
                  + " as a DNS name only; an address has to stand there as an IP address (RFC"
                  + " 9525)."));
    }
    String subject = leaf.getSubjectX500Principal().getName();
    String issuedFor =
        names.isEmpty()
            ? "names no host in its subject alternative name"
                + (subject.isEmpty() ? "" : " (its subject " + subject + " does not count)")
            : "is for " + String.join(", ", names.subList(0, Math.min(4, names.size())));
    String more = names.size() > 4 ? " and " + (names.size() - 4) + " more" : "";
    return Optional.of(
        new Problem(
            ErrorType.CERTIFICATE_WRONG_HOST,
            "The certificate " + issuedFor + more + ", not for " + host + "."));
  }

  /// Why the path does not lead to a trusted root; empty where only a date stood in the way.
  private static Optional<Problem> path(
      ChainShape shape, CertificateException refusal, boolean datesFailed) {
    Optional<Problem> broken = brokenSignature(shape.path());
    if (broken.isPresent()) {
      return broken;
    }
    if (shape.anchor().isEmpty()) {
      return Optional.of(unanchored(shape));
    }
    if (datesFailed) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(ErrorType.CERTIFICATE_INVALID, new PathRefusal(shape).sentence(refusal)));
  }

  private static Optional<Problem> brokenSignature(List<X509Certificate> path) {
    for (int i = 0; i + 1 < path.size(); i++) {
      if (!Signatures.signed(path.get(i), path.get(i + 1))) {
        return Optional.of(
            new Problem(
                ErrorType.CERTIFICATE_INVALID,
                "The signature on the certificate of "
                    + ChainShape.name(path.get(i))
                    + " does not verify."));
      }
    }
    return Optional.empty();
  }

  private static Problem unanchored(ChainShape shape) {
    X509Certificate last = shape.path().getLast();
    if (shape.broken()) {
      return new Problem(
          ErrorType.CERTIFICATE_UNKNOWN_ROOT,
          "The chain ends at "
              + ChainShape.name(last)
              + ": its issuer "
              + last.getIssuerX500Principal().getName()
              + " was neither sent nor is it a trusted root.");
    }
    if (shape.path().size() == 1) {
      return new Problem(
          ErrorType.CERTIFICATE_SELF_SIGNED,
          "The certificate is signed by itself, by no authority.");
    }
    return new Problem(
        ErrorType.CERTIFICATE_UNKNOWN_ROOT,
        "The chain ends in the root " + ChainShape.name(last) + ", which is not trusted here.");
  }

  private static TlsCheck passed(String name, String detail) {
    return new TlsCheck(name, TlsCheck.PASSED, detail);
  }

  private static TlsCheck check(String name, Problem problem) {
    return new TlsCheck(name, TlsCheck.FAILED, problem.detail);
  }

  private record Problem(ErrorType type, String detail) {}
}
