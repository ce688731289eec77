package dev.lightfoot.probe.page;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.css.Screen;
import dev.lightfoot.probe.http.Urls;
import dev.lightfoot.probe.markup.DocumentReader;
import dev.lightfoot.probe.markup.Found;
import dev.lightfoot.probe.markup.LinkField;
import dev.lightfoot.probe.markup.Place;
import dev.lightfoot.probe.markup.Use;
import dev.lightfoot.probe.wire.ConnectGate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A document of a load: the page itself or a frame in it. Its scanner asks for what it names as
/// soon as the bytes are there; its parser stops at scripts that have yet to come, and at style
/// sheets before them.
final class Frame implements Fetch.Consumer {
  private static final String INLINE_CHARSET = StandardCharsets.UTF_8.name();

  private final PageLoader loader;
  private FrameContext context;
  private final FrameQuestions questions = new FrameQuestions(this::parse);
  private final List<Found> found = new ArrayList<>();
  private final List<SheetLoad> sheets = new ArrayList<>();
  private final List<Found.Wanted> last = new ArrayList<>();
  private final LazyParts lazy = new LazyParts();
  private final Set<Fetch> beforeContentLoaded = new LinkedHashSet<>();
  private Optional<DocumentReader> reader = Optional.empty();
  private Optional<Row> row = Optional.empty();
  private int parsed;
  private boolean parsing;
  private boolean again;
  private boolean deferredScripts;
  private boolean inBody;
  private boolean ended;
  private int dressed;
  private Screen screen;

  Frame(PageLoader loader, FrameContext context) {
    this.loader = loader;
    this.context = context;
    this.screen = Screen.of(loader.viewport());
  }

  /// What its lengths and media are measured with.
  Screen screen() {
    return screen;
  }

  /// What it names is judged by where it came from.
  void judgedBy(ConnectGate gate) {
    context = context.judgedBy(gate);
  }

  FrameContext context() {
    return context;
  }

  /// What its addresses are relative to.
  WebUrl base() {
    return reader.map(DocumentReader::base).orElseGet(() -> Urls.of(context.document()));
  }

  /// Whether there is a document that can name things.
  boolean isHtml() {
    return reader.isPresent();
  }

  /// The exchange that brought its document; empty before its head is there.
  Optional<Row> row() {
    return row;
  }

  /// What its content-loaded event waits for, beside its own last byte.
  Set<Fetch> beforeContentLoaded() {
    return beforeContentLoaded;
  }

  /// What it named that is asked for when everything else is there.
  List<Found.Wanted> last() {
    return last;
  }

  /// What it named that is asked for only near the window.
  LazyParts lazy() {
    return lazy;
  }

  @Override
  public void hinted(Row hop, List<Header> fields) {
    links(hop, fields, Initiator.Type.EARLY_HINTS);
  }

  @Override
  public void head(Row hop, int status, List<Header> fields) {
    row = Optional.of(hop);
    context = context.at(hop.url());
    Optional<String> type = field(fields, "content-type");
    String media = type.map(MediaTypes::essence).orElse(MediaTypes.HTML);
    if (MediaTypes.isDocument(media)) {
      reader =
          Optional.of(
              new DocumentReader(
                  Urls.of(hop.url()), loader.viewport(), type.flatMap(MediaTypes::charset)));
      links(hop, fields, Initiator.Type.LINK_HEADER);
    } else if (context.depth() == 0) {
      loader.say("The document is " + media + ", not HTML: nothing was looked for in it.");
    }
  }

  /// Its document stands in an attribute of another document, whose exchange brought it and whose
  /// URLs it shares.
  void read(Frame parent, Found.InlineFrame inline) {
    row = parent.row;
    questions.standIn(parent.questions, inline.line());
    reader =
        parent.reader.map(
            around ->
                new DocumentReader(around.base(), loader.viewport(), Optional.of(INLINE_CHARSET)));
    text(inline.html().getBytes(StandardCharsets.UTF_8));
    textEnded();
  }

  private static Optional<String> field(List<Header> fields, String name) {
    return fields.stream().filter(each -> each.named(name)).map(Header::value).findFirst();
  }

  private void links(Row hop, List<Header> fields, Initiator.Type by) {
    List<String> values =
        fields.stream().filter(each -> each.named("link")).map(Header::value).toList();
    row = Optional.of(hop);
    take(LinkField.read(values, Urls.of(hop.url()), loader.viewport(), by));
  }

