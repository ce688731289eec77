package dev.lightfoot.probe.markup;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.probe.markup.Place.Blocking;
import dev.lightfoot.probe.markup.Use.Execution;
import java.util.Set;
import java.util.regex.Pattern;

/// What other elements show: frames, films, plug-ins, pictures of forms and of SVG.
final class EmbeddedTags {
  private static final Set<String> MEDIA =
      Set.of(
          "audio/aac",
          "audio/flac",
          "audio/mp3",
          "audio/mp4",
          "audio/mpeg",
          "audio/ogg",
          "audio/wav",
          "audio/wave",
          "audio/webm",
          "audio/x-m4a",
          "audio/x-wav",
          "application/ogg",
          "video/mp4",
          "video/ogg",
          "video/webm",
          "video/x-m4v");

  private static final Pattern PICTURE =
      Pattern.compile("\\.(?:png|jpe?g|gif|webp|avif|bmp|ico)(?:[?#]|$)");

  private final Page page;
  private boolean mediaOpen;
  private boolean mediaFound;
  private String preload = "";

  EmbeddedTags(Page page) {
    this.page = page;
  }

  void read(Tag tag) {
    switch (tag.name()) {
      case "input" -> {
        if (tag.word("type").equals("image")) {
          add(tag, "src", ResourceType.IMAGE, scanned(tag), Use.Image.PLAIN);
        }
      }
      case "video" -> {
        poster(tag);
        media(tag);
      }
      case "audio" -> media(tag);
      case "track" -> {
        if (tag.has("default")) {
          add(tag, "src", ResourceType.MEDIA, place(tag), new Use.Track());
        }
      }
      case "iframe", "frame" -> frame(tag);
      case "embed" -> plugin(tag, "src");
      case "object" -> plugin(tag, "data");
      default -> {}
    }
  }

  private Place place(Tag tag) {
    return new Place(Initiator.Type.PARSER, tag.line(), page.isBodySeen(), Blocking.NONE);
  }

  private Place scanned(Tag tag) {
    Initiator.Type by = page.scanner();
    return new Place(by, tag.line(), page.inBody(by), Blocking.NONE);
  }

  private void add(Tag tag, String attribute, ResourceType type, Place place, Use use) {
    page.add(tag, attribute, type, place, use, LinkTags.fetching(tag));
  }

  /// A picture by its type or its ending is shown as one, all else as a document.
  private void plugin(Tag tag, String attribute) {
    String type = tag.word("type");
    boolean image =
        type.isEmpty()
            ? PICTURE.matcher(tag.word(attribute)).find()
            : type.startsWith("image/") && !type.startsWith("image/svg");
    ResourceType as = image ? ResourceType.IMAGE : ResourceType.DOCUMENT;
    add(tag, attribute, as, place(tag), new Use.Plugin());
  }

  private void poster(Tag tag) {
    boolean lazy = tag.word("loading").equals("lazy");
    Place place = lazy ? place(tag) : scanned(tag);
    add(tag, "poster", ResourceType.IMAGE, place, new Use.Poster(lazy));
  }

  private void media(Tag tag) {
    mediaOpen = true;
    preload = tag.has("autoplay") ? "auto" : tag.has("preload") ? tag.word("preload") : "metadata";
    mediaFound = tag.has("src");
    add(tag, "src", ResourceType.MEDIA, place(tag), new Use.Media(preload));
  }

  /// The first source that can be played is the one.
  void source(Tag tag) {
    String type = tag.word("type").split(";", 2)[0].strip();
    boolean plays = type.isEmpty() || MEDIA.contains(type);
    if (mediaOpen && !mediaFound && plays && !tag.word("src").isEmpty()) {
      mediaFound = true;
      add(tag, "src", ResourceType.MEDIA, place(tag), new Use.Media(preload));
    }
  }

  void endMedia() {
    mediaOpen = false;
  }

  private void frame(Tag tag) {
    boolean lazy = tag.word("loading").equals("lazy");
    if (tag.is("iframe") && tag.has("srcdoc")) {
      String html = tag.attribute("srcdoc").orElse("");
      page.add(new Found.InlineFrame(tag.line(), html));
    } else if (!tag.word("src").startsWith("about:")) {
      add(tag, "src", ResourceType.DOCUMENT, place(tag), new Use.Frame(lazy));
    }
  }

  /// An element of SVG, of which the scanner knows images and scripts.
  void svg(Tag tag) {
    String attribute = tag.has("href") ? "href" : "xlink:href";
    if (tag.word(attribute).startsWith("#")) {
      return;
    }
    switch (tag.name()) {
      case "image" -> add(tag, attribute, ResourceType.IMAGE, scanned(tag), Use.Image.PLAIN);
      case "feimage" -> add(tag, attribute, ResourceType.IMAGE, place(tag), Use.Image.PLAIN);
      case "use" -> add(tag, attribute, ResourceType.OTHER, place(tag), Use.Image.PLAIN);
      case "script" -> {
        Place seen = scanned(tag);
        Blocking blocking = seen.inBody() ? Blocking.PARSER : Blocking.RENDER;
        Place place = new Place(seen.by(), seen.line(), seen.inBody(), blocking);
        Use use = new Use.Script(false, Execution.BLOCKING);
        add(tag, attribute, ResourceType.SCRIPT, place, use);
      }
      default -> {}
    }
  }
}
