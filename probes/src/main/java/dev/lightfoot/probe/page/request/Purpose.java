package dev.lightfoot.probe.page.request;

import dev.lightfoot.model.page.ResourceType;

/// What a request is made for: a destination of the Fetch Standard, as far as browsers treat them
/// differently.
public enum Purpose {
  DOCUMENT(
      ResourceType.DOCUMENT,
      "document",
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8"),
  FRAME(ResourceType.DOCUMENT, "iframe", DOCUMENT.accept),
  STYLESHEET(ResourceType.STYLESHEET, "style", "text/css,*/*;q=0.1"),
  SCRIPT(ResourceType.SCRIPT, "script", "*/*"),
  IMAGE(
      ResourceType.IMAGE,
      "image",
      "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"),
  FONT(ResourceType.FONT, "font", "*/*"),
  MEDIA(ResourceType.MEDIA, "video", "*/*"),
  TRACK(ResourceType.MEDIA, "track", "*/*"),
  FETCH(ResourceType.FETCH, "empty", "*/*"),
  MANIFEST(ResourceType.MANIFEST, "manifest", "*/*"),
  ICON(ResourceType.IMAGE, "image", IMAGE.accept),
  PREFETCH(ResourceType.OTHER, "empty", "*/*"),
  OTHER(ResourceType.OTHER, "empty", "*/*");

  private final ResourceType type;
  private final String destination;
  private final String accept;

  Purpose(ResourceType type, String destination, String accept) {
    this.type = type;
    this.destination = destination;
    this.accept = accept;
  }

  public ResourceType type() {
    return type;
  }

  /// The value of `Sec-Fetch-Dest`.
  String destination() {
    return destination;
  }

  /// The value of `Accept`.
  String accept() {
    return accept;
  }

  /// Whether a server should send it piece by piece among others (RFC 9218 section 4.2): a part of
  /// it is of use already.
  boolean isIncremental() {
    return switch (this) {
      case DOCUMENT, FRAME, IMAGE, MEDIA, TRACK, FETCH, ICON, PREFETCH -> true;
      case STYLESHEET, SCRIPT, FONT, MANIFEST, OTHER -> false;
    };
  }
}