  @Override
  public void text(byte[] piece) {
    reader.ifPresent(reading -> take(reading.feed(piece)));
  }

  @Override
  public void textEnded() {
    reader.ifPresent(reading -> take(reading.end()));
  }

  private void take(List<Found> more) {
    found.addAll(more);
    for (Found each : more) {
      if (each instanceof Found.Wanted wanted && wanted.place().by() != Initiator.Type.PARSER) {
        ask(wanted);
      } else if (each instanceof Found.Refused refused) {
        loader.refused(refused);
      } else if (each instanceof Found.InlineScript script) {
        loader.script(script);
      }
    }
    parse();
  }

  /// Goes on as far as nothing holds it up.
  void parse() {
    again = true;
    if (parsing) {
      return; // what is passed now has led here
    }
    parsing = true;
    while (again) {
      again = false;
      while (parsed < found.size() && pass(found.get(parsed))) {
        parsed++;
      }
    }
    parsing = false;
    dress();
  }

  /// Fonts and images of the sheets are asked for when something is drawn: first when the sheets
  /// are there and the body begins, then once more when all of it is there.
  private void dress() {
    int due = ended ? 2 : 1;
    if (inBody && dressed < due && noSheetIsMissing() && reader.isPresent()) {
      dressed = due;
      loader.dress(this, reader.get().document());
    }
  }

  /// Whether the parser can go past that.
  private boolean pass(Found next) {
    return switch (next) {
      case Found.Wanted wanted -> pass(wanted);
      case Found.InlineScript script ->
          script.execution().when() != Use.Script.Execution.BLOCKING || noSheetIsMissing();
      case Found.InlineStyle style -> {
        if (style.mediaMatches()) {
          sheets.add(loader.inline(this, style));
        }
        yield true;
      }
      case Found.Event event -> {
        if (event.kind() == Found.Kind.BODY) {
          inBody = true;
          loader.requests().loosen(context);
        } else if (event.kind() == Found.Kind.END) {
          ended = true;
        } else if (event.kind() == Found.Kind.LIMIT) {
          loader.say("The document names more than is looked at; the rest was not asked for.");
        }
        yield true;
      }
      case Found.ScreenChanged changed -> {
        screen = changed.screen();
        yield true;
      }
      case Found.InlineFrame inline -> {
        loader.read(this, inline);
        yield true;
      }
      case Found.Refused _, Found.BaseChanged _, Found.ReferrerPolicy _ -> true;
    };
  }

  private boolean pass(Found.Wanted wanted) {
    if (lazy.takes(wanted)) {
      return true;
    }
    switch (wanted.use()) {
      case Use.Script script when script.when() == Use.Script.Execution.BLOCKING -> {
        Optional<Fetch> fetch = ask(wanted);
        fetch.ifPresent(beforeContentLoaded::add);
        return (fetch.isEmpty() || fetch.get().isLanded()) && noSheetIsMissing();
      }
      case Use.Script script when script.when() == Use.Script.Execution.DEFERRED -> {
        deferredScripts = true;
        ask(wanted).ifPresent(beforeContentLoaded::add);
      }
      case Use.Sheet sheet when sheet.mediaMatches() && !sheet.alternate() -> sheet(wanted);
      case Use.Icon _, Use.Manifest _ -> last.add(wanted);
      default -> ask(wanted);
    }
    return true;
  }

  private void sheet(Found.Wanted wanted) {
    SheetLoad load = new SheetLoad(loader.sheets(this), 0, this::parse);
    sheets.add(load);
    Optional<Fetch> fetch = ask(wanted);
    if (wanted.place().blocking() == Place.Blocking.RENDER) {
      fetch.ifPresent(each -> loader.requests().raise(each, Priority.HIGHEST));
    }
    load.from(fetch);
  }

  private boolean noSheetIsMissing() {
    return sheets.stream().allMatch(SheetLoad::isSettled);
  }

  /// Whether its content-loaded event waits for its style sheets: scripts do.
  boolean waitsForSheets() {
    return deferredScripts;
  }

  List<SheetLoad> sheets() {
    return sheets;
  }

  /// Asks for something that the document names, once.
  Optional<Fetch> ask(Found.Wanted wanted) {
    return questions.ask(
        wanted, row, (rules, initiator) -> loader.ask(this, rules, wanted, initiator));
  }
}
