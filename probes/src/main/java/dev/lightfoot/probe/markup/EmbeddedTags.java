package dev.lightfoot.probe.markup;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.probe.markup.Place.Blocking;
import dev.lightfoot.probe.markup.Use.Execution;
import java.util.Set;

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
          Initiator.Type by = page.scanner();
          Place place = new Place(by, tag.line(), page.inBody(by), Blocking.NONE);
          add(tag, "src", ResourceType.IMAGE, place, Use.Image.PLAIN);
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
      case "embed" -> add(tag, "src", ResourceType.OTHER, place(tag), new Use.Plugin());
      case "object" -> add(tag, "data", ResourceType.OTHER, place(tag), new Use.Plugin());
      default -> {}
    }
  }

  private Place place(Tag tag) {
    return new Place(Initiator.Type.PARSER, tag.line(), page.isBodySeen(), Blocking.NONE);
  }

  private void add(Tag tag, String attribute, ResourceType type, Place place, Use use) {
    page.add(tag, attribute, type, place, use, LinkTags.fetching(tag));
  }

  private void poster(Tag tag) {
    boolean lazy = tag.word("loading").equals("lazy");
    Initiator.Type by = lazy ? Initiator.Type.PARSER : page.scanner();
    Place place = new Place(by, tag.line(), page.inBody(by), Blocking.NONE);
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
      page.add(new Found.InlineFrame(tag.line(), html, lazy));
    } else if (!tag.word("src").startsWith("about:")) {
      add(tag, "src", ResourceType.DOCUMENT, place(tag), new Use.Frame(lazy));
    }
  }

  /// An element of SVG.
  void svg(Tag tag) {
    String attribute = tag.has("href") ? "href" : "xlink:href";
    boolean local = tag.word(attribute).startsWith("#");
    switch (tag.name()) {
      case "image", "feimage" -> {
        if (!local) {
          add(tag, attribute, ResourceType.IMAGE, place(tag), Use.Image.PLAIN);
        }
      }
      case "use" -> {
        if (!local) {
          add(tag, attribute, ResourceType.OTHER, place(tag), Use.Image.PLAIN);
        }
      }
      case "script" -> {
        Place place =
            new Place(Initiator.Type.PARSER, tag.line(), page.isBodySeen(), Blocking.PARSER);
        Use use = new Use.Script(false, Execution.BLOCKING);
        add(tag, attribute, ResourceType.SCRIPT, place, use);
      }
      default -> {}
    }
  }
}
