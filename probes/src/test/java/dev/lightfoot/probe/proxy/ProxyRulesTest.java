package dev.lightfoot.probe.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyRulesTest {

  private static Map<String, String> map(String... pairs) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private static String way(Map<String, String> environment, String scheme, String host) {
    return way(environment, Map.of(), scheme, host);
  }

  private static String way(
      Map<String, String> environment, Map<String, String> properties, String scheme, String host) {
    return switch (ProxyRules.ofEnvironment(environment, properties).route(scheme, host)) {
      case Route.Direct _ -> "direct";
      case Route.Via via -> via.proxy().url() + " by " + via.proxy().source();
      case Route.Unusable unusable -> unusable.why();
    };
  }

  @Test
  void theVariableOfTheSchemeComesBeforeTheOneForAll() {
    Map<String, String> all =
        map("https_proxy", "a:1", "http_proxy", "b:2", "all_proxy", "c:3", "HTTPS_PROXY", "d:4");
    assertThat(way(all, "https", "shop.test")).isEqualTo("http://a:1 by https_proxy");
    assertThat(way(all, "http", "shop.test")).isEqualTo("http://b:2 by http_proxy");
    assertThat(way(map("all_proxy", "c:3"), "http", "x.test")).isEqualTo("http://c:3 by all_proxy");
    assertThat(way(map("ALL_PROXY", "c:3"), "https", "x")).isEqualTo("http://c:3 by ALL_PROXY");
    assertThat(way(map("HTTPS_PROXY", "d:4"), "https", "x")).isEqualTo("http://d:4 by HTTPS_PROXY");
  }

  @Test
  void theUpperCaseVariableForHttpIsNeverHeard() {
    assertThat(way(map("HTTP_PROXY", "evil:1"), "http", "shop.test")).isEqualTo("direct");
  }

  @Test
  void anEmptyVariableIsNone() {
    assertThat(way(map("https_proxy", "", "HTTPS_PROXY", "d:4"), "https", "x"))
        .isEqualTo("http://d:4 by HTTPS_PROXY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* | shop.test | direct",
        "shop.test | shop.test | direct",
        "shop.test | www.shop.test | direct",
        ".shop.test | www.shop.test | direct",
        ".shop.test | shop.test | direct",
        "SHOP.test. | www.shop.TEST | direct",
        "shop.test | workshop.test | proxied",
        "a.test,shop.test | shop.test | direct",
        "a.test shop.test | shop.test | direct",
        "a.test, shop.test | shop.test | direct",
        "10.0.0.0/8 | 10.1.2.3 | direct",
        "10.0.0.0/8 | 11.1.2.3 | proxied",
        "10.0.0.0/8 | ten.test | proxied",
        "192.0.2.128/25 | 192.0.2.127 | proxied",
        "192.0.2.128/25 | 192.0.2.200 | direct",
        "192.0.2.0/33 | 192.0.2.1 | proxied",
        "192.0.2.1 | 192.0.2.1 | direct",
        "2.1 | 192.0.2.1 | proxied",
        "2001:db8::/32 | [2001:db8::7] | direct",
        "[2001:db8::7] | 2001:db8:0:0::7 | direct",
        "10.0.0.0/x | 10.1.2.3 | proxied",
        "'' | shop.test | proxied"
      })
  void exceptionsAreThoseOfCurl(String list, String host, String expected) {
    String way = way(map("https_proxy", "p:1", "no_proxy", list), "https", host);
    assertThat(way.equals("direct") ? "direct" : "proxied").isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "api.localhost", "127.0.0.1", "127.9.9.9", "[::1]"})
  void thisComputerIsNeverReachedThroughTheEnvironmentsProxy(String host) {
    assertThat(way(map("http_proxy", "p:1"), "http", host)).isEqualTo("direct");
  }

  @Test
  void theRuntimesPropertiesAreTheFallback() {
    Map<String, String> properties =
        map("https.proxyHost", "p.test", "https.proxyPort", "8443", "http.proxyHost", "q.test");
    assertThat(way(Map.of(), properties, "https", "shop.test")).startsWith("http://p.test:8443 by");
    assertThat(way(Map.of(), properties, "http", "shop.test")).startsWith("http://q.test:80 by");
    assertThat(way(map("all_proxy", "c:3"), properties, "http", "shop.test"))
        .isEqualTo("http://c:3 by all_proxy");
    Map<String, String> excepted = new HashMap<>(properties);
    excepted.put("http.nonProxyHosts", "*.corp.test|shop.*");
    assertThat(way(Map.of(), excepted, "https", "db.corp.test")).isEqualTo("direct");
    assertThat(way(Map.of(), excepted, "https", "shop.test")).isEqualTo("direct");
    assertThat(way(Map.of(), excepted, "https", "other.test")).startsWith("http://p.test");
  }

  @ParameterizedTest
  @CsvSource({
    "proxy.test, proxy.test, 1080",
    "proxy.test:3128, proxy.test, 3128",
    "http://proxy.test:3128/, proxy.test, 3128",
    "HTTP://u:p@proxy.test:3128, proxy.test, 3128",
    "http://[2001:db8::1]:8080, 2001:db8::1, 8080",
    "192.0.2.1:8080, 192.0.2.1, 8080"
  })
  void aProxyIsReadAsCurlDoes(String text, String host, int port) {
    ProxyServer proxy = ProxyServer.parse(text, "--proxy");
    assertThat(proxy.host()).isEqualTo(host);
    assertThat(proxy.port()).isEqualTo(port);
  }

  @Test
  void userAndPasswordAreDecodedForTheProxyAndShownNowhere() {
    ProxyServer proxy = ProxyServer.parse("http://us%20er:p%40ss%3aw+rd@proxy.test:1", "--proxy");
    assertThat(proxy.authorization()).contains("Basic dXMgZXI6cEBzczp3K3Jk");
    assertThat(proxy.toString() + proxy.url()).doesNotContain("us").doesNotContain("dXMg");
  }

  @ParameterizedTest
  @CsvSource({
    "http://256.256.256.256:80, neither a name nor an address",
    "socks5://h:1, SOCKS",
    "socks4a://h, SOCKS",
    "https://h:1, TLS",
    "ftp://h:1, ftp",
    "http://, no proxy",
    "http://h:0, ports are",
    "http://h:99999, ports are",
    "http://u:s3cr3t@ho st:1, no proxy"
  })
  void whatCannotBeUsedIsRefusedWithASentence(String text, String words) {
    assertThatThrownBy(() -> ProxyServer.parse(text, "all_proxy"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("all_proxy")
        .hasMessageContaining(words)
        .message()
        .doesNotContain("s3cr3t");
  }
}
