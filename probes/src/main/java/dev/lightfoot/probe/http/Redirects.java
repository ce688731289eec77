package dev.lightfoot.probe.http;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.ResponseFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/// Follows redirects hop by hop (RFC 9110 section 15.4): at most [#MAX], none twice, and only to
/// http and https. Credentials stay with the origin they were given for.
public final class Redirects {
  /// More redirects than this are not followed.
  public static final int MAX = 10;

  private final Set<String> seen = new HashSet<>();
  private int followed;

  /// Where a response leads.
  public sealed interface Step {
    /// Nowhere: it is the answer.
    record Done() implements Step {}

    /// To another request.
    record Follow(ExchangeRequest request) implements Step {}

    /// To a place that is not followed.
    record Refused(ErrorType type, String message) implements Step {}
  }

  /// What comes after that exchange.
  ///
  /// @param sent the `Cookie` line that the request carried
  /// @param cookies what the next request to a URL would carry
  public Step after(
      ExchangeRequest made, Optional<String> sent, Exchange exchange, CookieBox cookies) {
    int status = exchange.status().orElse(0);
    Optional<String> location =
        exchange.response().flatMap((ResponseFacts response) -> response.header("location"));
    boolean redirect =
        switch (status) {
          case 301, 302, 303, 307, 308 -> location.isPresent();
          default -> false;
        };
    if (!redirect) {
      return new Step.Done();
    }
    seen.add(key(made, sent));
    HttpUrl target = made.url().resolve(location.orElseThrow());
    if (target == null) {
      return new Step.Refused(
          ErrorType.BAD_REDIRECT,
          "The redirect does not lead to an http or https address, so it was not followed.");
    }
    if (++followed > MAX) {
      return new Step.Refused(
          ErrorType.TOO_MANY_REDIRECTS,
          "More than " + MAX + " redirects; the last one leads to " + host(target) + ".");
    }
    ExchangeRequest next = next(made, status, clean(target));
    if (seen.contains(key(next, cookies.line(next.url())))) {
      return new Step.Refused(
          ErrorType.REDIRECT_LOOP,
          "The redirects run in a circle: "
              + host(target)
              + target.encodedPath()
              + " was asked for before.");
    }
    return new Step.Follow(next);
  }

  private static ExchangeRequest next(ExchangeRequest made, int status, HttpUrl target) {
    boolean keepsMethod = status == 307 || status == 308;
    boolean post = made.method().equals("POST");
    String method =
        keepsMethod || made.method().equals("HEAD") || (status != 303 && !post)
            ? made.method()
            : "GET";
    boolean keepsBody = method.equals(made.method());
    List<Header> headers = new ArrayList<>();
    for (Header header : made.headers()) {
      boolean ofOrigin = Origins.isCredential(header) || header.named("host");
      boolean stays = ofOrigin && !Origins.same(made.url(), target);
      boolean ofBody = !keepsBody && header.named("content-type");
      if (!stays && !ofBody) {
        headers.add(header);
      }
    }
    return new ExchangeRequest(
        target,
        method,
        headers,
        keepsBody ? made.body() : Optional.empty(),
        Optional.of(made.url().toString()));
  }

  /// A password in a Location is not worth showing, nor a fragment sending.
  private static HttpUrl clean(HttpUrl url) {
    return url.newBuilder().username("").password("").fragment(null).build();
  }

  private static String host(HttpUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
    return url.scheme() + "://" + host + (usual ? "" : ":" + url.port());
  }

  private static String key(ExchangeRequest request, Optional<String> cookies) {
    return request.method() + " " + request.url() + " " + cookies.orElse("");
  }
}
