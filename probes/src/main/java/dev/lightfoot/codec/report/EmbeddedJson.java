package dev.lightfoot.codec.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A JSON document within an HTML page, byte for byte: `<script type="application/json"
/// id="lightfoot-json">`. Nothing in it can end the element, for `<`, `>` and `&` are written as
/// JSON escapes. A large document, and one in which such escapes stood before, lies there
/// compressed: as one JSON string, with the attribute `data-coding="gzip-base64"`.
public final class EmbeddedJson {
  /// Larger documents are compressed.
  public static final int MOST_PLAIN_BYTES = 64 << 10;

  /// What is larger even compressed is left out: then the page says so.
  public static final int MOST_PACKED_BYTES = 16 << 20;

  /// Longer documents are not read.
  public static final int MOST_BYTES = 256 << 20;

  private static final String START = "<script type=\"application/json\" id=\"lightfoot-json\"";
  private static final String PACKED = " data-coding=\"gzip-base64\">\"";
  private static final String END = "</script>";
  private static final String DOCTYPE = "<!DOCTYPE html>";
  private static final String GENERATOR = "<meta name=\"generator\" content=\"Lightfoot\">";

  private EmbeddedJson() {}

  /// The element that holds the document; empty where it is too large.
  public static Optional<String> element(byte[] json) {
    String text = new String(json, StandardCharsets.UTF_8);
    String escaped = escaped(text);
    boolean exact = Arrays.equals(unescaped(escaped).getBytes(StandardCharsets.UTF_8), json);
    if (json.length <= MOST_PLAIN_BYTES && exact) {
      return Optional.of(START + ">" + escaped + END + "\n");
    }
    String packed = Base64.getEncoder().encodeToString(packed(json));
    return packed.length() > MOST_PACKED_BYTES
        ? Optional.empty()
        : Optional.of(START + PACKED + packed + "\"" + END + "\n");
  }

  /// Whether a report of ours begins so.
  ///
  /// @param beginning may be cut anywhere after 1 KiB
  public static boolean isReport(byte[] beginning) {
    String start =
        new String(beginning, 0, Math.min(1 << 10, beginning.length), StandardCharsets.ISO_8859_1);
    return start.startsWith(DOCTYPE) && start.contains(GENERATOR);
  }

  /// The document in a report of ours; empty where there is none in it.
  ///
  /// @throws IOException where it is damaged or too long
  public static Optional<byte[]> within(byte[] html) throws IOException {
    return within(html, MOST_BYTES);
  }

  static Optional<byte[]> within(byte[] html, int most) throws IOException {
    String page = new String(html, StandardCharsets.UTF_8);
    int start = page.lastIndexOf(START);
    int end = page.indexOf(END, Math.max(0, start));
    if (start < 0 || end < 0) {
      return Optional.empty();
    }
    String element = page.substring(start + START.length(), end);
    if (element.startsWith(">")) {
      return Optional.of(unescaped(element.substring(1)).getBytes(StandardCharsets.UTF_8));
    }
    if (!element.startsWith(PACKED) || !element.endsWith("\"")) {
      throw new IOException("The data in the report is in a form that is not known.");
    }
    return Optional.of(unpacked(element.substring(PACKED.length(), element.length() - 1), most));
  }

  private static String escaped(String json) {
    StringBuilder out = new StringBuilder(json.length() + 64);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      switch (c) {
        case '<' -> out.append("\\u003c");
        case '>' -> out.append("\\u003e");
        case '&' -> out.append("\\u0026");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private static String unescaped(String element) {
    return element.replace("\\u003c", "<").replace("\\u003e", ">").replace("\\u0026", "&");
  }

  private static byte[] packed(byte[] json) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] unpacked(String base64, int most) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
      byte[] json = in.readNBytes(most + 1);
      if (json.length > most) {
        throw new IOException("The data in the report is longer than " + most + " bytes.");
      }
      return json;
    } catch (IllegalArgumentException e) {
      throw new IOException("The data in the report is damaged.", e);
    }
  }
}
