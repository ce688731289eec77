package dev.lightfoot.probe.markup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lightfoot.probe.css.Charsets;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/// Makes text of the bytes of a document while they arrive: by a byte order mark, else by the
/// charset of the header, else by a `meta` at the beginning. What is malformed becomes U+FFFD, and
/// ends of lines become line feeds.
final class TextDecoding {
  /// Bytes in which a `meta` is looked for before the document is read without.
  static final int MAX_SCAN = 1_024;

  private static final int LONGEST_MARK = 3;

  private final Optional<Charset> header;
  private final CharsetScan scan = new CharsetScan();
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private Optional<CharsetDecoder> decoder = Optional.empty();
  private ByteBuffer rest = ByteBuffer.allocate(0);
  private boolean returned;

  TextDecoding(Optional<String> headerCharset) {
    header = headerCharset.flatMap(Charsets::ofLabel);
  }

  /// What the text was read as; the fallback as long as that is open.
  Charset charset() {
    return decoder.map(CharsetDecoder::charset).orElse(Charsets.FALLBACK);
  }

  String feed(byte[] bytes, int offset, int length) {
    if (decoder.isPresent()) {
      return decode(bytes, offset, length, false);
    }
    held.write(bytes, offset, length);
    byte[] all = held.toByteArray();
    if (all.length < LONGEST_MARK) {
      return "";
    }
    Optional<Charset> charset = marked(all).or(() -> header).or(() -> scanned(all, length));
    if (charset.isEmpty() && all.length < MAX_SCAN) {
      return "";
    }
    return begin(charset.orElse(Charsets.FALLBACK), all, false);
  }

  String end() {
    if (decoder.isPresent()) {
      return decode(new byte[0], 0, 0, true);
    }
    byte[] all = held.toByteArray();
    Optional<Charset> charset = marked(all).or(() -> header);
    return begin(charset.orElse(Charsets.FALLBACK), all, true);
  }

  /// The bytes that were not looked at before, of the first ones.
  private Optional<Charset> scanned(byte[] all, int last) {
    int before = all.length - last;
    int from = before < LONGEST_MARK ? 0 : before;
    int to = Math.min(all.length, MAX_SCAN);
    return from < to ? scan.feed(new String(all, from, to - from, ISO_8859_1)) : Optional.empty();
  }

  private static Optional<Charset> marked(byte[] bytes) {
    int first = bytes.length > 0 ? bytes[0] & 0xff : 0;
    int second = bytes.length > 1 ? bytes[1] & 0xff : 0;
    int third = bytes.length > 2 ? bytes[2] & 0xff : 0;
    if (first == 0xef && second == 0xbb && third == 0xbf) {
      return Optional.of(UTF_8);
    }
    if (first == 0xfe && second == 0xff) {
      return Optional.of(UTF_16BE);
    }
    return first == 0xff && second == 0xfe ? Optional.of(UTF_16LE) : Optional.empty();
  }

  private String begin(Charset charset, byte[] all, boolean last) {
    decoder =
        Optional.of(
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    held.reset();
    String text = decode(all, 0, all.length, last);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private String decode(byte[] bytes, int offset, int length, boolean last) {
    CharsetDecoder current = decoder.orElseThrow();
    ByteBuffer input = ByteBuffer.allocate(rest.remaining() + length);
    input.put(rest).put(bytes, offset, length).flip();
    CharBuffer output =
        CharBuffer.allocate((int) (input.remaining() * (double) current.maxCharsPerByte()) + 16);
    CoderResult result = current.decode(input, output, last);
    StringBuilder text = new StringBuilder(output.flip());
    while (result.isOverflow()) {
      output.clear();
      result = current.decode(input, output, last);
      text.append(output.flip());
    }
    if (last) {
      output.clear();
      current.flush(output);
      text.append(output.flip());
    }
    rest = ByteBuffer.allocate(input.remaining()).put(input).flip();
    return withLineFeeds(text);
  }

  /// `\r\n` and `\r` become `\n`, also where the pair is parted by two calls.
  private String withLineFeeds(StringBuilder text) {
    if (!returned && text.indexOf("\r") < 0) {
      return text.toString();
    }
    StringBuilder lines = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' || !returned) {
        lines.append(c == '\r' ? '\n' : c);
      }
      returned = c == '\r';
    }
    return lines.toString();
  }
}
