package dev.lightfoot.codec.capture;

import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.ResourceType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The words of browsers and their tools for protocols, priorities and types, in our terms and
/// back.
public final class BrowserWords {
  private static final Pattern HTTP1 = Pattern.compile("(?:http/?)?(1\\.[01])");
  private static final Pattern HTTP2 = Pattern.compile("h2c?|(?:http/?)?2(?:\\.0)?|spdy.*");
  private static final Pattern HTTP3 = Pattern.compile("h3(?:-.*)?|(?:http/?)?3(?:\\.0)?");
  private static final Pattern QUIC = Pattern.compile("(?:http/2\\+)?quic(?:/.*)?|h3-q\\d+");

  private BrowserWords() {}

  /// The ALPN id (`http/1.1`, `h2`, `h3`) of a version of HTTP as a writer names it; empty where it
  /// names none.
  public static Optional<String> protocol(String written) {
    String word = written.strip().toLowerCase(Locale.ROOT);
    var old = HTTP1.matcher(word);
    if (old.matches()) {
      return Optional.of("http/" + old.group(1));
    }
    if (HTTP2.matcher(word).matches()) {
      return Optional.of("h2");
    }
    return HTTP3.matcher(word).matches() || QUIC.matcher(word).matches()
        ? Optional.of("h3")
        : Optional.empty();
  }

  /// The priority that the DevTools protocol, or Firefox, names so.
  public static Optional<Priority> priority(String written) {
    return switch (written.strip().toLowerCase(Locale.ROOT)) {
      case "veryhigh", "highest" -> Optional.of(Priority.HIGHEST);
      case "high" -> Optional.of(Priority.HIGH);
      case "medium" -> Optional.of(Priority.MEDIUM);
      case "low" -> Optional.of(Priority.LOW);
      case "verylow", "lowest" -> Optional.of(Priority.LOWEST);
      default -> Optional.empty();
    };
  }

  /// The word of the DevTools protocol for a priority.
  public static String word(Priority priority) {
    return switch (priority) {
      case HIGHEST -> "VeryHigh";
      case HIGH -> "High";
      case MEDIUM -> "Medium";
      case LOW -> "Low";
      case LOWEST -> "VeryLow";
    };
  }

  /// The type that the DevTools protocol, or a tool over it, names so.
  public static Optional<ResourceType> type(String written) {
    return switch (written.strip().toLowerCase(Locale.ROOT)) {
      case "document", "subdocument", "html" -> Optional.of(ResourceType.DOCUMENT);
      case "stylesheet", "css" -> Optional.of(ResourceType.STYLESHEET);
      case "script", "js", "javascript" -> Optional.of(ResourceType.SCRIPT);
      case "image", "img" -> Optional.of(ResourceType.IMAGE);
      case "font" -> Optional.of(ResourceType.FONT);
      case "media", "video", "audio", "texttrack" -> Optional.of(ResourceType.MEDIA);
      case "xhr", "fetch", "eventsource", "websocket", "beacon", "ping" ->
          Optional.of(ResourceType.FETCH);
      case "manifest" -> Optional.of(ResourceType.MANIFEST);
      case "other", "preflight", "prefetch", "signedexchange", "cspviolationreport" ->
          Optional.of(ResourceType.OTHER);
      default -> Optional.empty();
    };
  }

  /// The word of the DevTools protocol for a type.
  public static String word(ResourceType type) {
    return type.label();
  }

  /// What a response of that media type is used for, as far as that shows it.
  public static Optional<ResourceType> typeOfMedia(String mediaType) {
    String type = mediaType.strip().toLowerCase(Locale.ROOT);
    int end = type.indexOf(';');
    String plain = end < 0 ? type : type.substring(0, end).strip();
    if (plain.startsWith("image/")) {
      return Optional.of(ResourceType.IMAGE);
    }
    if (plain.startsWith("font/") || plain.contains("font-")) {
      return Optional.of(ResourceType.FONT);
    }
    if (plain.startsWith("video/") || plain.startsWith("audio/")) {
      return Optional.of(ResourceType.MEDIA);
    }
    return switch (plain) {
      case "text/html", "application/xhtml+xml" -> Optional.of(ResourceType.DOCUMENT);
      case "text/css" -> Optional.of(ResourceType.STYLESHEET);
      case "text/javascript",
          "application/javascript",
          "application/x-javascript",
          "application/ecmascript" ->
          Optional.of(ResourceType.SCRIPT);
      case "application/manifest+json" -> Optional.of(ResourceType.MANIFEST);
      case "application/json", "application/grpc-web", "text/event-stream" ->
          Optional.of(ResourceType.FETCH);
      default -> plain.isEmpty() ? Optional.empty() : Optional.of(ResourceType.OTHER);
    };
  }
}
