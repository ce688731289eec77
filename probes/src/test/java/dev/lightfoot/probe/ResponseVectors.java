package dev.lightfoot.probe;

import dev.lightfoot.probe.peer.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The HTTP/1 responses of llhttp's tests: its documents hold blocks of input and of what a strict
/// parser makes of them.
final class ResponseVectors {
  private static final Pattern BLOCK =
      Pattern.compile(
          "<!-- meta=(\\{[^\\n]*\\}) -->\\n+```http\\n(.*?)```\\n+```log\\n(.*?)```",
          Pattern.DOTALL);
  private static final Pattern TITLE = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern NUMBERED = Pattern.compile("\\\\[xu]([0-9a-fA-F]{2,4})");

  private ResponseVectors() {}

  /// One response.
  ///
  /// @param name document and heading
  /// @param bytes what the server sends
  /// @param valid whether llhttp reads it without an error
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Vector(String name, byte[] bytes, boolean valid) {}

  static List<Vector> all() throws IOException {
    List<Vector> vectors = new ArrayList<>();
    for (Path file : Corpus.files("llhttp-http1/test/response", ".md")) {
      String text = Files.readString(file);
      Matcher block = BLOCK.matcher(text);
      int number = 0;
      while (block.find()) {
        String heading = heading(text.substring(0, block.start()));
        vectors.add(
            new Vector(
                file.getFileName() + " " + ++number + " " + heading,
                bytes(block.group(2)),
                !block.group(3).contains("error code=")));
      }
    }
    return vectors;
  }

  private static String heading(String before) {
    Matcher title = TITLE.matcher(before);
    String last = "";
    while (title.find()) {
      last = title.group(1);
    }
    return last;
  }

  /// A backslash before the end of a line joins it to the next; lines end with CR LF; other control
  /// characters are written as escapes.
  private static byte[] bytes(String block) {
    String text = block.endsWith("\n") ? block.substring(0, block.length() - 1) : block;
    text = text.replace("\\\n", "").replace("\n", "\r\n");
    text = text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t").replace("\\f", "\f");
    text =
        NUMBERED
            .matcher(text)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
