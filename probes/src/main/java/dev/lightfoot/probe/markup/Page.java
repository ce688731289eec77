package dev.lightfoot.probe.markup;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.css.Screen;
import dev.lightfoot.probe.markup.Found.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known of a document so far, and what was found since it was last asked.
final class Page {
  /// As many things are listed of one document; the rest is named by a limit.
  static final int MAX_FOUND = 10_000;

  private final Viewport viewport;
  private final Set<WebUrl> imagesNamed = new HashSet<>();
  private List<Found> found = new ArrayList<>();
  private int count;
  private WebUrl base;
  private Screen screen;
  private Screen scannerScreen;
  private boolean baseGiven;
  private boolean scanning = true;
  private boolean bodyTagSeen;
  private boolean bodySeen;

  Page(WebUrl url, Viewport viewport) {
    this.base = url;
    this.viewport = viewport;
    this.screen = Screen.of(viewport);
    this.scannerScreen = Screen.wide(viewport, viewport.width());
  }

  WebUrl base() {
    return base;
  }

  /// What the layout has.
  Screen screen() {
    return screen;
  }

  /// What the scanner takes it to be: on a phone the window itself, as long as the page says
  /// nothing.
  Screen scannerScreen() {
    return scanning ? scannerScreen : screen;
  }

  /// Who finds what the scanner knows: the parser, once the scanner has stopped.
  Initiator.Type scanner() {
    return scanning ? Initiator.Type.PRELOAD_SCANNER : Initiator.Type.PARSER;
  }

  /// Who finds what the scanner does not know; a field of the header is its own finder.
  Initiator.Type parser(Initiator.Type ahead) {
    return ahead == Initiator.Type.PRELOAD_SCANNER ? Initiator.Type.PARSER : ahead;
  }

  /// Whether the body has begun for them: the scanner sees its tag, or a first image, the parser
  /// also where the tag is left out.
  boolean inBody(Initiator.Type by) {
    return by == Initiator.Type.PARSER ? bodySeen : bodyTagSeen;
  }

  boolean isBodySeen() {
    return bodySeen;
  }

  void body(int line) {
    if (!bodySeen) {
      bodySeen = true;
      found.add(new Found.Event(line, Kind.BODY));
    }
  }

  void bodyTag() {
    bodyTagSeen = true;
  }

  void stopScanner(int line) {
    if (scanning) {
      scanning = false;
      event(Kind.SCANNER_STOPPED, line);
    }
  }

  /// The first one with an address counts; one that cannot be asked for leaves things as they are.
  void base(String href, int line) {
    Optional<WebUrl> given = baseGiven ? Optional.empty() : Addresses.resolve(href, base);
    baseGiven = true;
    if (given.isPresent()) {
      base = given.get();
      add(new Found.BaseChanged(line, base));
    }
  }

  void viewport(String content, int line) {
    if (viewport.mobile()) {
      screen = ViewportMeta.screen(content, viewport, screen);
      scannerScreen = screen;
      add(new Found.ScreenChanged(line, screen));
    }
  }

  void event(Kind kind, int line) {
    add(new Found.Event(line, kind));
  }

  /// What an attribute names; nothing where it is not there or blank.
  void add(Tag tag, String attribute, ResourceType type, Place place, Use use, Fetching fetching) {
    Optional<String> text = tag.attribute(attribute);
    if (text.isPresent()) {
      String name = text.get();
      boolean whole = !tag.cut().contains(attribute);
      add(whole ? name : name + "…", type, place, use, fetching);
    }
  }

  void add(String name, ResourceType type, Place place, Use use, Fetching fetching) {
    Addresses.find(name, base, type, place, use, fetching).filter(this::isNew).ifPresent(this::add);
  }

  /// An image that is shown again is not asked for again.
  private boolean isNew(Found address) {
    return !(address instanceof Found.Wanted wanted)
        || !(wanted.use() instanceof Use.Image image)
        || image.lazy()
        || imagesNamed.add(wanted.url());
  }

  void add(Found one) {
    if (count < MAX_FOUND) {
      found.add(one);
    } else if (count == MAX_FOUND) {
      found.add(new Found.Event(one.line(), Kind.LIMIT));
    }
    count++;
  }

  /// Whether no more is listed.
  boolean isFull() {
    return count > MAX_FOUND;
  }

  void end(int line) {
    body(line);
    found.add(new Found.Event(line, Kind.END));
  }

  List<Found> drain() {
    List<Found> all = found;
    found = new ArrayList<>();
    return List.copyOf(all);
  }
}
