package dev.lightfoot.probe.chrome;

import java.util.ArrayList;
import java.util.List;

/// How a browser is started: empty, without a window, and with nothing of its own to say to
/// anybody.
final class BrowserFlags {
  private BrowserFlags() {}

  /// What browsers of the family would otherwise fetch or report by themselves.
  private static final List<String> SILENCE =
      List.of(
          "--disable-background-networking",
          "--disable-breakpad",
          "--disable-client-side-phishing-detection",
          "--disable-component-extensions-with-background-pages",
          "--disable-component-update",
          "--disable-crash-reporter",
          "--disable-default-apps",
          "--disable-domain-reliability",
          "--disable-extensions",
          "--disable-field-trial-config",
          "--disable-sync",
          "--disable-search-engine-choice-screen",
          "--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,"
              + "DialMediaRouteProvider,GlobalMediaControls,InterestFeedContentSuggestions,"
              + "MediaRouter,OptimizationGuideModelDownloading,OptimizationHints,"
              + "OptimizationHintsFetching,OptimizationTargetPrediction,PrivacySandboxSettings4,"
              + "SafeBrowsing,Translate",
          "--gaia-url=http://0.0.0.0",
          "--google-apis-url=http://0.0.0.0",
          "--metrics-recording-only",
          "--no-default-browser-check",
          "--no-first-run",
          "--no-pings",
          "--no-service-autorun",
          "--safebrowsing-disable-auto-update",
          "--simulate-outdated-no-au=Tue, 31 Dec 2099 23:59:59 GMT");

  /// What would change how fast a page is, or put something onto the screen.
  private static final List<String> STEADINESS =
      List.of(
          "--headless=new",
          "--disable-background-timer-throttling",
          "--disable-backgrounding-occluded-windows",
          "--disable-hang-monitor",
          "--disable-popup-blocking",
          "--disable-prompt-on-repost",
          "--disable-renderer-backgrounding",
          "--force-color-profile=srgb",
          "--hide-scrollbars",
          "--mute-audio",
          "--password-store=basic",
          "--use-mock-keychain");

  /// @param folder where it keeps everything
  /// @param link how it is spoken to
  /// @param further what this measurement needs
  static List<String> of(BrowserFolder folder, String link, List<String> further) {
    List<String> flags = new ArrayList<>();
    flags.add(link);
    flags.add("--user-data-dir=" + folder.profile());
    flags.add("--log-net-log=" + folder.netLog());
    flags.add("--net-log-capture-mode=Default");
    flags.addAll(STEADINESS);
    flags.addAll(SILENCE);
    flags.addAll(further);
    flags.add("about:blank");
    return flags;
  }
}
