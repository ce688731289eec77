package dev.lightfoot.model.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Percent-encoding by the sets of the URL Standard (section 1.3). A per cent sign stays as it is,
/// whatever follows it.
public final class PercentCoding {
  private static final String QUERY = " \"#<>'";
  private static final String PATH = " \"#<>?^`{}|";
  private static final String USER_INFO = PATH + "/:;=@[\\]";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentCoding() {}

  static String query(String text) {
    return encoded(text, QUERY);
  }

  static String path(String text) {
    return encoded(text, PATH);
  }

  static String userInfo(String text) {
    return encoded(text, USER_INFO);
  }

  /// Text in which each character stands for one byte: those that are not ASCII are encoded as they
  /// are, in whatever charset they were meant.
  public static String bytes(String oneCharacterPerByte) {
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < oneCharacterPerByte.length(); i++) {
      char c = oneCharacterPerByte.charAt(i);
      encoded.append(c < 0x80 ? String.valueOf(c) : "%" + HEX.toHexDigits((byte) c));
    }
    return encoded.toString();
  }

  /// The bytes that a text stands for, as UTF-8.
  public static String decoded(String text) {
    byte[] bytes = utf8(text);
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      boolean escape = bytes[i] == '%' && high >= 0 && low >= 0;
      plain.write(escape ? high * 16 + low : bytes[i]);
      i += escape ? 2 : 0;
    }
    return plain.toString(StandardCharsets.UTF_8);
  }

  private static String encoded(String text, String set) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : utf8(text)) {
      int value = each & 0xff;
      boolean plain = value > 0x1f && value < 0x7f && set.indexOf(value) < 0;
      encoded.append(plain ? String.valueOf((char) value) : "%" + HEX.toHexDigits(each));
    }
    return encoded.toString();
  }

  /// Half of a surrogate pair is no character: U+FFFD stands for it.
  private static byte[] utf8(String text) {
    StringBuilder whole = new StringBuilder();
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
        .forEach(whole::appendCodePoint);
    return whole.toString().getBytes(StandardCharsets.UTF_8);
  }
}
