package dev.lightfoot.probe.cascade;

import dev.lightfoot.probe.cascade.BoxStyle.Lines;
import dev.lightfoot.probe.cascade.Flow.Kind;
import dev.lightfoot.probe.css.Screen;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Says how far down the lazy elements of a document begin at least: what is in the flow above them
/// has heights by its styles and attributes, and text as many lines as narrow letters would fill.
/// What floats, stands side by side or is placed freely takes no room, and images of unknown size
/// have none yet. So an element may well stand lower, and hardly ever higher.
final class RoughLayout implements NodeVisitor {
  /// Parts of the font's size; letters of running text are about half of it wide.
  private static final double LETTER = 0.3;

  private final Declared declared;
  private final BoxDisplay display;
  private final BoxHeight heights;
  private final Screen screen;
  private final Deque<Flow> flows = new ArrayDeque<>();
  private final List<Placed> placed = new ArrayList<>();

  RoughLayout(Cascade cascade, Screen screen) {
    this.declared = new Declared(cascade);
    this.display = new BoxDisplay(declared);
    this.heights = new BoxHeight(declared, screen);
    this.screen = screen;
    flows.push(new Flow(BoxStyle.of(screen)));
  }

  /// Those with `loading=lazy`, in the order of the document.
  List<Placed> placed() {
    return placed;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element && !(node instanceof Document)) {
      flows.push(enter(element, flows.element()));
    } else if (node instanceof TextNode text && flows.element().isLaidOut()) {
      text(flows.element(), text.getWholeText());
    }
  }

  private Flow enter(Element element, Flow around) {
    Kind kind = around.isLaidOut() ? display.kind(element, around.kind()) : around.kind();
    boolean inLine = kind == Kind.INLINE;
    BoxStyle style =
        inLine
            ? around.style().inLine(element, declared, screen)
            : around.style().within(element, declared, screen, beside(element, around));
    double top = display.isPlaced(element) ? 0 : top(element, kind, style, around);
    if (element.attr("loading").strip().equalsIgnoreCase("lazy")) {
      placed.add(new Placed(element, kind != Kind.HIDDEN, top));
    }
    if (element.nameIs("br") && around.isLaidOut()) {
      around.inLine(0, style.fontSize());
      around.endLine();
    }
    return new Flow(kind, around, style, top, display.columns(element));
  }

  private double top(Element element, Kind kind, BoxStyle style, Flow around) {
    if (kind == Kind.INLINE) {
      return around.nextInLine(0, Double.MAX_VALUE);
    }
    double up = heights.drawnUp(element, style, BoxHeight.Edge.TOP);
    if (!display.isInLine(element) || around.kind() == Kind.SIDE) {
      return Math.max(0, around.nextBox() + up);
    }
    boolean onLine = kind == Kind.OPAQUE && display.isOnLine(element);
    double high = onLine ? heights.ofReplaced(element, style) : Double.MAX_VALUE;
    return Math.max(0, around.nextInLine(heights.width(element, style), high) + up);
  }

  private static int beside(Element element, Flow around) {
    Element parent = element.parent();
    int siblings = parent == null ? 1 : parent.childrenSize();
    return Math.min(around.columns(), siblings);
  }

  private void text(Flow flow, String text) {
    double size = flow.style().fontSize();
    Lines lines = flow.style().lines();
    if (lines == Lines.TEXT) {
      long breaks = text.chars().filter(c -> c == '\n').count();
      for (long i = 0; i < breaks; i++) {
        flow.inLine(0, size);
        flow.endLine();
      }
    }
    String words = text.strip();
    if (!words.isEmpty()) {
      flow.words(lines == Lines.BOX ? letters(words) * LETTER * size : 0, size);
    }
  }

  /// Without spaces next to each other.
  private static int letters(String text) {
    int letters = 0;
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      boolean here = Character.isWhitespace(text.charAt(i));
      letters += here && space ? 0 : 1;
      space = here;
    }
    return letters;
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element) || node instanceof Document) {
      return;
    }
    Flow flow = flows.pop();
    Flow around = flows.element();
    boolean counts = around.isLaidOut() && flow.kind() != Kind.HIDDEN;
    if (!counts || flow.kind() == Kind.INLINE || !display.isInFlow(element)) {
      return;
    }
    BoxStyle style = flow.style();
    boolean replaced = flow.kind() == Kind.OPAQUE;
    double high =
        replaced ? heights.ofReplaced(element, style) : heights.of(element, style, flow.content());
    if (display.isInLine(element) && around.kind() != Kind.SIDE) {
      around.inLine(heights.width(element, style), high);
    } else {
      around.box(high);
      around.drawUp(
          -heights.drawnUp(element, style, BoxHeight.Edge.TOP)
              - heights.drawnUp(element, style, BoxHeight.Edge.BOTTOM));
    }
  }
}
