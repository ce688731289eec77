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
          "--allow-browser-signin=false",
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
              + "MediaRouter,NetworkTimeServiceQuerying,OptimizationGuideModelDownloading,OptimizationHints,"
              + "OptimizationHintsFetching,OptimizationTargetPrediction,PrivacySandboxSettings4,"
              + "SafeBrowsing,Translate",
          "--gaia-url=https://own.invalid",
          "--google-apis-url=https://own.invalid",
          "--metrics-recording-only",
          "--no-default-browser-check",
          "--no-first-run",
          "--no-pings",
          "--no-service-autorun",
          "--safebrowsing-disable-auto-update",
          "--simulate-outdated-no-au=Tue, 31 Dec 2099 23:59:59 GMT");

  // Some of it is asked for in spite of every flag (seen with Chromium 156: the time, components, a
  // dictionary, the accounts). Its hosts are not found, so that not even their names are looked up.
  private static final List<String> OWN_HOSTS =
      List.of(
          "own.invalid",
          "android.clients.google.com",
          "clients1.google.com",
          "clients2.google.com",
          "clients4.google.com",
          "clientservices.googleapis.com",
          "content-autofill.googleapis.com",
          "edgedl.me.gvt1.com",
          "mtalk.google.com",
          "optimizationguide-pa.googleapis.com",
          "passwordsleakcheck-pa.googleapis.com",
          "redirector.gvt1.com",
          "safebrowsing.googleapis.com",
          "safebrowsingohttpgateway.googleapis.com",
          "update.googleapis.com",
          "config.edge.skype.com",
          "edge.microsoft.com",
          "msedge.api.cdp.microsoft.com",
          "nav-edge.smartscreen.microsoft.com",
          "brave-core-ext.s3.brave.com",
          "componentupdater.brave.com",
          "go-updater.brave.com",
          "laptop-updates.brave.com",
          "p3a.brave.com",
          "static1.brave.com",
          "variations.brave.com");

  private static final String RULES = "--host-resolver-rules=";

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
    List<String> rules = new ArrayList<>();
    OWN_HOSTS.stream().map(host -> "MAP " + host + " ~NOTFOUND").forEach(rules::add);
    for (String flag : further) {
      if (flag.startsWith(RULES)) {
        rules.add(flag.substring(RULES.length())); // of several such flags the last alone counts
      } else {
        flags.add(flag);
      }
    }
    flags.add(RULES + String.join(", ", rules));
    flags.add("about:blank");
    return flags;
  }
}
