package dev.lightfoot.probe.cascade;

import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.css.CssUrl;
import dev.lightfoot.probe.css.CssValues;
import dev.lightfoot.probe.css.FontFace;
import dev.lightfoot.probe.css.Screen;
import dev.lightfoot.probe.css.StyleSheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.select.NodeTraversor;

/// Says which fonts and images of its style sheets a finished document needs, and where what is
/// fetched only near the window stands.
public final class Matching {
  /// What a document needs.
  ///
  /// @param needs images in the order of the document, then fonts, then what stays open
  /// @param placed elements with `loading=lazy`, in the order of the document
  public record Result(List<Need> needs, List<Placed> placed) {
    public Result {
      needs = List.copyOf(needs);
      placed = List.copyOf(placed);
    }
  }

  private record Key(Need.Kind kind, String text, WebUrl base) {}

  private final Map<Key, Need> needs = new LinkedHashMap<>();
  private final Screen screen;

  private Matching(Screen screen) {
    this.screen = screen;
  }

  /// What is needed: images in the order of the document, then fonts, then what stays open.
  ///
  /// @param document after its end
  /// @param url what addresses in the attributes of the document are relative to
  /// @param sheets whose media match, in the order of the cascade: what a sheet imports stands
  ///   before it, inline sheets stand where their elements do
  /// @param screen what images are chosen for
  public static List<Need> of(
      Document document, WebUrl url, List<StyleSheet> sheets, Screen screen) {
    return new Matching(screen).result(document, url, sheets, false).needs();
  }

  /// The same, and where elements with `loading=lazy` stand.
  public static Result placed(
      Document document, WebUrl url, List<StyleSheet> sheets, Screen screen) {
    return new Matching(screen).result(document, url, sheets, true);
  }

  private Result result(Document document, WebUrl url, List<StyleSheet> sheets, boolean placing) {
    List<FontFace> faces = new ArrayList<>();
    sheets.forEach(sheet -> faces.addAll(sheet.faces()));
    FontUse fonts = new FontUse(faces);
    Cascade cascade = new Cascade(document, sheets, placing);
    Rendering rendering =
        new Rendering(
            document, url, screen, cascade, fonts, image -> add(Need.Kind.IMAGE, image, true));
    NodeTraversor.traverse(rendering, document);
    fonts.needs((face, certain) -> add(face, certain));
    cascade.open().forEach(open -> open(open, fonts));
    sheets.forEach(sheet -> sheet.loose().forEach(address -> add(Need.Kind.IMAGE, address, false)));
    RoughLayout layout = new RoughLayout(cascade, screen);
    if (placing) {
      NodeTraversor.traverse(layout, document);
    }
    return new Result(List.copyOf(needs.values()), layout.placed());
  }

  private void open(Cascade.Open open, FontUse fonts) {
    String value = open.declaration().value();
    String property = open.declaration().property();
    if (property.equals("font-family") || property.equals("font")) {
      String list = property.equals("font") ? CssValues.familiesOfFont(value) : value;
      CssValues.families(list).forEach(name -> fonts.faces(name).forEach(face -> add(face, false)));
    }
    if (!property.startsWith("--")) {
      CssValues.images(value, screen.pixelRatio())
          .forEach(
              text ->
                  add(
                      Need.Kind.IMAGE,
                      new CssUrl(text, open.sheet().base(), open.declaration().line()),
                      false));
    }
  }

  private void add(FontFace face, boolean certain) {
    face.source().ifPresent(source -> add(Need.Kind.FONT, source, certain));
  }

  private void add(Need.Kind kind, CssUrl address, boolean certain) {
    if (address.text().isBlank() || address.text().startsWith("#")) {
      return;
    }
    Key key = new Key(kind, address.text(), address.base());
    Need before = needs.get(key);
    if (before == null || (certain && !before.certain())) {
      needs.put(key, new Need(kind, address, certain));
    }
  }
}
