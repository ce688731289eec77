package dev.lightfoot.probe.tls.certificate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// The roots that a chain may end in: the JDK's, the operating system's, and the person's own.
public final class TrustAnchors {
  /// Where Linux distributions keep all roots in one file.
  private static final List<Path> BUNDLES =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  private final Set<X509Certificate> roots;

  private TrustAnchors(Set<X509Certificate> roots) {
    this.roots = roots;
  }

  /// The roots of the JDK and the operating system. A store of the system that cannot be read is
  /// left out: the JDK's own remain.
  public static TrustAnchors system() {
    Set<X509Certificate> roots = new LinkedHashSet<>();
    try {
      Collections.addAll(roots, trustManager(null).getAcceptedIssuers());
      roots.addAll(operatingSystem());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no readable trust store", e);
    }
    return new TrustAnchors(roots);
  }

  /// Only these roots.
  public static TrustAnchors only(X509Certificate root) {
    return new TrustAnchors(Set.of(root));
  }

  /// The roots of a PEM file.
  ///
  /// @throws IllegalArgumentException where the file cannot be read or holds no certificate; the
  ///   message is a sentence for people
  public static TrustAnchors of(Path pem) {
    try {
      List<X509Certificate> own = read(pem);
      if (own.isEmpty()) {
        throw new IllegalArgumentException("The CA file " + pem + " holds no certificate.");
      }
      return new TrustAnchors(new LinkedHashSet<>(own));
    } catch (IOException e) {
      throw new IllegalArgumentException("The CA file " + pem + " cannot be read.", e);
    } catch (CertificateException e) {
      throw new IllegalArgumentException(
          "The CA file " + pem + " is not a PEM file of certificates.", e);
    }
  }

  /// These roots and those.
  public TrustAnchors and(TrustAnchors those) {
    Set<X509Certificate> both = new LinkedHashSet<>(roots);
    both.addAll(those.roots);
    return new TrustAnchors(both);
  }

  private static List<X509Certificate> operatingSystem() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return keyStore("Windows-ROOT");
    }
    if (os.startsWith("mac")) {
      return keyStore("KeychainStore-ROOT");
    }
    String named = System.getenv("SSL_CERT_FILE"); // OpenSSL's way to name another bundle
    List<Path> bundles = named == null || named.isEmpty() ? BUNDLES : List.of(Path.of(named));
    for (Path bundle : bundles) {
      if (Files.isReadable(bundle)) {
        try {
          return read(bundle);
        } catch (IOException | CertificateException e) {
          return List.of(); // the JDK's roots remain
        }
      }
    }
    return List.of();
  }

  private static List<X509Certificate> keyStore(String type) {
    List<X509Certificate> found = new ArrayList<>();
    try {
      KeyStore store = KeyStore.getInstance(type);
      store.load(null, null);
      for (String alias : Collections.list(store.aliases())) {
        if (store.getCertificate(alias) instanceof X509Certificate certificate) {
          found.add(certificate);
        }
      }
    } catch (GeneralSecurityException | IOException e) {
      return List.of(); // the JDK's roots remain
    }
    return found;
  }

  private static List<X509Certificate> read(Path pem) throws IOException, CertificateException {
    List<X509Certificate> found = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(pem))) {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      for (Certificate certificate : all) {
        if (certificate instanceof X509Certificate x509) {
          found.add(x509);
        }
      }
    }
    return found;
  }

  /// PKIX path validation against these roots.
  X509TrustManager trustManager() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int number = 0;
      for (X509Certificate root : roots) {
        store.setCertificateEntry("root-" + number++, root);
      }
      return trustManager(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a trust store cannot be made in memory", e);
    }
  }

  private static X509TrustManager trustManager(@org.jspecify.annotations.Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new IllegalStateException("PKIX offers no X.509 trust manager");
  }

  public Set<X509Certificate> roots() {
    return Collections.unmodifiableSet(roots);
  }

  /// The trusted root that this certificate is, or was signed by.
  Optional<X509Certificate> of(X509Certificate certificate) {
    if (roots.contains(certificate)) {
      return Optional.of(certificate);
    }
    return roots.stream()
        .filter(root -> root.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
        .filter(root -> Signatures.signed(certificate, root))
        .findFirst();
  }
}
