package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.ProxySetting;
import dev.lightfoot.app.ui.workspace.ResolverText;
import dev.lightfoot.app.ui.workspace.Settings;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.TargetUrl;
import java.util.List;
import java.util.Optional;

/// Makes requests of what a person typed and chose.
final class RequestFactory {
  private RequestFactory() {}

  /// The request for that address.
  ///
  /// @throws IllegalArgumentException where there is none; the message is a sentence for people
  static ProbeRequest request(String address, Settings settings) {
    if (address.isBlank()) {
      throw new IllegalArgumentException(Words.text("address.empty"));
    }
    TargetUrl target = TargetUrl.parse(address);
    Settings.Requests requests = settings.requests();
    return new ProbeRequest(
        target.url(),
        "GET",
        Optional.empty(),
        target.authorization().stream().toList(),
        List.of(),
        ResolverText.parse(settings.resolver()),
        requests.addressFamily(),
        ProxySetting.parse(requests.proxy()),
        settings.certificateAuthorities(),
        requests.timeout(),
        requests.allowPrivate());
  }
}
