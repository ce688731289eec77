package dev.lightfoot.codec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmbeddedJsonTest {
  private static final String HEAD =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          + "<meta name=\"generator\" content=\"Lightfoot\">\n</head>\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\":\"</script><script>alert(1)</script>\"}",
        "{\"a\":\"<!--<script>\"}",
        "{\"a\":\"\\u003c/script\\u003e was escaped before\"}",
        "{\"a\":\"\\\\u003c is no escape\"}",
        "{\"a\":\"é 😀 \u2028 & ]]>\"}\n"
      })
  void whateverIsInItComesBackByteForByteAndEndsNoElement(String json) throws IOException {
    String element = EmbeddedJson.element(bytes(json)).orElseThrow();
    assertThat(element.indexOf('<', 1)).isEqualTo(element.lastIndexOf("</script>"));
    assertThat(within(element)).isEqualTo(bytes(json));
  }

  @Test
  void aLargeOneIsCompressed() throws IOException {
    byte[] json = bytes("{\"a\":\"" + "x".repeat(EmbeddedJson.MOST_PLAIN_BYTES) + "\"}");
    String element = EmbeddedJson.element(json).orElseThrow();
    assertThat(element).hasSizeLessThan(1_000).contains("data-coding=\"gzip-base64\"");
    assertThat(within(element)).isEqualTo(json);
  }

  @Test
  void whatIsTooLargeEvenThenIsLeftOut() {
    byte[] noise = new byte[EmbeddedJson.MOST_PACKED_BYTES];
    new Random(7).nextBytes(noise);
    String text = Base64.getEncoder().encodeToString(noise);
    assertThat(EmbeddedJson.element(bytes('"' + text + '"'))).isEmpty();
  }

  @Test
  void whatWouldBecomeTooLongIsNotRead() {
    byte[] json = bytes("{\"a\":\"" + "x".repeat(EmbeddedJson.MOST_PLAIN_BYTES) + "\"}");
    byte[] page = bytes(HEAD + EmbeddedJson.element(json).orElseThrow());
    assertThatThrownBy(() -> EmbeddedJson.within(page, json.length - 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("longer than");
    assertThat(EmbeddedJson.MOST_BYTES).isEqualTo(256 << 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"data-coding=\"gzip-base64\">\"H4sIA!\"", "data-coding=\"other\">x"})
  void aDamagedOneIsRefused(String rest) {
    String element =
        "<script type=\"application/json\" id=\"lightfoot-json\" " + rest + "</script>";
    assertThatThrownBy(() -> within(element))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in the report is");
  }

  @Test
  void onlyOurOwnReportsAreTakenForSome() throws IOException {
    assertThat(EmbeddedJson.isReport(bytes(HEAD))).isTrue();
    assertThat(EmbeddedJson.isReport(bytes("<!DOCTYPE html><title>Sign in</title>"))).isFalse();
    assertThat(EmbeddedJson.isReport(bytes("{\"log\":{}}"))).isFalse();
    assertThat(EmbeddedJson.within(bytes(HEAD))).isEmpty();
  }

  private static byte[] within(String element) throws IOException {
    return EmbeddedJson.within(bytes(HEAD + element + "</body>\n</html>\n")).orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
