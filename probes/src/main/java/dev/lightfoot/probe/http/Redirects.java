package dev.lightfoot.probe.http;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.url.UrlFault;
import dev.lightfoot.model.url.WebUrl;
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

  private static final int MAX_SHOWN = 200;

  private final Set<String> seen = new HashSet<>();
  private int followed;
  private Optional<Place> newest = Optional.empty();

  /// A URL as the library has it, and as ours: so that none is read twice.
  private record Place(HttpUrl library, WebUrl ours) {
    static Place of(WebUrl url) {
      return new Place(Urls.of(url), url);
    }
  }

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
      ExchangeRequest made, Optional<String> sent, ExchangeResult answer, CookieBox cookies) {
    int status = answer.status().orElse(0);
    Optional<String> location = answer.location();
    if (!isRedirect(status) || location.isEmpty()) {
      return new Step.Done();
    }
    seen.add(key(made, sent));
    Place place;
    try {
      place = target(made, location.orElseThrow());
    } catch (IllegalArgumentException e) {
      return refused(location.orElseThrow(), e);
    }
    newest = Optional.of(place);
    HttpUrl target = place.library();
    if (++followed > MAX) {
      return new Step.Refused(
          ErrorType.TOO_MANY_REDIRECTS,
          "More than " + MAX + " redirects; the last one leads to " + host(target) + ".");
    }
    ExchangeRequest next = next(made, status, target);
    if (seen.contains(key(next, cookies.line(next.url())))) {
      return new Step.Refused(
          ErrorType.REDIRECT_LOOP,
          "The redirects run in a circle: " + shown(target.toString()) + " was asked for before.");
    }
    return new Step.Follow(next);
  }

  /// Whether a response of that status leads elsewhere where it says to which place.
  public static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
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
    boolean leaves = !Origins.same(made.url(), target);
    for (Header header : made.headers()) {
      boolean stays = leaves && (Origins.isCredential(header) || header.named("host"));
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
  private Place target(ExchangeRequest made, String location) {
    WebUrl here =
        newest
            .filter(place -> place.library().equals(made.url()))
            .map(Place::ours)
            .orElseGet(() -> Urls.of(made.url()));
    WebUrl target = here.resolve(location, Urls::toAscii).withoutUserInfo();
    if (target.port() == 0) {
      throw new IllegalArgumentException("Port 0 does not exist; ports are 1 to 65535.");
    }
    return Place.of(target);
  }

  private static Step refused(String location, IllegalArgumentException why) {
    String reason =
        why instanceof UrlFault fault ? Urls.why(fault) : String.valueOf(why.getMessage());
    return new Step.Refused(
        ErrorType.BAD_REDIRECT,
        "The redirect leads to \"" + shown(location) + "\" and was not followed. " + reason);
  }

  /// Without user and password, and not longer than a line.
  private static String shown(String location) {
    String hidden = location.replaceFirst("//[^/?#]*@", "//").replaceAll("\\p{Cntrl}+", " ");
    return hidden.length() > MAX_SHOWN ? hidden.substring(0, MAX_SHOWN) + "…" : hidden;
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
