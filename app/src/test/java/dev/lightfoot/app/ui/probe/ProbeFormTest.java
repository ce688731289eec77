package dev.lightfoot.app.ui.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.workspace.Settings;
import dev.lightfoot.probe.AddressFamily;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.ProxyChoice;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeFormTest {
  @Test
  void withoutSettingsItIsThePlainRequest() {
    assertThat(request(Settings.DEFAULTS))
        .isEqualTo(ProbeRequest.get(URI.create("https://shop.test/")));
  }

  @Test
  void whatWasChosenIsWhatIsSent() {
    Settings settings =
        Settings.DEFAULTS.withRequests(
            new Settings.Requests(
                Duration.ofSeconds(5),
                AddressFamily.IPV4,
                "http://proxy.test:3128",
                Optional.of("Zürich"),
                true));
    ProbeRequest request = request(settings);
    assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(request.addressFamily()).isEqualTo(AddressFamily.IPV4);
    assertThat(request.allowPrivate()).isTrue();
    ProxyChoice.Server proxy = (ProxyChoice.Server) request.proxy();
    assertThat(proxy.server().host()).isEqualTo("proxy.test");
    assertThat(proxy.server().port()).isEqualTo(3128);
    assertThat(proxy.server().authorization()).isEmpty();
  }

  @Test
  void noneGoesPastTheProxyOfTheEnvironment() {
    Settings settings =
        Settings.DEFAULTS.withRequests(Settings.Requests.DEFAULTS.withProxy("none"));
    assertThat(request(settings).proxy()).isEqualTo(new ProxyChoice.None());
  }

  private static ProbeRequest request(Settings settings) {
    ProbeForm form = new ProbeForm(1);
    form.addressProperty().set("https://shop.test/");
    return form.plan(settings).orElseThrow().request();
  }
}
