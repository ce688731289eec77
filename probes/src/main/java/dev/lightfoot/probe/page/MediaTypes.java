package dev.lightfoot.probe.page;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a `Content-Type` says.
final class MediaTypes {
  static final String HTML = "text/html";

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

  private MediaTypes() {}

  /// Type and subtype.
  static String essence(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /// Whether a document of that type names things to fetch.
  static boolean isDocument(String essence) {
    return essence.equals(HTML) || essence.equals("application/xhtml+xml");
  }

  static Optional<String> charset(String contentType) {
    Matcher matcher = CHARSET.matcher(contentType);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
