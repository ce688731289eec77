package dev.lightfoot.app.ui.workspace.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.ResolverChoice;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverTextTest {
  @Test
  void wordsNameTheConfiguredAndTheSystemsResolver() {
    assertThat(ResolverText.parse("configured")).isEqualTo(new ResolverChoice.Configured());
    assertThat(ResolverText.parse("system")).isEqualTo(new ResolverChoice.OperatingSystem());
  }

  @ParameterizedTest
  @CsvSource({
    "9.9.9.9, 9.9.9.9, 53",
    "9.9.9.9:5353, 9.9.9.9, 5353",
    "2620:fe::fe, 2620:fe::fe, 53",
    "[2620:fe::fe]:5353, 2620:fe::fe, 5353"
  })
  void anAddressIsAServer(String text, String host, int port) {
    assertThat(ResolverText.parse(text))
        .isEqualTo(
            new ResolverChoice.Server(new InetSocketAddress(InetAddress.ofLiteral(host), port)));
  }

  @Test
  void anHttpsUrlIsAskedOverHttps() {
    assertThat(ResolverText.parse("https://dns.test/dns-query"))
        .isEqualTo(new ResolverChoice.Https(WebUrl.of("https://dns.test/dns-query")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dns.test", "http://dns.test/", "9.9.9.9:70000", "https://"})
  void everythingElseIsRefusedWithASentence(String text) {
    assertThatThrownBy(() -> ResolverText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text)
        .hasMessageContaining("not a resolver");
  }
}
