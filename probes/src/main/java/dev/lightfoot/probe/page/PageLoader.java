package dev.lightfoot.probe.page;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.probe.http.HttpEngine;
import dev.lightfoot.probe.http.Urls;
import dev.lightfoot.probe.markup.Found;
import dev.lightfoot.probe.markup.Use;
import dev.lightfoot.probe.page.request.Need;
import dev.lightfoot.probe.page.request.PageRequest;
import dev.lightfoot.probe.page.request.PriorityRules;
import dev.lightfoot.probe.page.request.Purpose;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.ConnectGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;

/// Loads one page, once. All that it decides, it decides on one thread, as a browser's renderer
/// does; what measures runs beside it.
public final class PageLoader implements AutoCloseable {
  private static final String TOO_DEEP =
      "Not asked for, because frames are followed to depth " + PageLimits.MAX_FRAME_DEPTH;

  private final LoadParts parts;
  private final Exchanges exchanges;
  private final Requests requests;
  private final Refusals refusals;
  private final FrameContext top;
  private final Frame main;
  private final Sheets sheets;
  private final Leftovers leftovers;
  private final Ahead ahead;
  private final List<Fetch> scripts = new ArrayList<>();
  private int frames;
  private boolean lastAsked;
  private volatile boolean cancelled;
  private volatile boolean timedOut;

  /// Makes ready.
  ///
  /// @param engine with the connections to use
  /// @param cache what was kept of earlier loads; gets what is to be kept of this one
  /// @param gate fresh
  public PageLoader(
      PageRequest page, HttpEngine engine, HttpCache cache, ConnectGate gate, LoadEvents events) {
    parts = LoadParts.of(page, engine, cache, events);
    exchanges = new Exchanges(parts);
    requests = new Requests(parts, exchanges);
    refusals = new Refusals(parts.notes());
    leftovers = new Leftovers(parts.notes());
    sheets = new Sheets(this, leftovers);
    ahead = new Ahead(exchanges, parts.notes());
    top = new FrameContext(page.url(), gate, false, 0, 0);
    main = new Frame(this, top);
  }

  /// Blocks until everything is there, or never will be.
  public Loaded load() {
    Need document =
        new Need(
            parts.page().url(),
            Purpose.DOCUMENT,
            Need.Cors.NONE,
            new PriorityRules().next(PriorityRules.Traits.of(Purpose.DOCUMENT)),
            false,
            true,
            Initiator.of(Initiator.Type.USER));
    Fetch fetch = requests.ask(document, top, main).orElseThrow();
    main.judgedBy(fetch.gate());
    parts.mail().work(this::isOver);
    scripts.forEach(leftovers::script);
    return new Outcome(parts, requests, main, leftovers)
        .of(fetch, new Outcome.Ending(cancelled, timedOut, exchanges.isSpent()));
  }

  private boolean isOver() {
    if (requests.isOver() && !lastAsked) {
      lastAsked = true;
      main.last().forEach(main::ask);
      usualIcon();
    }
    return requests.isOver();
  }

  /// Where a document names no icon, browsers look at the usual place.
  private void usualIcon() {
    boolean named = main.last().stream().anyMatch(each -> each.use() instanceof Use.Icon);
    if (named || !main.isHtml()) {
      return;
    }
    HttpUrl place =
        main.context().document().newBuilder().encodedPath("/favicon.ico").query(null).build();
    Need icon =
        new Need(
            place,
            Purpose.ICON,
            Need.Cors.NONE,
            new PriorityRules().next(PriorityRules.Traits.of(Purpose.ICON)),
            false,
            false,
            Initiator.of(Initiator.Type.PARSER));
    requests.ask(icon, main.context(), new Fetch.Consumer() {});
  }

  /// The person stops it.
  ///
  /// @param why notes that on each exchange
  public void cancel(Consumer<ExchangeTrace> why) {
    cancelled = true;
    stop(why);
  }

  /// Its time is up: what is not there is given up.
  ///
  /// @param why notes that on each exchange
  /// @param limit the time it had, as people write it
  public void giveUp(Consumer<ExchangeTrace> why, String limit) {
    timedOut = true;
    parts.mail().post(() -> say("After " + limit + " what was not there yet was given up."));
    stop(why);
  }

