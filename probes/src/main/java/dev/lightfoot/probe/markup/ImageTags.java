package dev.lightfoot.probe.markup;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.probe.css.MediaQuery;
import dev.lightfoot.probe.css.Sizes;
import dev.lightfoot.probe.markup.Place.Blocking;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The image that an `img` shows, with `srcset`, `sizes` and the `picture` around it (HTML Standard
/// section 4.8.4.3).
final class ImageTags {
  private static final Set<String> TYPES =
      Set.of(
          "apng",
          "avif",
          "bmp",
          "gif",
          "jpeg",
          "jpg",
          "pjpeg",
          "png",
          "svg+xml",
          "vnd.microsoft.icon",
          "webp",
          "x-icon",
          "x-png",
          "x-xbitmap");
  private static final int LONGEST_NUMBER = 9;

  private final Page page;
  private boolean inPicture;
  private Optional<String> picked = Optional.empty();

  ImageTags(Page page) {
    this.page = page;
  }

  static boolean isKnownType(String type) {
    String name = type.split(";", 2)[0].strip();
    return name.startsWith("image/") && TYPES.contains(name.substring("image/".length()));
  }

  void beginPicture() {
    inPicture = true;
    picked = Optional.empty();
  }

  void endPicture() {
    inPicture = false;
    picked = Optional.empty();
  }

  /// The first source of a picture that fits is the one.
  void source(Tag tag) {
    if (!inPicture || picked.isPresent() || tag.word("srcset").isEmpty()) {
      return;
    }
    String type = tag.word("type");
    boolean fits =
        MediaQuery.matches(tag.word("media"), page.screen())
            && (type.isEmpty() || isKnownType(type));
    if (fits) {
      picked = choose(tag, "srcset", "sizes", Optional.empty());
    }
  }

  void image(Tag tag) {
    boolean lazy = tag.word("loading").equals("lazy");
    Initiator.Type by = lazy ? Initiator.Type.PARSER : page.scanner();
    Place place = new Place(by, tag.line(), page.inBody(by), Blocking.NONE);
    Use use = new Use.Image(pixels(tag, "width"), pixels(tag, "height"), lazy);
    Optional<String> url =
        picked.isPresent() ? picked : choose(tag, "srcset", "sizes", tag.attribute("src"));
    url.ifPresent(text -> page.add(text, ResourceType.IMAGE, place, use, LinkTags.fetching(tag)));
    picked = Optional.empty();
  }

  /// What is taken of a set of images.
  Optional<String> choose(Tag tag, String set, String sizes, Optional<String> src) {
    double pixelRatio = page.screen().pixelRatio();
    return Srcset.choose(
        tag.attribute(set).orElse(""), src, width(tag, tag.word(sizes)), pixelRatio);
  }

  /// A width that the layout decides is taken from the attribute.
  private double width(Tag tag, String sizes) {
    OptionalInt given = pixels(tag, "width");
    if (Sizes.isAuto(sizes) && given.isPresent()) {
      return given.getAsInt();
    }
    int comma = sizes.indexOf(',');
    String rest =
        Sizes.isAuto(sizes) ? sizes.substring(comma < 0 ? sizes.length() : comma + 1) : sizes;
    return Sizes.width(rest, page.screen());
  }

  /// The whole number at the beginning of an attribute.
  static OptionalInt pixels(Tag tag, String attribute) {
    String text = tag.word(attribute);
    int end = 0;
    while (end < text.length()
        && end < LONGEST_NUMBER
        && text.charAt(end) >= '0'
        && text.charAt(end) <= '9') {
      end++;
    }
    return end == 0
        ? OptionalInt.empty()
        : OptionalInt.of(Integer.parseInt(text.substring(0, end)));
  }
}
