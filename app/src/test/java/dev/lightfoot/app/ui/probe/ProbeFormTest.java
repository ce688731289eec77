package dev.lightfoot.app.ui.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.probe.request.PastedCurl;
import dev.lightfoot.app.ui.probe.request.RequestChoice;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.app.ui.workspace.setting.Whereabouts;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.AddressFamily;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.ProxyChoice;
import dev.lightfoot.probe.http.HttpChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeFormTest {
  @TempDir private Path folder;

  @Test
  void withoutSettingsItIsThePlainRequest() {
    assertThat(request(Settings.DEFAULTS))
        .isEqualTo(ProbeRequest.get(WebUrl.of("https://shop.test/")));
  }

  @Test
  void whatWasChosenIsWhatIsSent() {
    Settings settings =
        Settings.DEFAULTS.withRequests(
            new Settings.Requests(
                Duration.ofSeconds(5),
                AddressFamily.IPV4,
                "http://proxy.test:3128",
                Whereabouts.UNKNOWN.withFrom(Optional.of("Zürich")),
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
    return form("https://shop.test/").plan(settings).orElseThrow().request();
  }

  @Test
  void whatIsChosenForTheRequestGoesBeforeTheSettings() {
    ProbeForm form = form("https://shop.test/");
    form.take(
        PastedCurl.parse("curl -X PUT -d x -H 'A: b' -b c=d -4 -m 2 --http2 -x none shop.test")
            .choice());
    ProbeRequest request = form.plan(Settings.DEFAULTS).orElseThrow().request();
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.body().orElseThrow().contentType())
        .isEqualTo("application/x-www-form-urlencoded");
    assertThat(request.headers()).containsExactly(new Header("A", "b"));
    assertThat(request.cookies()).containsExactly("c=d");
    assertThat(request.addressFamily()).isEqualTo(AddressFamily.IPV4);
    assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(request.http()).isEqualTo(HttpChoice.HTTP_2);
    assertThat(request.proxy()).isEqualTo(new ProxyChoice.None());
  }

  @Test
  void whatIsMeantForOneOriginIsNotSentToAnother() {
    ProbeForm form = form("https://shop.test/login");
    form.take(PastedCurl.parse("curl -b session=s3cr3t https://shop.test/login").choice());
    form.addressProperty().set("https://shop.test/cart");
    assertThat(form.plan(Settings.DEFAULTS)).isPresent();
    form.addressProperty().set("https://other.test/");
    assertThat(form.plan(Settings.DEFAULTS)).isEmpty();
    assertThat(form.addressErrorProperty().get())
        .contains("https://shop.test", "plain GET")
        .doesNotContain("s3cr3t");
    form.take(form.choiceProperty().get()); // confirmed for the address that stands there
    assertThat(form.plan(Settings.DEFAULTS).orElseThrow().request().cookies())
        .containsExactly("session=s3cr3t");
  }

  @Test
  void aClientCertificateThatWasOnlyNamedIsNotLeftOutWithoutAWord() {
    ProbeForm form = form("https://shop.test/");
    form.take(PastedCurl.parse("curl -E /a/me.pem:s3cr3t https://shop.test/").choice());
    assertThat(form.plan(Settings.DEFAULTS)).isEmpty();
    assertThat(form.addressErrorProperty().get()).contains("not been read yet", "open Request");
  }

  @Test
  void aClientCertificateIsShownToItsOriginOnly() throws IOException {
    ProbeForm form = form("https://shop.test/");
    form.take(alice("curl -E %s https://shop.test/"));
    assertThat(form.plan(Settings.DEFAULTS).orElseThrow().request().clientCertificate())
        .get()
        .hasToString("CN=alice");
    form.addressProperty().set("https://other.test/");
    assertThat(form.plan(Settings.DEFAULTS)).isEmpty();
    assertThat(form.addressErrorProperty().get()).contains("https://shop.test", "plain GET");
  }

  @Test
  void whereAClientCertificateCouldNotBeShownItIsSaidInPlace() throws IOException {
    ProbeForm plain = form("http://shop.test/");
    plain.take(alice("curl -E %s http://shop.test/"));
    assertThat(plain.plan(Settings.DEFAULTS)).isEmpty();
    assertThat(plain.addressErrorProperty().get()).contains("over https only");
    ProbeForm quic = form("https://shop.test/");
    quic.take(alice("curl --http3 -E %s https://shop.test/"));
    assertThat(quic.plan(Settings.DEFAULTS)).isEmpty();
    assertThat(quic.addressErrorProperty().get()).contains("not over HTTP/3");
  }

  private RequestChoice alice(String command) throws IOException {
    HeldCertificate alice = new HeldCertificate.Builder().commonName("alice").build();
    Path file =
        Files.writeString(
            folder.resolve("alice.pem"), alice.certificatePem() + alice.privateKeyPkcs8Pem());
    RequestChoice choice = PastedCurl.parse(command.formatted(file)).choice();
    return choice.with(choice.certificate().orElseThrow().opened());
  }

  @Test
  void aPlainGetHasNothingToSay() {
    ProbeForm form = form("https://shop.test/");
    form.plan(Settings.DEFAULTS);
    assertThat(form.choiceProperty().get().summary()).isEmpty();
  }

  private static ProbeForm form(String address) {
    ProbeForm form = new ProbeForm(1);
    form.addressProperty().set(address);
    return form;
  }
}
