package dev.lightfoot.probe.chrome;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The installed browser, which speaks to this computer only.
final class Browsers {
  private Browsers() {}

  /// How it is started; where none is installed, the test is skipped.
  static ChromeStart start(String... further) {
    Optional<InstalledBrowser> installed = InstalledBrowser.find();
    assumeTrue(installed.isPresent(), "no browser of the Chromium family is installed");
    return start(installed.orElseThrow(), further);
  }

  static ChromeStart start(InstalledBrowser browser, String... further) {
    return start(
        browser, "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost", List.of(further));
  }

  /// The installed one with these rules for names.
  static ChromeStart mapping(String rules, String... further) {
    return start(start().browser(), rules, List.of(further));
  }

  private static ChromeStart start(InstalledBrowser browser, String rules, List<String> further) {
    List<String> flags = new ArrayList<>(further);
    flags.add("--host-resolver-rules=" + rules);
    if (isRoot()) {
      flags.add("--no-sandbox");
    }
    return new ChromeStart(browser, flags, _ -> Map.of(), List.of());
  }

  /// Whether the tests run as root, whom browsers serve without their sandbox only.
  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
