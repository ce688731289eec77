package dev.lightfoot.probe.css;

import dev.lightfoot.model.url.WebUrl;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a style sheet (CSS Syntax Level 3, with the nesting of CSS Nesting) as far as it names
/// things to fetch. Nothing is thrown whatever the text, and the time is proportional to its
/// length.
public final class StyleSheetReader {
  /// Characters of one sheet that are read.
  public static final int MAX_TEXT = 16 * 1024 * 1024;

  /// Sheets that import each other are followed to this depth.
  public static final int MAX_IMPORT_DEPTH = 16;

  private static final Pattern CHARSET = Pattern.compile("^@charset \"([^\"]{1,100})\";");
  private static final int LONGEST_CHARSET = 128;

  private StyleSheetReader() {}

  /// Reads a sheet of its own.
  ///
  /// @param bytes as they were sent, content codings taken off
  /// @param charset of the `Content-Type`, if it names one
  /// @param around the charset of what names the sheet, used where nothing else is said
  public static StyleSheet read(
      byte[] bytes, Optional<String> charset, Charset around, WebUrl url, Screen screen) {
    boolean marked =
        bytes.length > 2
            && (bytes[0] & 0xff) == 0xef
            && (bytes[1] & 0xff) == 0xbb
            && (bytes[2] & 0xff) == 0xbf;
    Charset set =
        marked
            ? StandardCharsets.UTF_8
            : charset.flatMap(Charsets::ofLabel).or(() -> named(bytes)).orElse(around);
    String text = set.decode(ByteBuffer.wrap(bytes)).toString();
    return read(text.startsWith("\ufeff") ? text.substring(1) : text, url, screen, 1);
  }

  /// The charset in the first rule, read as ASCII.
  private static Optional<Charset> named(byte[] bytes) {
    int length = Math.min(bytes.length, LONGEST_CHARSET);
    Matcher rule = CHARSET.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return rule.find() ? Charsets.ofMeta(rule.group(1)) : Optional.empty();
  }

  /// Reads the text of a sheet.
  ///
  /// @param base what its URLs are relative to
  /// @param screen what its media are measured with
  /// @param firstLine the number of its first line
  public static StyleSheet read(String text, WebUrl base, Screen screen, int firstLine) {
    boolean cut = text.length() > MAX_TEXT;
    return new SheetParser(cut ? text.substring(0, MAX_TEXT) : text, base, screen, firstLine)
        .parse(cut);
  }
}
