package dev.lightfoot.probe.markup;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.probe.cascade.Need;
import dev.lightfoot.probe.css.CssUrl;
import dev.lightfoot.probe.css.StyleSheet;
import dev.lightfoot.probe.markup.Place.Blocking;
import java.util.ArrayList;
import java.util.List;

/// What style sheets name, as something to ask for.
public final class SheetLinks {
  private SheetLinks() {}

  /// The sheets that a sheet imports, in order. Those whose media do not match are fetched all the
  /// same; those that ask for features that are not there are not.
  ///
  /// @param parent what waits for the importing sheet, and so for these
  public static List<Found> imports(StyleSheet sheet, Blocking parent) {
    List<Found> found = new ArrayList<>();
    for (StyleSheet.Import one : sheet.imports()) {
      if (one.supported()) {
        Use use = new Use.Import(one.mediaMatches());
        add(found, one.address(), ResourceType.STYLESHEET, parent, use, Fetching.PLAIN);
      }
    }
    return found;
  }

  /// A font or image. Fonts are always asked for without credentials for other origins.
  public static List<Found> of(Need need) {
    List<Found> found = new ArrayList<>();
    switch (need.kind()) {
      case FONT -> {
        Fetching fetching = Fetching.ANONYMOUS;
        add(found, need.address(), ResourceType.FONT, Blocking.NONE, new Use.Font(), fetching);
      }
      case IMAGE -> {
        Use use = Use.Image.PLAIN;
        add(found, need.address(), ResourceType.IMAGE, Blocking.NONE, use, Fetching.PLAIN);
      }
    }
    return found;
  }

  private static void add(
      List<Found> found,
      CssUrl address,
      ResourceType type,
      Blocking blocking,
      Use use,
      Fetching fetching) {
    Place place = new Place(Initiator.Type.CSS, address.line(), false, blocking);
    Addresses.find(address.text(), address.base(), type, place, use, fetching)
        .ifPresent(found::add);
  }
}
