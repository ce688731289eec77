package dev.lightfoot.probe.page;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.css.CssUrl;
import dev.lightfoot.probe.css.StyleSheet;
import dev.lightfoot.probe.css.StyleSheetReader;
import dev.lightfoot.probe.http.Urls;
import dev.lightfoot.probe.markup.Found;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import okhttp3.HttpUrl;

/// Reads style sheets when they are there, and asks for what they import.
final class Sheets {
  private final PageLoader loader;
  private final Leftovers leftovers;
  private final Map<Frame, Set<HttpUrl>> imported = new HashMap<>();

  Sheets(PageLoader loader, Leftovers leftovers) {
    this.loader = loader;
    this.leftovers = leftovers;
  }

  /// A sheet has come.
  void read(Frame frame, SheetLoad load, Fetch from) {
    StyleSheet sheet =
        StyleSheetReader.read(
            from.text().snapshot().toByteArray(),
            Optional.empty(),
            StandardCharsets.UTF_8,
            Urls.of(from.url()),
            loader.screen());
    imports(frame, load, sheet, OptionalInt.of(from.row().index()));
    leftovers.styles(sheet);
  }

  /// A style element is there.
  SheetLoad inline(Frame frame, Found.InlineStyle style) {
    SheetLoad load = new SheetLoad(loader.sheets(frame), 0, frame::parse);
    OptionalInt document =
        frame.row().map(row -> OptionalInt.of(row.index())).orElse(OptionalInt.empty());
    imports(frame, load, style.sheet(), document);
    leftovers.styles(style.sheet());
    load.from(Optional.empty());
    return load;
  }

  private void imports(Frame frame, SheetLoad load, StyleSheet sheet, OptionalInt exchange) {
    for (StyleSheet.Import each : sheet.imports()) {
      Optional<HttpUrl> url = resolved(each.address());
      boolean fresh =
          url.isPresent() && imported.computeIfAbsent(frame, _ -> new HashSet<>()).add(url.get());
      if (!fresh || !each.supported()) {
        continue; // a sheet that is imported again, or by itself, is waited for already
      }
      if (load.depth() >= StyleSheetReader.MAX_IMPORT_DEPTH) {
        loader.say(
            "Style sheets that import each other were followed to depth "
                + StyleSheetReader.MAX_IMPORT_DEPTH
                + ".");
        return;
      }
      Initiator why =
          new Initiator(Initiator.Type.CSS, exchange, OptionalInt.of(each.address().line()));
      boolean matches = each.mediaMatches();
      Need need =
          new Need(
              url.get(),
              Purpose.STYLESHEET,
              Need.Cors.NONE,
              matches ? Priority.HIGHEST : Priority.LOWEST,
              matches,
              true,
              why);
      Optional<Fetch> fetch = loader.ask(frame, need);
      if (matches) {
        load.importing().from(fetch);
      }
    }
  }

  /// Where a sheet's address leads.
  static Optional<HttpUrl> resolved(CssUrl address) {
    try {
      WebUrl url = address.base().resolve(address.text(), Urls::toAscii).withoutUserInfo();
      return Optional.of(Urls.of(url));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
