package dev.lightfoot.devtools;

import dev.lightfoot.devtools.netlog.NetLog;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.Rendering.LongTask;
import dev.lightfoot.model.span.Evidence;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Takes the events of one load of a page, in the order in which they came, and makes the run of
/// them. For one thread.
public final class DevtoolsRun {
  /// Further requests are counted, not kept.
  public static final int MAX_REQUESTS = 20_000;

  private final HopLog hops = new HopLog();
  private final PageEvents page = new PageEvents();
  private final Initiators initiators = new Initiators();
  private final Evidence evidence;
  private final Consumer<Begun> listener;
  private Optional<String> largestElement = Optional.empty();
  private List<SecondsTask> longTasks = List.of();
  private double lastSeconds;
  private int taken;

  private DevtoolsRun(Evidence evidence, Consumer<Begun> listener) {
    this.evidence = evidence;
    this.listener = listener;
  }

  /// Of a browser that is driven now: its numbers are measured.
  ///
  /// @param listener gets each request when it begins
  public static DevtoolsRun driven(Consumer<Begun> listener) {
    DevtoolsRun run = new DevtoolsRun(Evidence.MEASURED, listener);
    run.page.watchShifts();
    return run;
  }

  /// Of a file: its numbers are imported.
  public static DevtoolsRun imported() {
    return new DevtoolsRun(Evidence.IMPORTED, _ -> {});
  }

  /// A long task by the browser's clock.
  public record SecondsTask(double atSeconds, double durationSeconds) {}

  /// Takes the next event.
  public void accept(DevtoolsEvent event) {
    taken++;
    hops.accept(event).ifPresent(this::begun);
    page.accept(event);
    OptionalDouble at = event.params().number("timestamp");
    if (at.isPresent() && event.method().startsWith("Network.")) {
      lastSeconds = Math.max(lastSeconds, at.getAsDouble());
    }
  }

  private void begun(Hop hop) {
    initiators.add(hop);
    EventClock clock = clock();
    listener.accept(
        new Begun(
            initiators.index(hop),
            UrlParts.of(hop.url()).withoutUserInfo(),
            initiators.of(hop),
            HopResource.of(hop, Way.of(hop), clock),
            clock.nanos(hop.timestamp().orElse(0))));
  }

  /// What the browser was asked for when the page was there.
  ///
  /// @param element how its largest element is called
  public void observed(Optional<String> element, List<SecondsTask> tasks) {
    largestElement = element;
    longTasks = List.copyOf(tasks);
  }

  /// How many requests have begun and not ended.
  public int open() {
    return hops.open();
  }

  /// Whether nothing was asked for so far.
  public boolean isEmpty() {
    return hops.first().isEmpty();
  }

  /// How many events were taken.
  public int taken() {
    return taken;
  }

  /// Whether the document of the page could not be loaded.
  public boolean documentFailed() {
    return hops.document().filter(hop -> hop.failed().isPresent()).isPresent();
  }

  /// Whether the page has had its load event.
  public boolean hasLoaded() {
    return hops.document()
        .filter(hop -> page.lifecycle(hop.loaderId(), "load").isPresent())
        .isPresent();
  }

  /// The browser's number of the element that is the largest so far, in the page itself.
  public OptionalInt largestNode() {
    return hops.document()
        .flatMap(hop -> page.largestPaint(hop.frameId()))
        .map(paint -> paint.at("lcpDetails").number("nodeId"))
        .filter(OptionalDouble::isPresent)
        .map(node -> OptionalInt.of((int) node.getAsDouble()))
        .orElse(OptionalInt.empty());
  }

  /// The run of what was taken so far.
  ///
  /// @param load what is known of the page beside the events
  /// @param netLog what the browser noted of its network meanwhile; may be [NetLog#NONE]
  public Run run(RunState state, PageLoad load, ZoneId zone, NetLog netLog) {
    List<Hop> ordered = hops.settled();
    EventClock clock = clock();
    Circumstances about = new Circumstances(clock, evidence, clock.nanos(lastSeconds), netLog);
    ConnectionIds connections = new ConnectionIds(about);
    List<Exchange> exchanges = new ArrayList<>();
    for (Hop hop : ordered) {
      exchanges.add(new HopExchange(hop, about).make(initiators, connections));
    }
    Optional<Hop> document = hops.document();
    Run run =
        new Run(
            state,
            clock.startedAt().atZone(zone).toOffsetDateTime(),
            document.flatMap(hop -> error(hop, about)),
            false,
            exchanges,
            List.of(),
            List.of());
    return run.as(drawn(load, clock, document));
  }

  /// Instant 0 is when the first request was made.
  private EventClock clock() {
    return hops.first()
        .map(
            hop ->
                new EventClock(hop.timestamp().orElse(0), hop.sent().number("wallTime").orElse(0)))
        .orElse(new EventClock(0, 0));
  }

  private static Optional<RunError> error(Hop document, Circumstances about) {
    return new HopExchange(document, about)
        .failure()
        .map(why -> new RunError(Optional.of(why.phase()), why.errorType(), why.message()));
  }

  private PageLoad drawn(PageLoad load, EventClock clock, Optional<Hop> document) {
    if (document.isEmpty()) {
      return load;
    }
    Hop hop = document.get();
    PageDrawing drawing = new PageDrawing(page, clock, hop.loaderId(), hop.frameId());
    List<LongTask> tasks =
        longTasks.stream()
            .map(
                task ->
                    new LongTask(
                        clock.nanos(task.atSeconds()),
                        Math.round(task.durationSeconds() * 1e6) * 1_000))
            .toList();
    return new PageLoad(
        load.engine(),
        load.viewport(),
        OptionalInt.of(initiators.index(hop)),
        drawing.marks(),
        load.criticalPath(),
        load.candidates(),
        load.unusedPreloads(),
        notes(load),
        load.source(),
        drawing.rendering(largestElement, tasks));
  }

  private List<String> notes(PageLoad load) {
    List<String> notes = new ArrayList<>(load.notes());
    if (page.webSockets() > 0) {
      notes.add("web sockets are not shown: " + page.webSockets());
    }
    if (hops.leftOut() > 0) {
      notes.add(
          "more than " + MAX_REQUESTS + " requests: the last " + hops.leftOut() + " are not shown");
    }
    return notes;
  }
}
