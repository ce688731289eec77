package dev.lightfoot.analysis.measured;

import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.page.ResourceType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a response holds, by what it says of itself or by what the page uses it for.
public final class Content {
  private static final Set<String> STATIC =
      Set.of(
          "js", "mjs", "css", "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "woff",
          "woff2", "ttf", "otf", "mp4", "webm", "mp3");
  private static final Set<String> TEXTS =
      Set.of(
          "application/javascript",
          "application/x-javascript",
          "application/json",
          "application/xml",
          "application/x-ndjson",
          "application/manifest+json");

  private Content() {}

  /// Whether it is the same for everyone: a script, style sheet, image, font or film, by its type,
  /// or by its extension where that is not known.
  public static boolean isStatic(MeasuredExchange exchange) {
    return exchange.type().map(Content::isStatic).orElseGet(() -> hasExtension(exchange));
  }

  /// Whether it is a file and not what a program answers: static, and named like a file or of a
  /// kind that only files are.
  public static boolean isFile(MeasuredExchange exchange) {
    boolean always =
        exchange
            .type()
            .filter(type -> type == ResourceType.STYLESHEET || type == ResourceType.FONT)
            .isPresent();
    return isStatic(exchange) && (always || hasExtension(exchange));
  }

  private static boolean isStatic(ResourceType type) {
    return switch (type) {
      case STYLESHEET, SCRIPT, IMAGE, FONT, MEDIA -> true;
      case DOCUMENT, FETCH, MANIFEST, OTHER -> false;
    };
  }

  private static boolean hasExtension(MeasuredExchange exchange) {
    String path = exchange.path();
    int dot = path.lastIndexOf('.');
    return dot >= 0 && STATIC.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /// Its media type without parameters, in lower case; empty where it names none.
  public static String mediaType(MeasuredExchange exchange) {
    String value = exchange.header("content-type").orElse("");
    int end = value.indexOf(';');
    return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /// Whether it is text, which a content coding makes smaller.
  public static boolean isText(MeasuredExchange exchange) {
    String type = mediaType(exchange);
    return type.startsWith("text/")
        || type.endsWith("+xml")
        || type.endsWith("+json")
        || TEXTS.contains(type);
  }

  /// Whether it was compressed, as it says or as its sizes show.
  public static boolean isCompressed(ResponseFacts response) {
    Optional<String> coding =
        response.contentEncoding().filter(name -> !name.strip().equalsIgnoreCase("identity"));
    return coding.isPresent()
        || response.decodedBytes().orElse(0) > response.bodyBytes() + response.bodyBytes() / 10;
  }
}
