package dev.lightfoot.probe.tls.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says in words which rule of RFC 5280 a chain breaks. Only asked about chains that were refused:
/// nothing here lets a chain pass.
final class PathRefusal {
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
  private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
  private static final String EMAIL = "1.3.6.1.5.5.7.3.4";
  private static final String ANY_USAGE = "2.5.29.37.0";

  private final List<X509Certificate> path;
  private final Optional<X509Certificate> anchor;

  PathRefusal(ChainShape shape) {
    this.path = shape.belowAnchor();
    this.anchor = shape.anchor();
  }

  /// One sentence about the rule that is broken.
  ///
  /// @param refusal what the trust manager said; its words are used where no rule is recognised
  String sentence(CertificateException refusal) {
    return usage()
        .or(this::rule)
        .orElseGet(
            () -> {
              Throwable cause = refusal;
              while (cause.getCause() != null && !(cause instanceof CertPathValidatorException)) {
                cause = cause.getCause();
              }
              return "The chain does not verify: " + cause.getMessage() + ".";
            });
  }

  /// Path validation does not look at what the server's own certificate is for.
  private Optional<String> usage() {
    try {
      List<String> usages = path.getFirst().getExtendedKeyUsage();
      if (usages == null || usages.contains(SERVER_AUTH) || usages.contains(ANY_USAGE)) {
        return Optional.empty();
      }
      List<String> names = usages.stream().map(PathRefusal::usage).toList();
      return Optional.of(
          "The certificate is for "
              + String.join(", ", names)
              + ", not for servers (its extended key usage lacks serverAuth).");
    } catch (CertificateParsingException e) {
      return Optional.of("The certificate's extended key usage cannot be read.");
    }
  }

  private static String usage(String oid) {
    return switch (oid) {
      case CLIENT_AUTH -> "clients";
      case CODE_SIGNING -> "signing code";
      case EMAIL -> "e-mail";
      default -> "the usage " + oid;
    };
  }

  private Optional<String> rule() {
    if (anchor.isEmpty()) {
      return Optional.empty();
    }
    try {
      CertPath ordered = CertificateFactory.getInstance("X.509").generateCertPath(path);
      PKIXParameters parameters =
          new PKIXParameters(Set.of(new TrustAnchor(anchor.orElseThrow(), null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(sharedInstant()));
      CertPathValidator.getInstance("PKIX").validate(ordered, parameters);
      return Optional.empty();
    } catch (CertPathValidatorException e) {
      return words(e);
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /// Dates have a check of their own: the rules are asked for a moment when all were valid, if
  /// there was one.
  private Instant sharedInstant() {
    return path.stream()
        .map(each -> each.getNotBefore().toInstant())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private Optional<String> words(CertPathValidatorException e) {
    int index = Math.clamp(e.getIndex(), 0, path.size() - 1);
    X509Certificate at = path.get(index);
    String below = ChainShape.name(path.get(Math.max(0, index - 1)));
    String name = ChainShape.name(at);
    if (e.getReason() == BasicReason.ALGORITHM_CONSTRAINED) {
      return Optional.of(weak(e));
    }
    if (e.getReason() instanceof PKIXReason reason) {
      return switch (reason) {
        case NOT_CA_CERT ->
            Optional.of(
                name
                    + " issued the certificate of "
                    + below
                    + ", but is not a certificate authority.");
        case PATH_TOO_LONG ->
            Optional.of(
                "The chain is longer than an authority in it allows: "
                    + name
                    + " may not stand where it does (path length constraint).");
        case INVALID_NAME ->
            Optional.of(
                "An authority above "
                    + name
                    + " may not issue for its names "
                    + CertificateReader.names(at).stream().limit(4).toList()
                    + " (name constraints).");
        case INVALID_KEY_USAGE ->
            Optional.of(name + " may not sign certificates (its key usage lacks keyCertSign).");
        case UNRECOGNIZED_CRIT_EXT ->
            Optional.of(name + " has a critical extension that this client does not understand.");
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  /// The JDK says in its message whether a key is too short or an algorithm is retired, and names
  /// it; the rest of the message is a dump of the certificate.
  private String weak(CertPathValidatorException e) {
    for (X509Certificate each : path) {
      if (Strength.belowRuntimeMinimum(each.getPublicKey())) {
        return "The key of "
            + ChainShape.name(each)
            + " is too short to be trusted: "
            + CertificateReader.key(each.getPublicKey())
            + ".";
      }
    }
    for (X509Certificate each : path) {
      if (Strength.oldHash(each)) {
        return "The certificate of "
            + ChainShape.name(each)
            + " is signed with "
            + each.getSigAlgName()
            + ", which is not trusted any more.";
      }
    }
    String words = String.valueOf(e.getMessage());
    return "The chain uses an algorithm that is not trusted any more: "
        + words.lines().findFirst().orElse(words)
        + ".";
  }
}
