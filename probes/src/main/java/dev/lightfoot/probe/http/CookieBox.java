package dev.lightfoot.probe.http;

import dev.lightfoot.model.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import okhttp3.Cookie;
import okhttp3.HttpUrl;

/// The cookies of one run (RFC 6265): those that the person gave go to the first origin only, those
/// that servers set go where they say.
public final class CookieBox {
  private static final int MAX_COOKIES = 300;

  private final HttpUrl origin;
  private final List<String> given;
  private final Predicate<HttpUrl> otherSite;
  private final List<Cookie> set = new ArrayList<>();

  /// Begins with the cookies given.
  ///
  /// @param given `name=value` pairs
  public CookieBox(HttpUrl origin, List<String> given) {
    this(origin, given, _ -> false);
  }

  /// Begins with the cookies given.
  ///
  /// @param given `name=value` pairs
  /// @param otherSite whether a URL is of another site than the page that asks for it: only cookies
  ///   that say so (`SameSite=None`, and only over https) are kept from there and sent there, as in
  ///   browsers
  public CookieBox(HttpUrl origin, List<String> given, Predicate<HttpUrl> otherSite) {
    this.origin = origin;
    this.otherSite = otherSite;
    this.given = List.copyOf(given);
  }

  /// Keeps what a response set.
  public void keep(HttpUrl url, List<Header> setCookies) {
    for (Header line : setCookies) {
      Cookie cookie = Cookie.parse(url, line.value());
      if (cookie != null && crosses(cookie, url)) {
        set.removeIf(
            old ->
                old.name().equals(cookie.name())
                    && old.domain().equals(cookie.domain())
                    && old.path().equals(cookie.path()));
        if (cookie.expiresAt() > System.currentTimeMillis() && set.size() < MAX_COOKIES) {
          set.add(cookie);
        }
      }
    }
  }

  private boolean crosses(Cookie cookie, HttpUrl url) {
    return !otherSite.test(url) || (cookie.secure() && "none".equalsIgnoreCase(cookie.sameSite()));
  }

  /// The value of the `Cookie` field for that URL; empty for none.
  public Optional<String> line(HttpUrl url) {
    if (given.isEmpty() && set.isEmpty()) {
      return Optional.empty();
    }
    List<String> pairs = new ArrayList<>();
    if (Origins.same(origin, url)) {
      pairs.addAll(given);
    }
    set.stream()
        .filter(cookie -> cookie.matches(url) && crosses(cookie, url))
        .map(cookie -> cookie.name() + "=" + cookie.value())
        .forEach(pairs::add);
    return pairs.isEmpty()
        ? Optional.empty()
        : Optional.of(pairs.stream().collect(Collectors.joining("; ")));
  }
}
