package dev.lightfoot.probe.page;

import dev.lightfoot.probe.page.request.Need;
import dev.lightfoot.probe.page.request.Purpose;
import java.util.Optional;
import okhttp3.HttpUrl;

/// What a page names and what is not asked for, and why: each is noted.
final class Refusals {
  private final Notes notes;

  Refusals(Notes notes) {
    this.notes = notes;
  }

  /// A page that came over TLS asks for nothing without it (W3C Mixed Content): pictures and media
  /// are asked for over https instead.
  Optional<HttpUrl> secured(HttpUrl base, HttpUrl url, Purpose purpose) {
    boolean mixed = base.isHttps() && !url.isHttps() && !isThisComputer(url.host());
    if (!mixed) {
      return Optional.of(url);
    }
    return switch (purpose) {
      case IMAGE, MEDIA, ICON -> Optional.of(url.newBuilder().scheme("https").build());
      default -> {
        notes.left(
            "Not asked for, because the page came over https and this is http", url.toString());
        yield Optional.empty();
      }
    };
  }

  private static boolean isThisComputer(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.startsWith("127.")
        || host.equals("::1");
  }

  /// Whether something may be asked for.
  ///
  /// @param exchanges how many have been made
  boolean admit(Need need, FrameContext frame, int exchanges) {
    return admitsHop(need, need.url(), frame, exchanges);
  }

  /// Whether it may go on to that place.
  boolean admitsHop(Need need, HttpUrl url, FrameContext frame, int exchanges) {
    boolean ofPage = need.purpose() != Purpose.DOCUMENT;
    if (exchanges >= PageLimits.MAX_EXCHANGES) {
      notes.left(
          "Not asked for, because a load makes at most " + PageLimits.MAX_EXCHANGES + " requests",
          url.toString());
      return false;
    }
    if (ofPage && BlockedPorts.contains(url.port())) {
      notes.left("Not asked for, because browsers block the port", url.toString());
      return false;
    }
    if (ofPage && secured(frame.document(), url, need.purpose()).filter(url::equals).isEmpty()) {
      return false;
    }
    return true;
  }
}
