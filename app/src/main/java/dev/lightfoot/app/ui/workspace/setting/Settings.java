package dev.lightfoot.app.ui.workspace.setting;

import dev.lightfoot.probe.AddressFamily;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What a person has chosen for good.
///
/// @param theme which colours
/// @param fontSize root font size in pixels, see [#MIN_FONT] and [#MAX_FONT]
/// @param runs runs of each kind that a new window proposes
/// @param resolver who resolves names: `configured`, `system`, an address or a DoH URL
/// @param certificateAuthorities a PEM file of roots to trust in addition
/// @param requests how requests are made
/// @param reopenLogs whether the log files that were open are opened again at the next start
/// @param bounds size of the window when it was last closed
public record Settings(
    Theme theme,
    int fontSize,
    int runs,
    String resolver,
    Optional<Path> certificateAuthorities,
    Requests requests,
    boolean reopenLogs,
    Bounds bounds) {

  public static final int MIN_FONT = 10;
  public static final int MAX_FONT = 32;
  public static final int DEFAULT_FONT = 14;

  /// Ten runs a side are the fewest that a comparison gives a verdict on.
  public static final int DEFAULT_RUNS = 10;

  /// The word for the servers that the operating system is configured with.
  public static final String CONFIGURED_RESOLVER = "configured";

  /// Before anyone has chosen anything.
  public static final Settings DEFAULTS =
      new Settings(
          Theme.SYSTEM,
          DEFAULT_FONT,
          DEFAULT_RUNS,
          CONFIGURED_RESOLVER,
          Optional.empty(),
          Requests.DEFAULTS,
          true,
          new Bounds(1440, 900, false));

  public Settings {
    fontSize = Math.clamp(fontSize, MIN_FONT, MAX_FONT);
    runs = Math.clamp(runs, 1, ProbePlan.MAX_RUNS);
  }

  /// Size of the window.
  public record Bounds(int width, int height, boolean maximised) {
    public Bounds {
      width = Math.clamp(width, 480, 10_000);
      height = Math.clamp(height, 360, 10_000);
    }
  }

  /// How requests are made.
  ///
  /// @param timeout for one run, redirects included; brought into its bounds
  /// @param addressFamily which addresses are tried
  /// @param proxy see [ProxySetting]; empty for what the environment says
  /// @param whereabouts where both ends of what is measured are
  /// @param allowPrivate whether a redirect may lead from a public to a private address
  public record Requests(
      Duration timeout,
      AddressFamily addressFamily,
      String proxy,
      Whereabouts whereabouts,
      boolean allowPrivate) {
    /// Before anyone has chosen anything.
    public static final Requests DEFAULTS =
        new Requests(
            ProbeRequest.DEFAULT_TIMEOUT, AddressFamily.ANY, "", Whereabouts.UNKNOWN, false);

    public Requests {
      timeout =
          Duration.ofMillis(
              Math.clamp(timeout.toMillis(), 1, ProbeRequest.LONGEST_TIMEOUT.toMillis()));
    }

    public Requests withTimeout(Duration value) {
      return new Requests(value, addressFamily, proxy, whereabouts, allowPrivate);
    }

    public Requests withAddressFamily(AddressFamily value) {
      return new Requests(timeout, value, proxy, whereabouts, allowPrivate);
    }

    public Requests withProxy(String value) {
      return new Requests(timeout, addressFamily, value, whereabouts, allowPrivate);
    }

    public Requests withWhereabouts(Whereabouts value) {
      return new Requests(timeout, addressFamily, proxy, value, allowPrivate);
    }

    public Requests withAllowPrivate(boolean value) {
      return new Requests(timeout, addressFamily, proxy, whereabouts, value);
    }
  }

  public Settings withRequests(Requests value) {
    return new Settings(
        theme, fontSize, runs, resolver, certificateAuthorities, value, reopenLogs, bounds);
  }

  public Settings withTheme(Theme value) {
    return new Settings(
        value, fontSize, runs, resolver, certificateAuthorities, requests, reopenLogs, bounds);
  }

  public Settings withFontSize(int value) {
    return new Settings(
        theme, value, runs, resolver, certificateAuthorities, requests, reopenLogs, bounds);
  }

  public Settings withRuns(int value) {
    return new Settings(
        theme, fontSize, value, resolver, certificateAuthorities, requests, reopenLogs, bounds);
  }

  public Settings withResolver(String value) {
    return new Settings(
        theme, fontSize, runs, value, certificateAuthorities, requests, reopenLogs, bounds);
  }

  public Settings withCertificateAuthorities(Optional<Path> value) {
    return new Settings(theme, fontSize, runs, resolver, value, requests, reopenLogs, bounds);
  }

  public Settings withReopenLogs(boolean value) {
    return new Settings(
        theme, fontSize, runs, resolver, certificateAuthorities, requests, value, bounds);
  }

  public Settings withBounds(Bounds value) {
    return new Settings(
        theme, fontSize, runs, resolver, certificateAuthorities, requests, reopenLogs, value);
  }
}
