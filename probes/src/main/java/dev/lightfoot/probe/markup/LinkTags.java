package dev.lightfoot.probe.markup;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.probe.css.MediaQuery;
import dev.lightfoot.probe.markup.Fetching.CrossOrigin;
import dev.lightfoot.probe.markup.Fetching.FetchPriority;
import dev.lightfoot.probe.markup.Place.Blocking;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a `link` asks for, in the document or in a `Link` field.
final class LinkTags {
  /// What may be preloaded, and as what it is fetched; anything else is nothing.
  private static final Map<String, ResourceType> PRELOADS =
      Map.of(
          "image", ResourceType.IMAGE,
          "script", ResourceType.SCRIPT,
          "style", ResourceType.STYLESHEET,
          "track", ResourceType.MEDIA,
          "font", ResourceType.FONT,
          "fetch", ResourceType.FETCH);

  private static final Set<String> FONTS =
      Set.of(
          "application/font-sfnt",
          "application/font-woff",
          "application/x-font-opentype",
          "application/x-font-truetype",
          "application/x-font-ttf",
          "application/x-font-woff",
          "font/collection",
          "font/otf",
          "font/sfnt",
          "font/ttf",
          "font/woff",
          "font/woff2");

  private final Page page;
  private final ImageTags images;

  LinkTags(Page page, ImageTags images) {
    this.page = page;
    this.images = images;
  }

  void read(Tag tag, Initiator.Type ahead) {
    Set<String> relations = Set.copyOf(List.of(tag.word("rel").split("[ \\t\\n\\f\\r]+", -1)));
    boolean mediaMatches = MediaQuery.matches(tag.word("media"), page.screen());
    if (relations.contains("preload") && mediaMatches) {
      preload(tag, ahead);
    }
    if (relations.contains("stylesheet")) {
      sheet(tag, ahead, relations, mediaMatches);
    }
    if (relations.contains("modulepreload") && mediaMatches) {
      Fetching fetching = module(fetching(tag));
      page.add(
          tag, "href", ResourceType.SCRIPT, place(tag, ahead), new Use.ModulePreload(), fetching);
    }
    if (relations.contains("preconnect")) {
      other(tag, ahead, ResourceType.OTHER, new Use.Preconnect(false));
    } else if (relations.contains("dns-prefetch")) {
      other(tag, page.parser(ahead), ResourceType.OTHER, new Use.Preconnect(true));
    }
    if (relations.contains("prefetch")) {
      other(tag, page.parser(ahead), ResourceType.OTHER, new Use.Prefetch());
    }
    if (relations.contains("manifest")) {
      other(tag, page.parser(ahead), ResourceType.MANIFEST, new Use.Manifest());
    }
    if (relations.contains("icon") && mediaMatches) {
      other(tag, page.parser(ahead), ResourceType.OTHER, new Use.Icon());
    }
  }

  private void sheet(Tag tag, Initiator.Type ahead, Set<String> relations, boolean mediaMatches) {
    String type = tag.word("type");
    boolean css = type.isEmpty() || type.equals("text/css") || type.startsWith("text/css;");
    if (!css || tag.has("disabled")) {
      return;
    }
    boolean alternate = relations.contains("alternate");
    boolean holdsUp = mediaMatches && !alternate;
    boolean scanned =
        holdsUp
            && !relations.contains("preload")
            && !relations.contains("icon")
            && MediaQuery.matches(tag.word("media"), page.scannerScreen());
    Initiator.Type by = scanned ? ahead : page.parser(ahead);
    Blocking blocking =
        !holdsUp ? Blocking.NONE : page.inBody(by) ? Blocking.PARSER : Blocking.RENDER;
    page.add(
        tag,
        "href",
        ResourceType.STYLESHEET,
        new Place(by, tag.line(), page.inBody(by), blocking),
        new Use.Sheet(mediaMatches, alternate),
        fetching(tag));
  }

  private void preload(Tag tag, Initiator.Type ahead) {
    String as = tag.word("as");
    ResourceType type = PRELOADS.get(as);
    if (type == null || !isKnown(as, tag.word("type"))) {
      return;
    }
    Place place = place(tag, ahead);
    Use use = new Use.Preload(as);
    if (as.equals("image") && tag.has("imagesrcset")) {
      Optional<String> chosen =
          images.choose(
              tag, "imagesrcset", "imagesizes", tag.attribute("href"), page.scannerScreen());
      chosen.ifPresent(url -> page.add(url, type, place, use, fetching(tag)));
    } else {
      page.add(tag, "href", type, place, use, fetching(tag));
    }
  }

  /// Whether a browser would use content of that type; none given is any.
  private static boolean isKnown(String as, String type) {
    if (type.isEmpty()) {
      return true;
    }
    return switch (as) {
      case "image" -> ImageTags.isKnownType(type);
      case "style" -> type.equals("text/css");
      case "font" -> FONTS.contains(type);
      default -> true;
    };
  }

  private void other(Tag tag, Initiator.Type by, ResourceType type, Use use) {
    page.add(tag, "href", type, place(tag, by), use, fetching(tag));
  }

  private Place place(Tag tag, Initiator.Type by) {
    return new Place(by, tag.line(), page.inBody(by), Blocking.NONE);
  }

  /// What the attributes that all elements share say.
  static Fetching fetching(Tag tag) {
    return new Fetching(
        CrossOrigin.of(tag.attribute("crossorigin").map(Html::strip)),
        FetchPriority.of(tag.attribute("fetchpriority").map(Html::strip)),
        !tag.word("integrity").isEmpty(),
        Optional.of(tag.word("referrerpolicy")).filter(text -> !text.isEmpty()));
  }

  /// Modules are always asked for in the mode that lets them be read.
  static Fetching module(Fetching fetching) {
    return fetching.crossOrigin() == CrossOrigin.NONE
        ? fetching.with(CrossOrigin.ANONYMOUS)
        : fetching;
  }
}
