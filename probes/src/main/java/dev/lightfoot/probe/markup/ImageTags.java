package dev.lightfoot.probe.markup;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.probe.css.MediaQuery;
import dev.lightfoot.probe.css.Screen;
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
          "jxl",
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

  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
          "track", "wbr");

  private final Page page;
  private boolean inPicture;
  private boolean scannerLost;
  private int depth;
  private Optional<String> scanned = Optional.empty();
  private Optional<String> parsed = Optional.empty();

  ImageTags(Page page) {
    this.page = page;
  }

  static boolean isKnownType(String type) {
    String name = type.split(";", 2)[0].strip();
    return name.startsWith("image/") && TYPES.contains(name.substring("image/".length()));
  }

  void beginPicture() {
    inPicture = true;
    scannerLost = false;
    depth = 0;
    scanned = Optional.empty();
    parsed = Optional.empty();
  }

  private void endPicture() {
    inPicture = false;
    scanned = Optional.empty();
    parsed = Optional.empty();
  }

  /// Any other element within a picture makes the scanner forget it.
  void other(Tag tag) {
    if (inPicture && !VOID.contains(tag.name())) {
      scannerLost = true;
      depth++;
    }
  }

  void endTag(String name) {
    if (name.equals("picture")) {
      endPicture();
    } else if (inPicture && depth > 0) {
      depth--;
    }
  }

  /// The first source of a picture that fits is the one.
  void source(Tag tag) {
    String type = tag.word("type");
    if (!inPicture || tag.word("srcset").isEmpty() || !(type.isEmpty() || isKnownType(type))) {
      return;
    }
    if (scanned.isEmpty() && !scannerLost) {
      scanned = fitting(tag, page.scannerScreen());
    }
    if (parsed.isEmpty() && depth == 0) {
      parsed = fitting(tag, page.screen());
    }
  }

  private Optional<String> fitting(Tag tag, Screen screen) {
    return MediaQuery.matches(tag.word("media"), screen)
        ? choose(tag, "srcset", "sizes", Optional.empty(), screen)
        : Optional.empty();
  }

  /// What the scanner takes and what the parser takes differ seldom; where they do, both are
  /// fetched.
  void image(Tag tag) {
    boolean lazy = tag.word("loading").equals("lazy");
    Optional<String> src = tag.attribute("src");
    Optional<String> ahead =
        (scannerLost ? Optional.<String>empty() : scanned)
            .or(() -> choose(tag, "srcset", "sizes", src, page.scannerScreen()));
    Optional<String> shown =
        (depth == 0 ? parsed : Optional.<String>empty())
            .or(() -> choose(tag, "srcset", "sizes", src, page.screen()));
    Initiator.Type scanner = page.scanner();
    boolean scans = !lazy && scanner != Initiator.Type.PARSER && !ahead.orElse("").startsWith("#");
    if (scans) {
      ahead.ifPresent(url -> add(tag, url, scanner, false));
    }
    if (!scans || !shown.equals(ahead)) {
      shown.ifPresent(url -> add(tag, url, Initiator.Type.PARSER, lazy));
    }
    scanned = Optional.empty();
    parsed = Optional.empty();
  }

  private void add(Tag tag, String url, Initiator.Type by, boolean lazy) {
    Place place = new Place(by, tag.line(), page.inBody(by), Blocking.NONE);
    Use use = new Use.Image(pixels(tag, "width"), pixels(tag, "height"), lazy);
    page.add(url, ResourceType.IMAGE, place, use, LinkTags.fetching(tag));
  }

  /// What is taken of a set of images.
  Optional<String> choose(Tag tag, String set, String sizes, Optional<String> src, Screen screen) {
    double width = width(tag, tag.word(sizes), screen);
    return Srcset.choose(tag.attribute(set).orElse(""), src, width, screen.pixelRatio());
  }

  /// A width that the layout decides is taken from the attribute.
  private static double width(Tag tag, String sizes, Screen screen) {
    OptionalInt given = pixels(tag, "width");
    if (Sizes.isAuto(sizes) && given.isPresent()) {
      return given.getAsInt();
    }
    int comma = sizes.indexOf(',');
    String rest =
        Sizes.isAuto(sizes) ? sizes.substring(comma < 0 ? sizes.length() : comma + 1) : sizes;
    return Sizes.width(rest, screen);
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
