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
    "https://shop.test/sale?off=100%, https://shop.test/sale?off=100%25",
    "http:/user:pw@shop.test/, http://shop.test/",
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
    "https:///path, names no host",
    "https://sh[op.test/, cannot be read",
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
