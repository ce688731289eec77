package dev.lightfoot.analysis.calls;

import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.model.span.AttributeNames;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells calls that are parts of one thing, each of which needs the one before: pages of a list,
/// parts of an upload.
final class PagedCalls {
  private static final Pattern SEPARATOR = Pattern.compile("[&;]");
  private static final Set<String> PARAMETERS =
      Set.of(
          "page",
          "page_token",
          "pagetoken",
          "nexttoken",
          "next_token",
          "cursor",
          "offset",
          "after",
          "starting_after",
          "continuation-token",
          "marker",
          "start",
          "skip",
          "scroll_id",
          "partnumber",
          "uploadid");

  private PagedCalls() {}

  static boolean isPart(Call call) {
    return query(call).filter(PagedCalls::names).isPresent();
  }

  private static boolean names(String query) {
    return SEPARATOR
        .splitAsStream(query)
        .map(pair -> pair.split("=", 2)[0].toLowerCase(Locale.ROOT))
        .anyMatch(PARAMETERS::contains);
  }

  /// What stands behind the `?` of its URL.
  static Optional<String> query(Call call) {
    var attributes = call.span().attributes();
    return attributes
        .get(AttributeNames.QUERY)
        .or(
            () ->
                attributes
                    .get(AttributeNames.URL)
                    .filter(url -> url.indexOf('?') >= 0)
                    .map(url -> url.substring(url.indexOf('?') + 1)))
        .filter(query -> !query.isBlank());
  }
}
