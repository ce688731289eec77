package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.page.PageHosts;
import java.util.Locale;
import java.util.Optional;

/// Finds what a change is asked for among what a run holds.
final class Targets {
  private Targets() {}

  /// Whether that is the URL meant: all of it, or its path.
  static boolean isUrl(Optional<String> meant, String url) {
    return meant.isEmpty()
        || url.equals(meant.get())
        || PageHosts.target(url).equals(meant.get())
        || url.equals(meant.get() + "/");
  }

  /// The host without its port.
  static String name(String url) {
    return PageHosts.of(url).replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT);
  }

  static boolean isHost(String meant, String url) {
    String host = PageHosts.of(url).toLowerCase(Locale.ROOT);
    String wanted = meant.toLowerCase(Locale.ROOT);
    return host.equals(wanted) || name(url).equals(wanted);
  }
}
