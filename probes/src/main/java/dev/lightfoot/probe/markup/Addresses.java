package dev.lightfoot.probe.markup;

import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.url.UrlFault;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.http.Urls;
import dev.lightfoot.probe.markup.Found.Reason;
import java.util.Optional;
import java.util.Set;

/// Makes absolute URLs of what a document or a sheet names, and says of the rest why it is none.
public final class Addresses {
  /// Longer ones are not read; browsers stop at two million characters, servers long before.
  public static final int MAX_LENGTH = 65_536;

  private static final int SHOWN = 120;
  private static final Set<String> INTERNAL = Set.of("about", "blob", "javascript", "mailto");

  private Addresses() {}

  /// What a name leads to, for that use; empty where nothing is named.
  public static Optional<Found> find(
      String name, WebUrl base, ResourceType type, Place place, Use use, Fetching fetching) {
    String text = Html.strip(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.regionMatches(true, 0, "data:", 0, 5)) {
      return Optional.of(refused(text, Reason.DATA, type, place));
    }
    if (text.length() > MAX_LENGTH) {
      return Optional.of(refused(text, Reason.TOO_LONG, type, place));
    }
    try {
      WebUrl url = base.resolve(text, Urls::toAscii);
      boolean plain = url.username().isEmpty() && url.password().isEmpty();
      return Optional.of(
          plain
              ? new Found.Wanted(url, type, place, use, fetching)
              : refused(url.toString(), Reason.CREDENTIALS, type, place));
    } catch (UrlFault e) {
      return Optional.of(refused(text, reason(e), type, place));
    }
  }

  /// The URL alone; empty where a name is none that can be asked for.
  static Optional<WebUrl> resolve(String name, WebUrl base) {
    String text = Html.strip(name);
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(base.resolve(text, Urls::toAscii).withoutUserInfo());
    } catch (UrlFault _) {
      return Optional.empty();
    }
  }

  private static Reason reason(UrlFault fault) {
    if (fault.kind() != UrlFault.Kind.SCHEME) {
      return Reason.UNREADABLE;
    }
    return INTERNAL.contains(fault.part()) ? Reason.INTERNAL : Reason.SCHEME;
  }

  private static Found refused(String text, Reason reason, ResourceType type, Place place) {
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return new Found.Refused(shown, reason, type, place);
  }
}
