package dev.lightfoot.probe.markup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextDecodingTest {
  private static String decode(byte[] bytes, Optional<String> header, int step) {
    TextDecoding decoding = new TextDecoding(header);
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < bytes.length; at += Math.min(step, bytes.length - at)) {
      text.append(decoding.feed(bytes, at, Math.min(step, bytes.length - at)));
    }
    return text.append(decoding.end()) + "|" + decoding.charset().name();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <meta charset=utf-8>\u00e9                                              |              | UTF-8
          <meta charset=utf-8>\u00e9                                              | latin1       | windows-1252
          <p>\u00e9                                                               | UTF-8        | UTF-8
          <p>\u00e9                                                               | " utf8 "     | UTF-8
          <p>\u00e9                                                               |              | windows-1252
          <p>\u00e9                                                               | ibm037       | windows-1252
          <p>\u00e9                                                               | utf-7        | windows-1252
          <META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=koi8-r'>    |              | KOI8-R
          <meta content='text/html; charset=koi8-r'>                              |              | windows-1252
          <!-- <meta charset=koi8-r> --><meta charset=shift_jis>                  |              | windows-31j
          <meta charset=utf-16>                                                   |              | UTF-8
          <meta charset=nonsense><meta charset=gb2312>                            |              | GBK
          <meta charset=x-user-defined>                                           |              | windows-1252
          """)
  void theCharsetIsThatOfTheHeaderElseOfTheMeta(String html, String header, String charset) {
    byte[] bytes = html.getBytes(UTF_8);
    Optional<String> given = Optional.ofNullable(header).map(text -> text.replace("\"", ""));
    assertThat(decode(bytes, given, 1)).endsWith("|" + charset);
    assertThat(decode(bytes, given, 7)).isEqualTo(decode(bytes, given, 1));
    assertThat(decode(bytes, given, 10_000)).isEqualTo(decode(bytes, given, 1));
  }

  @Test
  void aByteOrderMarkIsStrongerThanTheHeader() throws IOException {
    assertThat(decode("\ufeff\u00e9".getBytes(UTF_8), Optional.of("latin1"), 1))
        .isEqualTo("\u00e9|UTF-8");
    assertThat(decode("\ufeff\u00e9x".getBytes(UTF_16BE), Optional.of("latin1"), 1))
        .isEqualTo("\u00e9x|UTF-16BE");
    ByteArrayOutputStream marked = new ByteArrayOutputStream();
    marked.write("\ufeff\u00e9x".getBytes(UTF_16LE));
    assertThat(decode(marked.toByteArray(), Optional.empty(), 2)).isEqualTo("\u00e9x|UTF-16LE");
  }

  @Test
  void aMetaBehindTheFirstKilobyteComesTooLate() {
    String meta = "<meta charset=utf-8>";
    String before = " ".repeat(TextDecoding.MAX_SCAN - meta.length());
    assertThat(decode((before + meta).getBytes(UTF_8), Optional.empty(), 100)).endsWith("|UTF-8");
    assertThat(decode((before + " " + meta).getBytes(UTF_8), Optional.empty(), 100))
        .endsWith("|windows-1252");
  }

  @Test
  void malformedBytesAreReplaced() {
    byte[] bytes = {'a', (byte) 0xff, 'b', (byte) 0xe2, (byte) 0x82};
    for (int step = 1; step < 6; step++) {
      assertThat(decode(bytes, Optional.of("utf-8"), step)).isEqualTo("a\ufffdb\ufffd|UTF-8");
    }
  }

  @Test
  void endsOfLinesBecomeLineFeeds() {
    byte[] bytes = "a\r\nb\rc\n\r\r\nd\n".getBytes(ISO_8859_1);
    for (int step = 1; step < bytes.length; step++) {
      assertThat(decode(bytes, Optional.of("latin1"), step))
          .isEqualTo("a\nb\nc\n\n\nd\n|windows-1252");
    }
  }

  @Test
  void anEmptyDocumentIsEmpty() {
    assertThat(decode(new byte[0], Optional.empty(), 1)).isEqualTo("|windows-1252");
  }
}
