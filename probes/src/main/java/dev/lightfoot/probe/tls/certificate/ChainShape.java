package dev.lightfoot.probe.tls.certificate;

import dev.lightfoot.model.connection.TlsCheck;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How the certificates that a server sent hang together: the path from its own certificate up as
/// far as it goes, and what was sent besides.
///
/// TLS 1.2 demands that each certificate certify the one before it (RFC 5246 section 7.4.2); TLS
/// 1.3 only recommends it. This client puts them in order, others do not.
public final class ChainShape {
  private final List<X509Certificate> sent;
  private final List<X509Certificate> path;
  private final Optional<X509Certificate> anchor;

  private ChainShape(
      List<X509Certificate> sent, List<X509Certificate> path, Optional<X509Certificate> anchor) {
    this.sent = sent;
    this.path = path;
    this.anchor = anchor;
  }

  /// Puts what was sent in order, starting from the first. The path ends below the first trusted
  /// root that it meets: a cross-signed root sent besides is not part of it.
  static ChainShape of(List<X509Certificate> sent, TrustAnchors anchors) {
    List<X509Certificate> path = new ArrayList<>(List.of(sent.getFirst()));
    List<X509Certificate> rest = new ArrayList<>(sent.subList(1, sent.size()));
    Optional<X509Certificate> anchor = anchors.of(sent.getFirst());
    Optional<X509Certificate> next = anchor.or(() -> Optional.of(sent.getFirst()));
    while (anchor.isEmpty() && next.isPresent() && !selfIssued(next.get())) {
      next = issuer(next.get(), rest);
      next.ifPresent(path::add);
      next.ifPresent(rest::remove);
      anchor = next.flatMap(anchors::of);
    }
    anchor.filter(rest::contains).ifPresent(path::add);
    return new ChainShape(List.copyOf(sent), List.copyOf(path), anchor);
  }

  /// The one that signed it, or at least has the issuer's name.
  private static Optional<X509Certificate> issuer(
      X509Certificate subject, List<X509Certificate> candidates) {
    List<X509Certificate> named =
        candidates.stream().filter(each -> issued(each, subject)).toList();
    return named.stream()
        .filter(each -> Signatures.signed(subject, each))
        .findFirst()
        .or(() -> named.stream().findFirst());
  }

  /// From the server's own certificate upwards.
  List<X509Certificate> path() {
    return path;
  }

  /// The trusted root that the path leads to.
  Optional<X509Certificate> anchor() {
    return anchor;
  }

  /// The path without the root, as path validation wants it.
  List<X509Certificate> belowAnchor() {
    boolean rootSent = anchor.isPresent() && path.size() > 1 && path.getLast().equals(anchor.get());
    return rootSent ? path.subList(0, path.size() - 1) : path;
  }

  /// A path that ends below a root, whose issuer was neither sent nor is trusted.
  boolean broken() {
    return anchor.isEmpty() && !selfIssued(path.getLast());
  }

  TlsCheck check() {
    if (broken()) {
      return new TlsCheck("chain", TlsCheck.FAILED, missing());
    }
    if (!path.equals(sent.subList(0, path.size()))) {
      return new TlsCheck("chain", TlsCheck.WARNING, disorder());
    }
    if (path.size() < sent.size()) {
      return new TlsCheck("chain", TlsCheck.WARNING, superfluous());
    }
    return new TlsCheck("chain", TlsCheck.PASSED, whole());
  }

  private String missing() {
    X509Certificate last = path.getLast();
    List<String> places = CertificateReader.issuerLocations(last);
    String where = places.isEmpty() ? "" : "; it can be fetched from " + places.getFirst();
    String stray = path.size() < sent.size() ? "; " + strays() + " sent instead" : "";
    return "incomplete: the certificate of "
        + name(last)
        + " was issued by "
        + issuer(last)
        + ", which was not sent"
        + stray
        + where;
  }

  private String disorder() {
    String order =
        path.stream()
            .map(each -> Integer.toString(sent.indexOf(each) + 1))
            .collect(Collectors.joining(", "));
    String besides = path.size() < sent.size() ? "; besides, " + strays() + " sent" : "";
    return "in the wrong order: the path takes the certificates as "
        + order
        + "; clients that do not sort them fail"
        + besides;
  }

  private String superfluous() {
    return "complete, but " + strays() + " sent that the path does not need";
  }

  private String strays() {
    List<X509Certificate> strays = new ArrayList<>(sent);
    path.forEach(strays::remove);
    int bytes = strays.stream().mapToInt(ChainShape::bytes).sum();
    String names =
        strays.stream().limit(3).map(ChainShape::name).collect(Collectors.joining(" and "));
    return (strays.size() == 1 ? "one certificate was" : strays.size() + " certificates were")
        + (" (" + names + ", " + bytes + " bytes)");
  }

  private String whole() {
    if (path.size() == 1 && selfIssued(path.getFirst())) {
      return "one certificate, issued by itself";
    }
    String names = path.stream().map(ChainShape::name).collect(Collectors.joining(" → "));
    if (anchor.isEmpty()) {
      return "complete up to a root that is not trusted here: " + names;
    }
    return anchor.get().equals(path.getLast())
        ? "complete, with the root, which no client needs: " + names
        : "complete: " + names + " → " + name(anchor.get());
  }

  private static int bytes(X509Certificate certificate) {
    return CertificateReader.der(certificate).length();
  }

  static boolean selfIssued(X509Certificate certificate) {
    return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
  }

  private static boolean issued(X509Certificate issuer, X509Certificate subject) {
    return issuer.getSubjectX500Principal().equals(subject.getIssuerX500Principal());
  }

  /// Its subject, or where that is empty its first name.
  static String name(X509Certificate certificate) {
    String subject = certificate.getSubjectX500Principal().getName();
    List<String> names = CertificateReader.names(certificate);
    return subject.isEmpty() ? names.isEmpty() ? "no subject" : names.getFirst() : subject;
  }

  private static String issuer(X509Certificate certificate) {
    String issuer = certificate.getIssuerX500Principal().getName();
    return issuer.isEmpty() ? "an authority without a name" : issuer;
  }
}
