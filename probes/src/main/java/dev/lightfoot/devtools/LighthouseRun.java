package dev.lightfoot.devtools;

import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageMarks;
import dev.lightfoot.model.page.PageSource;
import dev.lightfoot.model.page.Rendering;
import dev.lightfoot.model.page.Rendering.FilmFrame;
import dev.lightfoot.model.page.Rendering.LongTask;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.model.span.Evidence;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Makes a run of a result of Lighthouse. Of each request it says when it was made, when it left
/// and when it ended: what lies between the last two is no phase that could be named, and stays a
/// gap.
public final class LighthouseRun {
  private static final double MICROS_PER_MILLI = 1_000;
  private static final double MILLI = 1_000;
  private static final String PICTURE = "data:image/jpeg;base64,";

  private final Map<String, JsonValue> about;
  private final Map<String, JsonValue> audits;

  private LighthouseRun(Map<String, JsonValue> about, Map<String, JsonValue> audits) {
    this.about = about;
    this.audits = audits;
  }

  /// The run; empty where no request is listed.
  ///
  /// @param about members of the result
  /// @param audits by name
  public static Optional<Run> of(Map<String, JsonValue> about, Map<String, JsonValue> audits) {
    LighthouseRun run = new LighthouseRun(about, audits);
    List<Exchange> exchanges =
        run.items("network-requests").stream()
            .filter(item -> item.text("url").orElse("").matches("(?s)https?://.*"))
            .map(LighthouseRun::exchange)
            .toList();
    return exchanges.isEmpty() ? Optional.empty() : Optional.of(run.make(exchanges));
  }

  private Run make(List<Exchange> exchanges) {
    return new Run(
            RunState.COLD, takenAt(), Optional.empty(), false, exchanges, List.of(), List.of())
        .as(page());
  }

  private OffsetDateTime takenAt() {
    try {
      return Instant.parse(member("fetchTime").text().orElse("")).atOffset(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return Instant.EPOCH.atOffset(ZoneOffset.UTC);
    }
  }

  private static Exchange exchange(JsonValue item) {
    long start = nanos(item.number("rendererStartTime")).orElse(0);
    PhaseLine line = new PhaseLine(start, Evidence.IMPORTED);
    long end = nanos(item.number("networkEndTime")).orElse(start);
    double status = item.number("statusCode").orElse(-1);
    if (status < 0) {
      line.failed(
          Phase.WAIT,
          end,
          new NetError(
              Phase.WAIT,
              ErrorType.CONNECTION_CLOSED.label(),
              "It failed; the file does not say why."));
    } else {
      nanos(item.number("networkRequestTime"))
          .ifPresent(left -> line.measured(Phase.BLOCKED, start, left));
      line.until(end);
    }
    ExchangeBuilder exchange =
        new ExchangeBuilder(UrlParts.of(item.text("url").orElse("")).withoutUserInfo(), "GET")
            .source(Exchange.IMPORTED)
            .status(status > 0 ? OptionalInt.of((int) status) : OptionalInt.empty())
            .protocol(item.text("protocol").filter(name -> !name.isEmpty()))
            .resource(resource(item))
            .response(status > 0 ? Optional.of(response(item)) : Optional.empty());
    line.into(exchange);
    return exchange.build();
  }

  private static Resource resource(JsonValue item) {
    boolean cached = !item.text("cache").orElse("none").equals("none");
    return new Resource(
        HopResource.type(item.text("resourceType").orElse("")),
        item.text("priority").flatMap(HopResource::priority),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        cached ? Optional.of(Resource.Delivery.CACHE) : Optional.empty());
  }

  /// What was transferred holds the header section, which is not told apart.
  private static ResponseFacts response(JsonValue item) {
    long transferred = (long) item.number("transferSize").orElse(0);
    long decoded = (long) item.number("resourceSize").orElse(0);
    return new ResponseFacts(0, transferred, OptionalLong.of(decoded), List.of(), Optional.empty());
  }

  private PageLoad page() {
    JsonValue metrics = items("metrics").stream().findFirst().orElse(JsonValue.NOTHING);
    return new PageLoad(
        PageEngine.IMPORTED,
        viewport(),
        OptionalInt.of(0),
        new PageMarks(
            nanos(metrics.number("observedFirstContentfulPaint")),
            nanos(metrics.number("observedLargestContentfulPaint")),
            nanos(metrics.number("observedDomContentLoaded")),
            nanos(metrics.number("observedLoad"))),
        List.of(),
        List.of(),
        List.of(),
        notes(),
        Optional.of(
            new PageSource(
                "lighthouse",
                member("lighthouseVersion").text().map(version -> "Lighthouse " + version),
                Optional.empty(),
                List.of())),
        rendering());
  }

  private Optional<Viewport> viewport() {
    JsonValue screen = member("configSettings").at("screenEmulation");
    double width = screen.number("width").orElse(0);
    double height = screen.number("height").orElse(0);
    double scale = screen.number("deviceScaleFactor").orElse(1) * MILLI;
    return width >= 1 && height >= 1 && scale >= 1
        ? Optional.of(new Viewport((int) width, (int) height, (int) scale, screen.flag("mobile")))
        : Optional.empty();
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add("The file says of each request when it began, left and ended, not its phases.");
    String throttling = member("configSettings").text("throttlingMethod").orElse("");
    if (throttling.equals("devtools")) {
      notes.add("The network was slowed down by the browser, which leaves handshakes untouched.");
    }
    if (throttling.equals("simulate")) {
      notes.add(
          "Lighthouse computes its own metrics for a slower network; shown are the observed.");
    }
    return notes;
  }

  private Optional<Rendering> rendering() {
    JsonValue shift = audit("cumulative-layout-shift");
    List<LongTask> tasks = new ArrayList<>();
    for (JsonValue item : items("long-tasks")) {
      nanos(item.number("startTime"))
          .ifPresent(at -> tasks.add(new LongTask(at, nanos(item.number("duration")).orElse(0))));
    }
    List<FilmFrame> film = new ArrayList<>();
    for (JsonValue item : items("screenshot-thumbnails")) {
      String picture = item.text("data").orElse("");
      if (picture.startsWith(PICTURE)
          && picture.length() <= FilmFrame.MAX_LENGTH
          && film.size() < FilmFrame.MAX_FRAMES) {
        film.add(
            new FilmFrame(
                nanos(item.number("timing")).orElse(0), picture.substring(PICTURE.length())));
      }
    }
    tasks.sort((a, b) -> Long.compare(a.atNanos(), b.atNanos()));
    Rendering rendering =
        new Rendering(Optional.empty(), shift.number("numericValue"), tasks, film);
    return rendering.equals(Rendering.NONE) ? Optional.empty() : Optional.of(rendering);
  }

  private JsonValue member(String name) {
    return about.getOrDefault(name, JsonValue.NOTHING);
  }

  private JsonValue audit(String name) {
    return audits.getOrDefault(name, JsonValue.NOTHING);
  }

  private List<JsonValue> items(String name) {
    return audit(name).at("details").at("items").elements();
  }

  /// Milliseconds, to the microsecond.
  private static OptionalLong nanos(OptionalDouble millis) {
    return millis.isPresent()
        ? OptionalLong.of(Math.round(millis.getAsDouble() * MICROS_PER_MILLI) * 1_000)
        : OptionalLong.empty();
  }
}
