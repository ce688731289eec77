package dev.lightfoot.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://shop.test, https://shop.test/",
    "shop.test, https://shop.test/",
    "shop.test:8443/a?b=c, https://shop.test:8443/a?b=c",
    "//shop.test/a, https://shop.test/a",
    "localhost:8000, http://localhost:8000/",
    "127.0.0.1, http://127.0.0.1/",
    "[::1]:8080/x, http://[::1]:8080/x",
    "HTTPS://SHOP.test/A, https://shop.test/A",
    "https://shop.test/a#part, https://shop.test/a",
    "https://müller.example/, https://xn--mller-kva.example/",
    "https://user:pw@shop.test/, https://shop.test/",
    "user:pw@shop.test, https://shop.test/",
    "https://shop.test/a|b, https://shop.test/a%7Cb",
    "https://shop.test/sale?off=100%, https://shop.test/sale?off=100%",
    "http:/user:pw@shop.test/, http://shop.test/",
    "https:///path, https://path/",
    "'https://shop.test/a b?q={\"a\": [1]}', 'https://shop.test/a%20b?q={%22a%22:%20[1]}'",
    "https://shop.test/%zz?%u00e9, https://shop.test/%zz?%u00e9",
    "https://shop.test/[x]{y}\\z?\\[{}], https://shop.test/[x]%7By%7D/z?\\[{}]",
    "https://shop.test/ü?ü, https://shop.test/%C3%BC?%C3%BC",
    "http:\\\\shop.test\\a, http://shop.test/a",
    "127.0.0.1., http://127.0.0.1/",
    "http://0x7f.1:80/, http://127.0.0.1/",
    "http://[::ffff:127.0.0.1]/, http://[::ffff:7f00:1]/",
    "http://my_host/, http://my_host/",
  })
  void whatPeopleTypeBecomesAnAbsoluteUrl(String typed, String url) {
    assertThat(TargetUrl.parse(typed).url()).hasToString(url);
  }

  @ParameterizedTest
  @CsvSource({
    "'', Enter an address",
    "ftp://files.test/, The scheme ftp",
    "mailto:a@b.test, The scheme mailto",
    "javascript:alert(1), The scheme javascript",
    "https://shop .test, contains a space",
    "https://shop.test:0/, Port 0 does not exist",
    "https://shop.test:70000/, Port 70000 does not exist",
    "https://shop.test:99999999999999999999/, does not exist",
    "https://, names no host",
    "https://sh[op.test/, cannot be read",
    "256.256.256.256, '\"256.256.256.256\" is not an IPv4 address'",
    "1.2.3.4.5, no host name ends in a number",
    "http://foo.0x4/, no host name ends in a number",
  })
  void whatIsNoAddressIsExplained(String typed, String words) {
    assertThatThrownBy(() -> TargetUrl.parse(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @org.junit.jupiter.api.Test
  void aHostOfTwoThousandCharactersIsTooLong() {
    assertThatThrownBy(() -> TargetUrl.parse("https://" + "a".repeat(2_000) + ".test/"))
        .hasMessageContaining("2005 characters");
  }

  @org.junit.jupiter.api.Test
  void userinfoIsKeptOutOfSightAndSentAsBasic() {
    TargetUrl target = TargetUrl.parse("https://user:secret@shop.test/");
    assertThat(target.toString()).doesNotContain("secret");
    assertThat(target.authorization().orElseThrow().value()).startsWith("Basic ");
  }

  @org.junit.jupiter.api.Test
  void anErrorNeverShowsAPassword() {
    assertThatThrownBy(() -> TargetUrl.parse("https://user:secret@sh[op.test/"))
        .hasMessageNotContaining("secret");
  }
}
