package dev.lightfoot.codec.har;

import dev.lightfoot.codec.capture.CaptureTime;
import dev.lightfoot.codec.capture.CapturedSnapshots.Load;
import dev.lightfoot.codec.capture.Links;
import dev.lightfoot.codec.capture.Links.Link;
import dev.lightfoot.codec.capture.Links.Step;
import dev.lightfoot.codec.capture.Parties;
import dev.lightfoot.codec.capture.Repairs;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageMarks;
import dev.lightfoot.model.page.PageSource;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.url.WebUrl;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Makes a run of one page and its requests.
final class RunMaker {
  /// A page that began longer before its first request has nothing to do with it.
  private static final Duration MAX_BEFORE = Duration.ofHours(1);

  private static final double MAX_MILLIS = 1e8;

  private final HarLog log;
  private final Dialect dialect;
  private final PageDraft page;
  private final List<Request> requests;
  private final Repairs repairs;
  private final OffsetDateTime start;

  /// @param requests in the order in which they began; at least one unless we wrote the page
  RunMaker(HarLog log, Dialect dialect, PageDraft page, List<Request> requests, Repairs repairs) {
    this.log = log;
    this.dialect = dialect;
    this.page = page;
    this.requests = requests;
    this.repairs = repairs;
    this.start = start();
  }

  /// The page's start, or that of its first request where that was earlier.
  private OffsetDateTime start() {
    if (page.own.present && page.started.isPresent()) {
      return page.started.get().at();
    }
    Instant first = requests.getFirst().start();
    ZoneOffset offset = requests.getFirst().entry().started.orElseThrow().at().getOffset();
    Optional<OffsetDateTime> given = page.started.map(CaptureTime::at);
    boolean near =
        given
            .map(OffsetDateTime::toInstant)
            .filter(at -> !at.isAfter(first))
            .filter(at -> Duration.between(at, first).compareTo(MAX_BEFORE) <= 0)
            .isPresent();
    return near
        ? given.orElseThrow()
        : first.atOffset(given.map(OffsetDateTime::getOffset).orElse(offset));
  }

  Load make() {
    List<ExchangeBuilder> drafts = new ArrayList<>();
    ExchangeMaker maker = new ExchangeMaker(dialect, repairs);
    boolean own = page.own.present;
    for (Request request : requests) {
      long at = nanos(request.start());
      drafts.add(
          request.entry().own.present ? OwnExchange.of(request, at) : maker.make(request, at));
    }
    if (!own) {
      link(drafts);
      if (dialect.portAsConnection()) {
        requests.forEach(_ -> repairs.mend(HarRepair.PORT_AS_CONNECTION));
      }
    }
    List<Exchange> exchanges = drafts.stream().map(ExchangeBuilder::build).toList();
    Map<String, String> unknown = unknown();
    Run run =
        new Run(
            page.own.present ? page.own.state() : page.cached ? RunState.WARM : RunState.COLD,
            start,
            page.own.error(),
            page.own.interrupted(),
            page.own.leftOut(),
            exchanges,
            List.of(),
            List.of(),
            load(exchanges));
    return new Load(own ? run : Parties.told(run), unknown);
  }

  private void link(List<ExchangeBuilder> drafts) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      steps.add(requests.get(i).step(drafts.get(i).build().resource().type()));
    }
    List<Link> links = Links.of(steps);
    for (int i = 0; i < drafts.size(); i++) {
      Link link = links.get(i);
      drafts.get(i).initiator(link.initiator());
      if (link.redirect().isPresent()) {
        WebUrl from = requests.get(link.redirect().getAsInt()).url();
        drafts.get(i).redirectedFrom(Optional.of(from.toString()));
      } else {
        boolean found = link.initiator().filter(it -> it.exchange().isPresent()).isPresent();
        EntryDraft entry = requests.get(i).entry();
        entry.initiator.keep(entry.kept, link.initiator().isPresent(), found);
      }
    }
  }

  private long nanos(Instant at) {
    return Duration.between(start.toInstant(), at).toNanos();
  }

  /// A title that only names the target is what we write where there is none.
  private Map<String, String> unknown() {
    String target =
        log.own
            .word("target")
            .or(() -> requests.stream().findFirst().map(first -> first.url().toString()))
            .orElse("");
    Map<String, String> unknown = new HashMap<>();
    for (int i = 0; i < requests.size(); i++) {
      String place = "/exchanges/" + i + "/har";
      Kept kept = requests.get(i).entry().kept;
      kept.json().ifPresent(raw -> unknown.put(place, raw));
      if (kept.lost()) {
        repairs.doubt(HarRepair.FIELDS_LEFT_OUT);
      }
    }
    if (!page.title.isEmpty() && !page.title.equals(target)) {
      page.kept.text("title", page.title);
    }
    if (page.own.engine().isPresent() || !page.own.present) {
      page.kept.json().ifPresent(raw -> unknown.put("/page/har", raw));
    }
    return unknown;
  }

  private Optional<PageLoad> load(List<Exchange> exchanges) {
    if (page.own.present) {
      return page.own.engine().map(engine -> own(engine, exchanges.size()));
    }
    PageMarks marks = marks();
    PageSource source =
        new PageSource(
            HarReader.FORMAT.name(),
            dialect.writer().known(),
            log.browserName(),
            repairs.counted());
    return Optional.of(
        new PageLoad(
            PageEngine.IMPORTED,
            Optional.empty(),
            document(exchanges),
            marks,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.of(source)));
  }

  private PageLoad own(PageEngine engine, int exchanges) {
    return new PageLoad(
        engine,
        page.own.viewport(),
        page.own.documentExchange(),
        marks(),
        page.own.criticalPath(exchanges),
        page.own.list("candidates"),
        page.own.list("unusedPreloads"),
        page.own.list("notes"),
        page.own.source());
  }

  /// The first answer that leads nowhere else and is a document, as far as types are known.
  private static OptionalInt document(List<Exchange> exchanges) {
    for (int i = 0; i < exchanges.size(); i++) {
      Exchange exchange = exchanges.get(i);
      int status = exchange.status().orElse(0);
      boolean leads = status >= 300 && status <= 399 && status != 304;
      boolean other =
          exchange.resource().type().filter(type -> type != ResourceType.DOCUMENT).isPresent();
      if (status != 0 && !leads && !other) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private PageMarks marks() {
    double content = page.contentLoad;
    if (!(content >= 0) && page.contentLoadElsewhere > 0) {
      content = page.contentLoadElsewhere;
      repairs.mend(HarRepair.MARKS_ELSEWHERE);
    }
    return new PageMarks(
        mark(page.firstPaint), mark(page.largestPaint), mark(content), mark(page.load));
  }

  /// From the start of the run, which may lie before that of the page.
  private OptionalLong mark(double millis) {
    if (!(millis > 0) || millis > MAX_MILLIS) {
      return OptionalLong.empty();
    }
    long before =
        page.started.map(time -> nanos(time.at().toInstant())).filter(at -> at > 0).orElse(0L);
    return OptionalLong.of(before + OwnFields.nanos(millis));
  }
}
