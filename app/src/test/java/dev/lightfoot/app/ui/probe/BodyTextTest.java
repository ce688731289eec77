package dev.lightfoot.app.ui.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.probe.wire.BodyStart;
import dev.lightfoot.report.words.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import okio.ByteString;
import org.junit.jupiter.api.Test;

class BodyTextTest {
  private static final byte[] LATIN = "café".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] UTF_8 = "café".getBytes(StandardCharsets.UTF_8);

  @Test
  void theTextIsReadByItsCharset() {
    assertThat(BodyText.text(start(LATIN, true), "text/html; charset=ISO-8859-1")).contains("café");
    assertThat(BodyText.text(start(UTF_8, true), "text/html; charset=\"utf-8\"")).contains("café");
  }

  @Test
  void withoutACharsetItIsUtf8OrWhatBrowsersTakeForText() {
    assertThat(BodyText.text(start(UTF_8, true), "application/json")).contains("café");
    assertThat(BodyText.text(start(LATIN, true), "text/plain")).contains("café");
    assertThat(BodyText.text(start(LATIN, true), "text/plain; charset=nonsense")).contains("café");
    assertThat(BodyText.text(start(UTF_8, true), "")).contains("café");
  }

  @Test
  void whatIsNoTextIsBinary() {
    assertThat(BodyText.text(start(new byte[] {'P', 'N', 'G', 0, 1}, true), "image/png")).isEmpty();
    assertThat(BodyText.text(start(LATIN, true), "application/octet-stream")).isEmpty();
  }

  @Test
  void aCharacterThatIsCutAtTheEndIsLeftOut() {
    byte[] cut = java.util.Arrays.copyOf(UTF_8, UTF_8.length - 1);
    assertThat(BodyText.text(start(cut, false), "application/json")).contains("caf");
  }

  @Test
  void sizesAndCodingAreSaid() {
    assertThat(about(response(1_200, OptionalLong.of(5_000), "gzip"), start("x", false)))
        .isEqualTo(
            "text/html · 1.2 kB on the wire (gzip), 5.0 kB decoded · the first 1 B are shown");
    assertThat(about(response(1_200, OptionalLong.empty(), "zstd"), start("", false)))
        .isEqualTo(
            "text/html · 1.2 kB on the wire (zstd, which cannot be decoded here)"
                + " · nothing of it can be shown");
    assertThat(about(response(0, OptionalLong.of(0), ""), start("", true)))
        .isEqualTo("text/html · 0 B · there is no body");
  }

  @Test
  void withoutTheBytesItSaysHowToSeeThem() {
    BodyText body = BodyText.of(response(5, OptionalLong.of(5), ""), Optional.empty());
    assertThat(body.about()).contains("not kept in snapshots", "run again");
    assertThat(body.text()).isEmpty();
  }

  @Test
  void secretsAreHiddenAndThatIsSaid() {
    BodyText body =
        BodyText.of(
            response(30, OptionalLong.of(30), ""),
            Optional.of(start("{\"access_token\": \"s3cr3t\"}", true)));
    assertThat(body.text()).isEqualTo("{\"access_token\": \"[redacted]\"}");
    assertThat(body.about()).endsWith("secrets in it are hidden");
  }

  private static String about(ResponseFacts response, BodyStart start) {
    return Numbers.plain(BodyText.of(response, Optional.of(start)).about());
  }

  private static BodyStart start(String text, boolean whole) {
    return new BodyStart(ByteString.encodeUtf8(text), whole);
  }

  private static BodyStart start(byte[] bytes, boolean whole) {
    return new BodyStart(ByteString.of(bytes), whole);
  }

  private static ResponseFacts response(long wire, OptionalLong decoded, String coding) {
    List<Header> headers = new ArrayList<>(List.of(new Header("Content-Type", "text/html")));
    if (!coding.isEmpty()) {
      headers.add(new Header("Content-Encoding", coding));
    }
    return new ResponseFacts(100, wire, decoded, headers, Optional.empty());
  }
}
