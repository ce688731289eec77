package dev.lightfoot.app.ui.probe.request;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.AddressFamily;
import dev.lightfoot.probe.ProxyChoice;
import dev.lightfoot.probe.RequestChecks;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.probe.tls.ClientCertificate;
import dev.lightfoot.report.words.Numbers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the next runs differ from a plain GET under the settings. It stays in memory: what is sent
/// may be secret.
///
/// @param parts method, headers, cookies and body
/// @param bodyName name of the file that the body came from; empty where it was typed
/// @param http which version of HTTP
/// @param reach which way; empty where the settings say
/// @param certificate what to show to that origin where it asks for a certificate
/// @param origin scheme, host and port that it is meant for; empty where it was not used yet
public record RequestChoice(
    RequestChecks parts,
    Optional<String> bodyName,
    HttpChoice http,
    Reach reach,
    Optional<NamedCertificate> certificate,
    Optional<String> origin) {
  /// A plain GET.
  public static final RequestChoice PLAIN =
      new RequestChoice(
          RequestChecks.PLAIN,
          Optional.empty(),
          HttpChoice.ANY,
          Reach.AS_SET,
          Optional.empty(),
          Optional.empty());

  /// What the settings say, too, for all requests.
  ///
  /// @param family which addresses are tried
  /// @param proxy through which proxy it goes
  /// @param timeout for one run
  public record Reach(
      Optional<AddressFamily> family, Optional<ProxyChoice> proxy, Optional<Duration> timeout) {
    /// As the settings say.
    public static final Reach AS_SET =
        new Reach(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The same for that origin only.
  public RequestChoice at(WebUrl url) {
    return new RequestChoice(parts, bodyName, http, reach, certificate, Optional.of(originOf(url)));
  }

  /// The same with that certificate.
  public RequestChoice with(NamedCertificate other) {
    return new RequestChoice(parts, bodyName, http, reach, Optional.of(other), origin);
  }

  /// What to show where the server asks for a certificate.
  ///
  /// @throws IllegalArgumentException where its files were only named so far, as by a pasted
  ///   command; the message is a sentence for people
  public Optional<ClientCertificate> shown() {
    return certificate.map(
        named ->
            named
                .read()
                .orElseThrow(
                    () -> new IllegalArgumentException(Words.text("request.certificate.unread"))));
  }

  /// Whether it was meant for another origin and holds what must not go to any other: header lines,
  /// cookies, a body, a client certificate, or a method that may change something there.
  public boolean isForeignTo(WebUrl url) {
    boolean harmless =
        parts.headers().isEmpty()
            && parts.cookies().isEmpty()
            && parts.body().isEmpty()
            && certificate.isEmpty()
            && (parts.sentMethod().equals("GET") || parts.sentMethod().equals("HEAD"));
    return !harmless && origin.isPresent() && !origin.get().equals(originOf(url));
  }

  static String originOf(WebUrl url) {
    return url.origin();
  }

  /// What differs from a plain GET, in few words and without a value; empty where nothing does.
  public String summary() {
    List<String> words = new ArrayList<>();
    if (!parts.sentMethod().equals("GET")) {
      words.add(parts.sentMethod());
    }
    counted(words, "request.headers-count", parts.headers().size());
    counted(words, "request.cookies-count", parts.cookies().size());
    parts
        .body()
        .ifPresent(bytes -> words.add(Words.text("request.body", Numbers.bytes(bytes.length))));
    if (certificate.isPresent()) {
      words.add(Words.text("request.certificate.sent"));
    }
    if (http != HttpChoice.ANY) {
      words.add("HTTP/" + http.label());
    }
    reach.family().ifPresent(family -> words.add(Words.text("request.ip." + family.name())));
    reach.proxy().ifPresent(proxy -> words.add(words(proxy)));
    reach.timeout().ifPresent(time -> words.add(Words.text("request.time-out", seconds(time))));
    return String.join(" · ", words);
  }

  private static void counted(List<String> words, String key, int count) {
    if (count > 0) {
      words.add(Words.count(key, count));
    }
  }

  private static String words(ProxyChoice proxy) {
    return switch (proxy) {
      case ProxyChoice.Server chosen ->
          Words.text("request.proxy", chosen.server().host() + ":" + chosen.server().port());
      case ProxyChoice.None _ -> Words.text("request.proxy.none");
      case ProxyChoice.Environment _ -> Words.text("request.proxy.environment");
    };
  }

  /// Seconds as people write them.
  static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
  }
}
