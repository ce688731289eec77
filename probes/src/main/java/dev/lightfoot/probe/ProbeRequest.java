package dev.lightfoot.probe;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.probe.tls.ClientCertificate;
import dev.lightfoot.probe.tls.OriginCertificate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What to ask for, and how.
///
/// @param url absolute http or https URL; see [TargetUrl] for what people type
/// @param method HTTP method
/// @param body request body; empty for none
/// @param headers further header lines
/// @param cookies `name=value` pairs to send
/// @param resolver who resolves names
/// @param addressFamily which addresses are tried
/// @param proxy through which proxy it goes
/// @param certificateAuthorities a PEM file of roots to trust in addition
/// @param timeout for one run, redirects included
/// @param http which version of HTTP is measured
/// @param allowPrivate whether a redirect may lead from a public to a private address
/// @param clientCertificate what to show to the URL's own origin where it asks for a certificate
public record ProbeRequest(
    WebUrl url,
    String method,
    Optional<RequestBody> body,
    List<Header> headers,
    List<String> cookies,
    ResolverChoice resolver,
    AddressFamily addressFamily,
    ProxyChoice proxy,
    Optional<Path> certificateAuthorities,
    Duration timeout,
    HttpChoice http,
    boolean allowPrivate,
    Optional<ClientCertificate> clientCertificate) {
  public ProbeRequest {
    headers = List.copyOf(headers);
    cookies = List.copyOf(cookies);
  }

  /// A request without a client certificate.
  public ProbeRequest(
      WebUrl url,
      String method,
      Optional<RequestBody> body,
      List<Header> headers,
      List<String> cookies,
      ResolverChoice resolver,
      AddressFamily addressFamily,
      ProxyChoice proxy,
      Optional<Path> certificateAuthorities,
      Duration timeout,
      HttpChoice http,
      boolean allowPrivate) {
    this(
        url,
        method,
        body,
        headers,
        cookies,
        resolver,
        addressFamily,
        proxy,
        certificateAuthorities,
        timeout,
        http,
        allowPrivate,
        Optional.empty());
  }

  /// A request over whatever version of HTTP a browser would take.
  public ProbeRequest(
      WebUrl url,
      String method,
      Optional<RequestBody> body,
      List<Header> headers,
      List<String> cookies,
      ResolverChoice resolver,
      AddressFamily addressFamily,
      ProxyChoice proxy,
      Optional<Path> certificateAuthorities,
      Duration timeout,
      boolean allowPrivate) {
    this(
        url,
        method,
        body,
        headers,
        cookies,
        resolver,
        addressFamily,
        proxy,
        certificateAuthorities,
        timeout,
        HttpChoice.ANY,
        allowPrivate);
  }

  /// The same over another version of HTTP.
  public ProbeRequest over(HttpChoice version) {
    return new ProbeRequest(
        url,
        method,
        body,
        headers,
        cookies,
        resolver,
        addressFamily,
        proxy,
        certificateAuthorities,
        timeout,
        version,
        allowPrivate,
        clientCertificate);
  }

  /// The same with that client certificate, for the URL's own origin.
  public ProbeRequest showing(Optional<ClientCertificate> certificate) {
    return new ProbeRequest(
        url,
        method,
        body,
        headers,
        cookies,
        resolver,
        addressFamily,
        proxy,
        certificateAuthorities,
        timeout,
        http,
        allowPrivate,
        certificate);
  }

  /// The client certificate with the origin that alone may see it.
  ///
  /// @throws IllegalArgumentException where it could not be shown to it; the message is a sentence
  ///   for people
  public Optional<OriginCertificate> originCertificate() {
    if (clientCertificate.isEmpty()) {
      return Optional.empty();
    }
    if (!url.isSecure()) {
      throw new IllegalArgumentException(
          "A client certificate is shown over https only: write the URL with https://.");
    }
    if (http == HttpChoice.HTTP_3) {
      throw new IllegalArgumentException(
          "A client certificate is shown over TCP only, not over HTTP/3: choose HTTP/2 or 1.1"
              + " (--http 2 or 1.1).");
    }
    return Optional.of(new OriginCertificate(clientCertificate.get(), url.host(), url.port()));
  }

  /// Time for one run where none is given.
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  /// Longer ones are refused.
  public static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

  /// A plain GET of that URL.
  public static ProbeRequest get(WebUrl url) {
    return new ProbeRequest(
        url,
        "GET",
        Optional.empty(),
        List.of(),
        List.of(),
        new ResolverChoice.Configured(),
        AddressFamily.ANY,
        new ProxyChoice.Environment(),
        Optional.empty(),
        DEFAULT_TIMEOUT,
        false);
  }
}
