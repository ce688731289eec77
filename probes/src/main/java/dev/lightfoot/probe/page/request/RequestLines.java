package dev.lightfoot.probe.page.request;

import dev.lightfoot.model.Header;
import dev.lightfoot.probe.http.CookieBox;
import dev.lightfoot.probe.http.Origins;
import dev.lightfoot.probe.http.Urls;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/// The header lines of a page's requests: what servers choose their answer by, as a browser sends
/// it.
public final class RequestLines {
  /// Over http browsers ask for no newer coding: proxies have been seen to break them.
  private static final String PLAIN_CODINGS = "gzip, deflate";

  /// A document is read while it comes, and of `br` nothing could be read before its end.
  private static final String DOCUMENT_CODINGS = "gzip, deflate, zstd";

  private static final String CODINGS = "gzip, deflate, br, zstd";

  private final PageRequest page;
  private final CookieBox cookies;

  public RequestLines(PageRequest page, CookieBox cookies) {
    this.page = page;
    this.cookies = cookies;
  }

  /// The lines of a request.
  ///
  /// @param url where it goes, after redirects perhaps
  /// @param document that of the frame which asks for it
  public List<Header> of(Need need, HttpUrl url, HttpUrl document) {
    boolean own = Origins.same(url, page.url());
    List<Header> lines = new ArrayList<>();
    for (Header line : page.lines()) {
      boolean ofOrigin = Origins.isCredential(line) || line.named("host");
      if (own || !ofOrigin) {
        lines.add(line);
      }
    }
    if (own) {
      page.trace().ifPresent(fresh -> lines.add(fresh.get()));
    }
    add(lines, "Accept", need.purpose().accept());
    add(lines, "Accept-Encoding", codings(need.purpose(), url));
    boolean navigation = need.purpose() == Purpose.DOCUMENT;
    if (!navigation) {
      String referrer = referrer(document, url);
      if (!referrer.isEmpty()) {
        add(lines, "Referer", referrer);
      }
      if (need.cors() != Need.Cors.NONE && !Sites.sameOrigin(url, document)) {
        add(lines, "Origin", Urls.of(document).origin());
      }
    }
    if (url.isHttps()) {
      add(lines, "Sec-Fetch-Dest", need.purpose().destination());
      add(lines, "Sec-Fetch-Mode", mode(need));
    }
    if (need.hasCredentials(url, document)) {
      cookies.line(url).ifPresent(line -> lines.add(new Header("Cookie", line)));
    }
    return lines;
  }

  private static String codings(Purpose purpose, HttpUrl url) {
    if (!url.isHttps()) {
      return PLAIN_CODINGS;
    }
    return purpose == Purpose.DOCUMENT || purpose == Purpose.FRAME ? DOCUMENT_CODINGS : CODINGS;
  }

  private static String mode(Need need) {
    return switch (need.purpose()) {
      case DOCUMENT, FRAME -> "navigate";
      default -> need.cors() == Need.Cors.NONE ? "no-cors" : "cors";
    };
  }

  /// By the default policy, `strict-origin-when-cross-origin`.
  private static String referrer(HttpUrl document, HttpUrl url) {
    if (document.isHttps() && !url.isHttps()) {
      return "";
    }
    return Sites.sameOrigin(document, url) ? document.toString() : Urls.of(document).origin() + "/";
  }

  /// What the person gave comes first.
  private static void add(List<Header> lines, String name, String value) {
    if (lines.stream().noneMatch(line -> line.named(name))) {
      lines.add(new Header(name, value));
    }
  }
}
