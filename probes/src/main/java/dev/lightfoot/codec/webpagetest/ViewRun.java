package dev.lightfoot.codec.webpagetest;

import dev.lightfoot.codec.CaptureReading;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Makes a run of one view.
final class ViewRun {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double LAST_SECOND = 253_402_300_799.0;

  private final View view;
  private final CaptureReading into;
  private final Repairs repairs = new Repairs();
  private final Sockets sockets = new Sockets();

  ViewRun(View view, CaptureReading into) {
    this.view = view;
    this.into = into;
  }

  /// A request with the times that make it one.
  private record Timed(Asked asked, WebUrl url, AskedTimes times) {}

  /// Empty where no request can be read.
  Optional<Run> run() {
    if (view.requestsLeft > 0) {
      into.warning(
          view.name
              + ": requests beyond the first "
              + View.MAX_REQUESTS
              + " were left out: "
              + view.requestsLeft
              + ".");
    }
    List<Timed> timed = timed();
    if (timed.isEmpty()) {
      return Optional.empty();
    }
    List<ExchangeBuilder> drafts = new ArrayList<>();
    for (Timed each : timed) {
      drafts.add(new AskedExchange(each.asked, each.url, each.times, sockets, repairs).make());
    }
    link(timed, drafts);
    List<Exchange> exchanges = drafts.stream().map(ExchangeBuilder::build).toList();
    Run run =
        new Run(
                view.repeat ? RunState.WARM : RunState.COLD,
                startedAt(),
                Optional.empty(),
                false,
                exchanges,
                List.of(),
                List.of())
            .as(load(exchanges));
    return Optional.of(Parties.told(run));
  }

  private List<Timed> timed() {
    List<Timed> timed = new ArrayList<>();
    for (int i = 0; i < view.requests.size(); i++) {
      Asked asked = view.requests.get(i);
      Optional<WebUrl> url = WebUrl.read(asked.url());
      Optional<AskedTimes> times = AskedTimes.of(asked);
      String place = view.name + ", request " + (i + 1);
      if (url.isEmpty()) {
        into.skipped(place, "Its URL is not one of http or https.");
      } else if (times.isEmpty()) {
        into.skipped(place, "It does not say when it began, or that is more than 12 hours away.");
      } else {
        timed.add(new Timed(asked, url.get().withoutUserInfo(), times.get()));
      }
    }
    timed.sort(Comparator.comparingLong(each -> each.times.startNanos()));
    return timed;
  }

  private static void link(List<Timed> timed, List<ExchangeBuilder> drafts) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < timed.size(); i++) {
      Asked asked = timed.get(i).asked;
      Exchange exchange = drafts.get(i).build();
      String location =
          exchange.response().flatMap(response -> response.header("location")).orElse("");
      double line = asked.number("initiator_line");
      steps.add(
          new Step(
              timed.get(i).url,
              exchange.status().orElse(0),
              location,
              exchange.resource().type(),
              asked.text("initiator_type"),
              asked.text("initiator"),
              line >= 1 && line < Integer.MAX_VALUE
                  ? OptionalInt.of((int) line)
                  : OptionalInt.empty()));
    }
    List<Link> links = Links.of(steps);
    for (int i = 0; i < links.size(); i++) {
      drafts.get(i).initiator(links.get(i).initiator());
      if (links.get(i).redirect().isPresent()) {
        String from = timed.get(links.get(i).redirect().getAsInt()).url.toString();
        drafts.get(i).redirectedFrom(Optional.of(from));
      }
    }
  }

  private OffsetDateTime startedAt() {
    double seconds = view.number("date");
    boolean known = seconds >= 0 && seconds <= LAST_SECOND;
    try {
      return Instant.ofEpochMilli(known ? (long) (seconds * 1_000) : 0).atOffset(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalStateException(e);
    }
  }

  private PageLoad load(List<Exchange> exchanges) {
    String name = view.text("browser_name");
    String version = view.text("browser_version");
    Optional<String> browser =
        name.isEmpty() ? Optional.empty() : Optional.of((name + " " + version).strip());
    PageSource source =
        new PageSource(
            WebPageTestReader.FORMAT.name(),
            Optional.of("WebPageTest"),
            browser,
            repairs.counted());
    return new PageLoad(
        PageEngine.IMPORTED,
        Optional.empty(),
        document(exchanges),
        marks(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(source));
  }

  private PageMarks marks() {
    OptionalLong firstPaint = mark("firstContentfulPaint");
    return new PageMarks(
        firstPaint.isPresent() ? firstPaint : mark("chromeUserTiming.firstContentfulPaint"),
        mark("chromeUserTiming.LargestContentfulPaint"),
        mark("domContentLoadedEventStart"),
        mark("loadTime").isPresent() ? mark("loadTime") : mark("docTime"));
  }

  private OptionalLong mark(String fact) {
    double millis = view.number(fact);
    return millis > 0 && millis <= AskedTimes.LONGEST_MILLIS
        ? OptionalLong.of(Math.round(millis * NANOS_PER_MILLI))
        : OptionalLong.empty();
  }

  /// The first answer that leads nowhere else and is a document, as far as types are known.
  private static OptionalInt document(List<Exchange> exchanges) {
    for (int i = 0; i < exchanges.size(); i++) {
      Exchange exchange = exchanges.get(i);
      int status = exchange.status().orElse(0);
      boolean leads = status >= 300 && status <= 399 && status != 304;
      Optional<ResourceType> type = exchange.resource().type();
      if (status != 0 && !leads && type.orElse(ResourceType.DOCUMENT) == ResourceType.DOCUMENT) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
