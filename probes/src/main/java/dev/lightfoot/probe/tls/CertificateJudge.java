package dev.lightfoot.probe.tls;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.TlsCheck;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;
import okhttp3.internal.tls.OkHostnameVerifier;

/// Judges a certificate chain: PKIX validation decides (RFC 5280), and the checks that follow it
/// say in words which part failed.
final class CertificateJudge {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final TrustAnchors anchors;
  private final X509TrustManager pkix;
  private final Clock clock;

  CertificateJudge(TrustAnchors anchors, Clock clock) {
    this.anchors = anchors;
    this.pkix = anchors.trustManager();
    this.clock = clock;
  }

  Verdict judge(X509Certificate[] chain, String authType, String host) {
    Optional<CertificateException> refusal = refusal(chain, authType);
    List<TlsCheck> checks = new ArrayList<>();
    Optional<Problem> dates = refusal.isEmpty() ? Optional.empty() : dates(chain, host);
    checks.add(
        dates
            .map(problem -> check("dates", problem))
            .orElseGet(
                () -> passed("dates", "valid to " + day(chain[0].getNotAfter().toInstant()))));
    Optional<Problem> name = name(chain[0], host);
    checks.add(
        name.map(problem -> check("host-name", problem))
            .orElseGet(() -> passed("host-name", host + " is in the certificate's names")));
    Optional<Problem> path = refusal.flatMap(why -> path(chain, why, dates.isPresent()));
    checks.add(
        path.map(problem -> check("path", problem))
            .orElseGet(() -> passed("path", "every signature up to a trusted root verifies")));
    Optional<Problem> first = dates.or(() -> path).or(() -> name);
    return new Verdict(first.map(Problem::type), first.map(Problem::detail).orElse(""), checks);
  }

  private Optional<CertificateException> refusal(X509Certificate[] chain, String authType) {
    try {
      pkix.checkServerTrusted(chain, authType);
      return Optional.empty();
    } catch (CertificateException e) {
      return Optional.of(e);
    }
  }

  private Optional<Problem> dates(X509Certificate[] chain, String host) {
    Instant now = clock.instant();
    for (int i = 0; i < chain.length; i++) {
      X509Certificate certificate = chain[i];
      Instant notBefore = certificate.getNotBefore().toInstant();
      Instant notAfter = certificate.getNotAfter().toInstant();
      String whose = "The certificate of " + (i == 0 ? host : name(certificate));
      if (now.isAfter(notAfter)) {
        return Optional.of(
            new Problem(
                ErrorType.CERTIFICATE_EXPIRED,
                whose + " ran out " + ago(notAfter, now) + ", on " + day(notAfter) + "."));
      }
      if (now.isBefore(notBefore)) {
        return Optional.of(
            new Problem(
                ErrorType.CERTIFICATE_NOT_YET_VALID,
                whose + " is valid only from " + day(notBefore) + "."));
      }
    }
    return Optional.empty();
  }

  private static Optional<Problem> name(X509Certificate leaf, String host) {
    if (OkHostnameVerifier.INSTANCE.verify(host, leaf)) {
      return Optional.empty();
    }
    List<String> names = CertificateReader.names(leaf);
    String issuedFor =
        names.isEmpty()
            ? "names no host in its subject alternative name"
            : "is for " + String.join(", ", names.subList(0, Math.min(4, names.size())));
    String more = names.size() > 4 ? " and " + (names.size() - 4) + " more" : "";
    return Optional.of(
        new Problem(
            ErrorType.CERTIFICATE_WRONG_HOST,
            "The certificate " + issuedFor + more + ", not for " + host + "."));
  }

  /// Why the path does not lead to a trusted root; empty where only a date stood in the way.
  private Optional<Problem> path(
      X509Certificate[] chain, CertificateException refusal, boolean datesFailed) {
    X509Certificate last = chain[chain.length - 1];
    Optional<Problem> broken = brokenSignature(chain);
    if (broken.isPresent()) {
      return broken;
    }
    boolean anchored =
        anchors.roots().contains(last)
            || anchors.issuerOf(last).filter(r -> signed(last, r)).isPresent();
    if (datesFailed && anchored) {
      return Optional.empty();
    }
    if (!anchored) {
      return Optional.of(unanchored(chain, last));
    }
    return Optional.of(new Problem(ErrorType.CERTIFICATE_INVALID, reason(refusal)));
  }

  private static Optional<Problem> brokenSignature(X509Certificate[] chain) {
    for (int i = 0; i + 1 < chain.length; i++) {
      boolean named =
          chain[i].getIssuerX500Principal().equals(chain[i + 1].getSubjectX500Principal());
      if (named && !signed(chain[i], chain[i + 1])) {
        return Optional.of(
            new Problem(
                ErrorType.CERTIFICATE_INVALID,
                "The signature on the certificate of " + name(chain[i]) + " does not verify."));
      }
    }
    return Optional.empty();
  }

  private static Problem unanchored(X509Certificate[] chain, X509Certificate last) {
    boolean selfIssued = last.getIssuerX500Principal().equals(last.getSubjectX500Principal());
    if (chain.length == 1 && selfIssued) {
      return new Problem(
          ErrorType.CERTIFICATE_SELF_SIGNED,
          "The certificate is signed by itself, by no authority.");
    }
    String issuer = last.getIssuerX500Principal().getName();
    return new Problem(
        ErrorType.CERTIFICATE_UNKNOWN_ROOT,
        selfIssued
            ? "The chain ends in the root " + issuer + ", which is not trusted here."
            : "The chain ends at "
                + name(last)
                + ": its issuer "
                + issuer
                + " was neither sent nor is it a trusted root.");
  }

  private static boolean signed(X509Certificate certificate, X509Certificate issuer) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String reason(CertificateException refusal) {
    Throwable cause = refusal;
    while (cause.getCause() != null && !(cause instanceof CertPathValidatorException)) {
      cause = cause.getCause();
    }
    return "The chain does not verify: " + cause.getMessage() + ".";
  }

  private static String name(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  private static String ago(Instant then, Instant now) {
    Duration passed = Duration.between(then, now);
    if (passed.toDays() >= 2) {
      return passed.toDays() + " days ago";
    }
    return passed.toHours() >= 2
        ? passed.toHours() + " hours ago"
        : passed.toMinutes() + " min ago";
  }

  private static String day(Instant instant) {
    return DAY.format(instant);
  }

  private static TlsCheck passed(String name, String detail) {
    return new TlsCheck(name, TlsCheck.PASSED, detail);
  }

  private static TlsCheck check(String name, Problem problem) {
    return new TlsCheck(name, TlsCheck.FAILED, problem.detail);
  }

  private record Problem(ErrorType type, String detail) {}
}
