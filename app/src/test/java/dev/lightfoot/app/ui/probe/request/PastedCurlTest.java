package dev.lightfoot.app.ui.probe.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.model.Header;
import dev.lightfoot.probe.AddressFamily;
import dev.lightfoot.probe.ProxyChoice;
import dev.lightfoot.probe.RequestChecks;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.report.CurlCommand;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedCurlTest {
  @Test
  void whatChromeCopiesForBashIsReadWhole() {
    PastedCurl curl =
        PastedCurl.parse(
            """
            curl 'https://shop.test/api/cart?x=1' \\
              -H 'accept: */*' \\
              -H 'content-type: application/json' \\
              -b 'sessionid=4f2c; theme=dark' \\
              -H 'sec-ch-ua: "Chromium";v="140"' \\
              --data-raw $'{"name":"it\\'s \\u00e9","note":"two\\nlines"}' \\
              --insecure
            """);
    RequestChecks parts = curl.choice().parts();
    assertThat(curl.url()).isEqualTo("https://shop.test/api/cart?x=1");
    assertThat(parts.sentMethod()).isEqualTo("POST");
    assertThat(parts.headers())
        .containsExactly(
            new Header("accept", "*/*"),
            new Header("content-type", "application/json"),
            new Header("sec-ch-ua", "\"Chromium\";v=\"140\""));
    assertThat(parts.cookies()).containsExactly("sessionid=4f2c", "theme=dark");
    assertThat(body(curl)).isEqualTo("{\"name\":\"it's é\",\"note\":\"two\nlines\"}");
    assertThat(curl.notes()).singleElement().asString().contains("-k", "never measured");
  }

  @Test
  void whatChromeCopiesForCmdIsReadWhole() {
    PastedCurl curl =
        PastedCurl.parse(
            "curl ^\"https://shop.test/api/cart?a=1^&b=2^\" ^\r\n"
                + "  -X ^\"PUT^\" ^\r\n"
                + "  -H ^\"content-type: application/json^\" ^\r\n"
                + "  --data-raw ^\"^{^\\^\"name^\\^\":^\\^\"50^% of C:^\\^\\x^\\^\"^}^\"");
    assertThat(curl.url()).isEqualTo("https://shop.test/api/cart?a=1&b=2");
    assertThat(curl.choice().parts().sentMethod()).isEqualTo("PUT");
    assertThat(body(curl)).isEqualTo("{\"name\":\"50% of C:\\\\x\"}");
  }

  @Test
  void whatFirefoxCopiesIsReadWhole() {
    PastedCurl curl =
        PastedCurl.parse(
            "curl 'https://shop.test/' --compressed -X POST -H 'User-Agent: Mozilla/5.0'"
                + " -H 'Cookie: a=1; b=2' -H 'Content-Length: 3' --data-raw 'q=1'");
    RequestChecks parts = curl.choice().parts();
    assertThat(parts.cookies()).containsExactly("a=1", "b=2");
    assertThat(parts.headers())
        .containsExactly(
            new Header("User-Agent", "Mozilla/5.0"),
            new Header("Content-Type", "application/x-www-form-urlencoded"));
    assertThat(curl.notes()).isEmpty();
  }

  @Test
  void theWayThatIsTakenIsReadToo() {
    RequestChoice choice =
        PastedCurl.parse(
                "$ curl.exe -sS4 --http1.1 -x proxy.test:3128 -m 2.5 -u me:secret -XDELETE"
                    + " -o /dev/null --url shop.test")
            .choice();
    assertThat(choice.http()).isEqualTo(HttpChoice.HTTP_1_1);
    assertThat(choice.reach().family()).contains(AddressFamily.IPV4);
    assertThat(choice.reach().timeout()).contains(Duration.ofMillis(2_500));
    assertThat(choice.reach().proxy())
        .get()
        .isInstanceOfSatisfying(
            ProxyChoice.Server.class,
            proxy -> assertThat(proxy.server().url()).isEqualTo("http://proxy.test:3128"));
    assertThat(choice.parts().headers())
        .containsExactly(new Header("Authorization", "Basic bWU6c2VjcmV0"));
    assertThat(choice.summary())
        .isEqualTo(
            "DELETE · 1 header · HTTP/1.1 · IPv4 only · proxy proxy.test:3128 · time-out 2.5 s");
  }

  @Test
  void severalDataAreJoinedAndJsonBringsItsType() {
    assertThat(body(PastedCurl.parse("curl -d a=1 -d b=2 http://shop.test"))).isEqualTo("a=1&b=2");
    PastedCurl json = PastedCurl.parse("curl --json '{}' http://shop.test");
    assertThat(json.choice().parts().headers())
        .containsExactly(
            new Header("Content-Type", "application/json"),
            new Header("Accept", "application/json"));
  }

  @Test
  void whatThisProgramCopiesItCanRead() {
    PastedCurl curl = PastedCurl.parse(CurlCommand.of(TestSnapshots.sample()));
    assertThat(curl.url()).isEqualTo("https://www.shop.test/nplus1/?n=50");
    assertThat(curl.choice().http()).isEqualTo(HttpChoice.HTTP_2);
    assertThat(curl.choice().parts().cookies()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "curl --frobnicate https://shop.test       | --frobnicate",
        "curl -F a=@b https://shop.test            | -F",
        "curl 'https://shop.test                   | quote",
        "curl \"https://shop.test                  | quote",
        "curl -H                                   | -H",
        "curl -s                                   | no address",
        "curl https://a.test https://b.test        | more than one address",
        "curl -H \"x: $TOKEN\" https://shop.test   | variable",
        "curl https://shop.test/`id`               | variable",
        "curl -X 'NO WAY' https://shop.test        | one word",
        "curl -X GET -d a https://shop.test        | GET takes no body",
        "curl -m never https://shop.test           | seconds",
        "curl ftp://shop.test                      | ftp",
        "curl -x socks5://p.test https://shop.test | SOCKS",
      })
  void whatIsNotUnderstoodIsNamed(String command, String reason) {
    assertThatThrownBy(() -> PastedCurl.parse(command))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void whatAShellWouldDoAfterItIsNotTakenForAnAddress() {
    assertThatThrownBy(() -> PastedCurl.parse("curl https://shop.test | jq"))
        .hasMessageContaining("alone");
  }

  @Test
  void valuesAreRepeatedInNoMessage() {
    assertThatThrownBy(
            () -> PastedCurl.parse("curl -H 'Authorization\u0001: s3cr3t' https://shop.test"))
        .hasMessageNotContaining("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -E me.der --cert-type DER https://shop.test",
        "curl -E me.pem --key me.key --key-type ENG https://shop.test",
        "curl -E pkcs11:object=me https://shop.test",
        "curl --key me.key https://shop.test",
        "curl -d @body.json https://shop.test",
        "curl -b jar.txt https://shop.test",
        "curl --resolve shop.test:443:10.0.0.1 https://shop.test",
        "curl -H 'Accept:' https://shop.test",
      })
  void whatIsLeftOutIsSaid(String command) {
    PastedCurl curl = PastedCurl.parse(command);
    assertThat(curl.notes()).singleElement().asString().startsWith("Left out: ");
    assertThat(curl.choice().parts().body()).isEmpty();
    assertThat(curl.choice().certificate()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          -E me.pem                               | me.pem      | ``    | ``
          -Eme.pem:s3cr3t                         | me.pem      | ``    | s3cr3t
          --cert me.p12:s3:cr3t --cert-type p12   | me.p12      | ``    | s3:cr3t
          --key k.pem --pass s3cr3t -E /a/me.pem  | /a/me.pem   | k.pem | s3cr3t
          -E 'a\\:b\\\\c\\d:s3cr3t'                   | a:b\\c\\d     | ``    | s3cr3t
          -E 'C:\\me.pem:s3cr3t'                   | C:\\me.pem   | ``    | s3cr3t
          -E C:/me.pem                            | C:/me.pem   | ``    | ``
          """)
  void aClientCertificateIsNamedAndNoFileIsRead(
      String options, String file, String key, String password) {
    PastedCurl curl = PastedCurl.parse("curl " + options + " https://shop.test");
    assertThat(curl.notes()).isEmpty();
    assertThat(curl.choice().certificate()).contains(NamedCertificate.of(file, key, password));
    assertThat(curl.choice().summary()).isEqualTo("client certificate");
    assertThat(curl.toString()).doesNotContain("me.pem").doesNotContain("s3cr3t");
  }

  @Test
  void aCommandBeyondTheLimitIsRefused() {
    String longest = "curl https://shop.test/ -d " + "a".repeat(PastedCurl.MAX_LENGTH - 27);
    assertThat(longest).hasSize(PastedCurl.MAX_LENGTH);
    assertThat(PastedCurl.parse(longest).notes()).isEmpty();
    assertThatThrownBy(() -> PastedCurl.parse(longest + "a")).hasMessageContaining("longer than");
  }

  @Test
  void onlyACommandOfCurlLooksLikeOne() {
    assertThat(List.of("curl https://a.test", " $ curl -s x", "curl.exe a\n"))
        .allMatch(PastedCurl::looksLikeOne);
    assertThat(List.of("curl", "https://curl.se/", "curling.test", "", "curl.se/docs"))
        .noneMatch(PastedCurl::looksLikeOne);
  }

  private static String body(PastedCurl curl) {
    return new String(curl.choice().parts().body().orElseThrow(), StandardCharsets.UTF_8);
  }
}
