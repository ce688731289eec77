package dev.lightfoot.probe.markup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.model.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads documents for tests and writes what was found in one line each.
final class Findings {
  static final WebUrl URL = WebUrl.of("http://site.test/dir/page.html");

  private Findings() {}

  static List<Found> of(String html) {
    return of(html.getBytes(UTF_8), Viewport.DESKTOP, Optional.of("utf-8"), Integer.MAX_VALUE);
  }

  static List<Found> of(String html, Viewport viewport) {
    return of(html.getBytes(UTF_8), viewport, Optional.of("utf-8"), Integer.MAX_VALUE);
  }

  /// @param step bytes that are fed at once
  static List<Found> of(byte[] bytes, Viewport viewport, Optional<String> charset, int step) {
    DocumentReader reader = new DocumentReader(URL, viewport, charset);
    List<Found> found = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += Math.min(step, bytes.length - at)) {
      found.addAll(reader.feed(bytes, at, Math.min(step, bytes.length - at)));
    }
    found.addAll(reader.end());
    return found;
  }

  /// URLs alone, by whom they were found: `s` for the scanner, `p` for the parser.
  static String urls(String html) {
    StringBuilder urls = new StringBuilder();
    for (Found one : of(html)) {
      if (one instanceof Found.Wanted wanted) {
        String by = wanted.place().by().label().startsWith("pre") ? "s:" : "p:";
        urls.append(urls.isEmpty() ? "" : " ").append(by).append(shortened(wanted.url()));
      }
    }
    return urls.toString();
  }

  static String shortened(WebUrl url) {
    return url.toString().replace("http://site.test/dir/", "").replace("http://site.test", "");
  }

  /// Everything, a line each.
  static List<String> lines(String html) {
    return of(html).stream().map(Findings::line).toList();
  }

  static String line(Found one) {
    return switch (one) {
      case Found.Wanted wanted ->
          wanted.line()
              + " "
              + wanted.place().by().label()
              + " "
              + shortened(wanted.url())
              + " "
              + wanted.type().label()
              + " "
              + wanted.place().blocking().name().toLowerCase(Locale.ROOT);
      case Found.Refused refused ->
          refused.line() + " refused " + refused.reason() + " " + refused.text();
      case Found.Event event -> event.line() + " " + event.kind();
      case Found.InlineScript script ->
          script.line() + " script " + script.execution().when() + script.addsRequests();
      case Found.InlineStyle style -> style.line() + " style " + style.mediaMatches();
      case Found.InlineFrame frame -> frame.line() + " frame " + frame.html();
      case Found.BaseChanged base -> base.line() + " base " + base.base();
      case Found.ScreenChanged screen -> screen.line() + " screen " + screen.screen().width();
      case Found.ReferrerPolicy policy -> policy.line() + " referrer " + policy.policy();
    };
  }
}
