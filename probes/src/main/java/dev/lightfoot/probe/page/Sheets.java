package dev.lightfoot.probe.page;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.cascade.Matching;
import dev.lightfoot.probe.cascade.Placed;
import dev.lightfoot.probe.css.CssUrl;
import dev.lightfoot.probe.css.StyleSheet;
import dev.lightfoot.probe.css.StyleSheetReader;
import dev.lightfoot.probe.http.Urls;
import dev.lightfoot.probe.markup.Found;
import dev.lightfoot.probe.page.request.Need;
import dev.lightfoot.probe.page.request.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;

/// Reads style sheets when they are there, and asks for what they import.
final class Sheets {
  private final PageLoader loader;
  private final Leftovers leftovers;
  private final Map<Frame, Set<HttpUrl>> imported = new HashMap<>();
  private final Map<WebUrl, Integer> rows = new HashMap<>();

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
            frame.screen());
    if (sheet.cut()) {
      loader.left("Not read to its end, because it holds more than is read of a style sheet", from);
    }
    load.holds(sheet);
    rows.put(Urls.of(from.url()), from.row().index());
    imports(frame, load, sheet, OptionalInt.of(from.row().index()));
  }

  /// A style element is there.
  SheetLoad inline(Frame frame, Found.InlineStyle style) {
    SheetLoad load = new SheetLoad(loader.sheets(frame), 0, frame::parse);
    OptionalInt document =
        frame.row().map(row -> OptionalInt.of(row.index())).orElse(OptionalInt.empty());
    load.holds(style.sheet());
    imports(frame, load, style.sheet(), document);
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
      // as in Chromium, one under media that do not match is as urgent as any other
      Need need =
          new Need(
              url.get(), Purpose.STYLESHEET, Need.Cors.NONE, Priority.HIGHEST, true, true, why);
      Optional<Fetch> fetch = loader.ask(frame, need);
      if (each.mediaMatches()) {
        load.importing(each.layer()).from(fetch);
      }
    }
  }

  /// Asks for the fonts and images that what is shown of a document needs.
  void dress(Frame frame, Document document) {
    List<StyleSheet> sheets =
        frame.sheets().stream().flatMap(each -> each.sheets().stream()).toList();
    WebUrl url = Urls.of(frame.context().document());
    Matching.Result result =
        frame.lazy().isEmpty()
            ? new Matching.Result(Matching.of(document, url, sheets, frame.screen()), List.of())
            : Matching.placed(document, url, sheets, frame.screen());
    for (dev.lightfoot.probe.cascade.Need each : result.needs()) {
      Optional<HttpUrl> place = resolved(each.address());
      if (place.isPresent() && each.certain()) {
        Need need = need(frame, each, place.get());
        leftovers.used(need);
        loader.ask(frame, need);
      } else {
        place.ifPresent(leftovers::candidate);
      }
    }
    lazy(frame, result.placed());
  }

  /// Asks for what is near the window; the rest is asked for by who scrolls there.
  private void lazy(Frame frame, List<Placed> placed) {
    LazyParts.Decision decision = frame.lazy().decide(placed, frame.base(), frame.screen());
    decision.near().forEach(frame::ask);
    decision.far().forEach(wanted -> leftovers.candidate(Urls.of(wanted.url())));
  }

  private Need need(Frame frame, dev.lightfoot.probe.cascade.Need needed, HttpUrl url) {
    boolean font = needed.kind() == dev.lightfoot.probe.cascade.Need.Kind.FONT;
    OptionalInt document =
        frame.row().map(row -> OptionalInt.of(row.index())).orElse(OptionalInt.empty());
    Integer sheet = rows.get(needed.address().base());
    Initiator why =
        new Initiator(
            Initiator.Type.CSS,
            sheet == null ? document : OptionalInt.of(sheet),
            needed.address().line() > 0
                ? OptionalInt.of(needed.address().line())
                : OptionalInt.empty());
    return new Need(
        url,
        font ? Purpose.FONT : Purpose.IMAGE,
        font ? Need.Cors.ANONYMOUS : Need.Cors.NONE,
        font ? Priority.HIGHEST : Priority.LOW,
        false,
        true,
        why);
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