  private void stop(Consumer<ExchangeTrace> why) {
    parts.engine().stop(why);
    parts.mail().post(requests::stop);
  }

  Requests requests() {
    return requests;
  }

  Viewport viewport() {
    return parts.page().viewport();
  }

  /// A sentence for the notes.
  void say(String sentence) {
    parts.notes().say(sentence);
  }

  /// Something was not looked at, and why: a sentence without its end.
  void left(String why, Fetch what) {
    parts.notes().left(why, what.url().toString());
  }

  /// A document names something that cannot be asked for.
  void refused(Found.Refused refused) {
    leftovers.refused(refused);
  }

  /// Who reads the sheets of that frame.
  SheetLoad.Reader sheets(Frame frame) {
    return (sheet, from) -> sheets.read(frame, sheet, from);
  }

  /// A style element, with what it imports.
  SheetLoad inline(Frame frame, Found.InlineStyle style) {
    return sheets.inline(frame, style);
  }

  /// The sheets of a document are there, and what is shown of it is known so far.
  void dress(Frame frame, Document document) {
    sheets.dress(frame, document);
  }

  /// A script whose text stands in a document.
  void script(Found.InlineScript script) {
    leftovers.script(script);
  }

  /// Asks for what a document names.
  Optional<Fetch> ask(Frame frame, PriorityRules rules, Found.Wanted wanted, Initiator why) {
    Optional<HttpUrl> url =
        refusals.secured(
            frame.context().document(), Urls.of(wanted.url()), Needs.purpose(wanted.use()));
    if (url.isPresent() && wanted.use() instanceof Use.Preconnect preconnect) {
      ahead.open(frame.context(), wanted, url.get(), preconnect.lookupOnly());
      return Optional.empty();
    }
    if (url.isEmpty() || Leftovers.leaves(wanted)) {
      return Optional.empty();
    }
    Need need = Needs.of(wanted, url.get(), rules, why);
    leftovers.asked(wanted, need);
    if (wanted.use() instanceof Use.Frame) {
      return frame(frame, need);
    }
    boolean script = wanted.use() instanceof Use.Script && requests.known(need).isEmpty();
    Optional<Fetch> fetch = requests.ask(need, frame.context(), new Fetch.Consumer() {});
    fetch.filter(_ -> script).ifPresent(scripts::add);
    return fetch;
  }

  /// Asks for what a sheet names.
  Optional<Fetch> ask(Frame frame, Need need) {
    return refusals
        .secured(frame.context().document(), need.url(), need.purpose())
        .flatMap(url -> requests.ask(need.at(url), frame.context(), new Fetch.Consumer() {}));
  }

  private Optional<Fetch> frame(Frame parent, Need need) {
    if (isTooDeep(parent)) {
      parts.notes().left(TOO_DEEP, need.url().toString());
      return Optional.empty();
    }
    boolean otherSite = parent.context().otherSite() || parts.sites().isOther(need.url());
    FrameContext context = parent.context().within(need.url(), otherSite, ++frames);
    if (requests.known(need).isPresent()) {
      return Optional.empty(); // a frame that shows the same again
    }
    Frame child = new Frame(this, context);
    Optional<Fetch> fetch = requests.ask(need, parent.context(), child);
    fetch.ifPresent(made -> child.judgedBy(made.gate()));
    return fetch;
  }

  /// A frame whose document stands in an attribute.
  void read(Frame parent, Found.InlineFrame inline) {
    if (isTooDeep(parent)) {
      parts.notes().left(TOO_DEEP, "srcdoc in line " + inline.line());
      return;
    }
    FrameContext around = parent.context();
    FrameContext context = around.within(around.document(), around.otherSite(), ++frames);
    new Frame(this, context).read(parent, inline);
  }

  private static boolean isTooDeep(Frame parent) {
    return parent.context().depth() == PageLimits.MAX_FRAME_DEPTH;
  }

  @Override
  public void close() {
    exchanges.close();
  }
}
