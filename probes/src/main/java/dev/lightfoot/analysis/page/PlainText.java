package dev.lightfoot.analysis.page;

import dev.lightfoot.model.ResponseFacts;
import java.util.List;
import java.util.Locale;

/// Text that came as it is, and would have been smaller with a content coding.
public final class PlainText {
  /// A smaller text fits one packet with or without a coding.
  static final long SMALLEST = 1_400;

  private PlainText() {}

  /// Whether the response is such a text.
  public static boolean is(ResponseFacts response) {
    return response.bodyBytes() >= SMALLEST && isText(response) && isPlain(response);
  }

  private static boolean isText(ResponseFacts response) {
    String type =
        response
            .header("content-type")
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .split(";", 2)[0]
            .strip();
    return type.startsWith("text/")
        || type.endsWith("+xml")
        || type.endsWith("+json")
        || List.of(
                "application/javascript",
                "application/json",
                "application/xml",
                "application/x-javascript",
                "application/manifest+json")
            .contains(type);
  }

  private static boolean isPlain(ResponseFacts response) {
    return response.contentEncoding().filter(coding -> !coding.equals("identity")).isEmpty();
  }
}
