package dev.lightfoot.intake;

import dev.lightfoot.intake.FileReading.Skipped;
import java.nio.charset.StandardCharsets;

/// Why no page load could be read from a file, and what helps.
final class CaptureRefusal {
  private static final String CURE =
      " In the browser's tools, open Network, load the page, and export it as HAR.";

  private CaptureRefusal() {}

  /// Of a file that no reader knows.
  static String of(byte[] beginning) {
    String text =
        new String(beginning, StandardCharsets.UTF_8).replace("\u0000", "").replace("\uFEFF", "");
    String start = text.stripLeading();
    if (start.isEmpty()) {
      return "The file is empty." + CURE;
    }
    if (start.startsWith("<")) {
      return "It is a web page or XML, not a captured page load: perhaps a sign-in page was saved"
          + " in its place."
          + CURE;
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      return "It is JSON, but no captured page load that can be read: a HAR has a member log with"
          + " entries."
          + CURE;
    }
    return "It is no captured page load that can be read." + CURE;
  }

  /// Of a file without requests.
  static String empty(String title) {
    return "It is a " + title + ", but no request is in it." + CURE;
  }

  /// Of a file whose entries are all faulty.
  static String unreadable(String title, long count, Skipped first) {
    return "It is a "
        + title
        + ", but none of its entries could be read ("
        + count
        + "); "
        + first.place()
        + ": "
        + first.reason();
  }
}
