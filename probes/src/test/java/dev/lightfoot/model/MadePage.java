package dev.lightfoot.model;

import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.KernelTcp;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageMarks;
import dev.lightfoot.model.page.Party;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.span.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Pages made by hand for tests, in milliseconds: each request waits for one round trip unless its
/// phases are named.
public final class MadePage {
  private static final long MILLI = 1_000_000;

  private final List<Asked> asked = new ArrayList<>();
  private PageMarks marks = PageMarks.NONE;

  /// A request to be. What is not set is not known.
  public static final class Asked {
    private final ExchangeBuilder builder;
    private long at;
    private ResourceType type = ResourceType.IMAGE;
    private Optional<Priority> priority = Optional.empty();
    private Optional<Boolean> blocking = Optional.empty();
    private Optional<String> delivery = Optional.empty();
    private Party party = Party.FIRST;
    private boolean waited;

    private Asked(String url, long startMillis) {
      builder = new ExchangeBuilder(url, "GET").startNanos(startMillis * MILLI);
      at = startMillis;
    }

    /// The next phase, right after the one before.
    public Asked took(Phase phase, long millis, int trips) {
      waited |= phase == Phase.WAIT;
      builder.phase(
          phase,
          new PhaseTiming.Measured(
              at * MILLI, millis * MILLI, OptionalInt.of(trips), Evidence.MEASURED));
      at += millis;
      return this;
    }

    /// Its only phase: it waits until then.
    public Asked until(long endMillis) {
      return took(Phase.WAIT, endMillis - at, 1);
    }

    public Asked failed(Phase phase, long millis, String errorType) {
      waited = true;
      builder.phase(
          phase,
          new PhaseTiming.Failed(
              at * MILLI, millis * MILLI, OptionalInt.of(1), errorType, "It failed."));
      at += millis;
      return this;
    }

    public Asked of(ResourceType value) {
      type = value;
      return this;
    }

    public Asked urgent(Priority value) {
      priority = Optional.of(value);
      return this;
    }

    public Asked blocking() {
      blocking = Optional.of(true);
      return this;
    }

    public Asked third() {
      party = Party.THIRD;
      return this;
    }

    public Asked delivered(String how) {
      delivery = Optional.of(how);
      return this;
    }

    public Asked by(Initiator.Type how, int exchange) {
      builder.initiator(
          Optional.of(new Initiator(how, OptionalInt.of(exchange), OptionalInt.empty())));
      return this;
    }

    public Asked on(int connection, boolean reused, String protocol) {
      builder
          .protocol(Optional.of(protocol))
          .connection(
              Optional.of(
                  new Connection(
                      connection,
                      reused,
                      Optional.of("192.0.2.1:443"),
                      Optional.empty(),
                      List.of())));
      return this;
    }

    /// On a connection whose far end is that many milliseconds there and back away.
    public Asked on(int connection, boolean reused, String protocol, long rttMillis) {
      builder
          .protocol(Optional.of(protocol))
          .connection(
              Optional.of(
                  new Connection(
                      connection,
                      reused,
                      Optional.of("192.0.2." + rttMillis + ":443"),
                      Optional.of(new KernelTcp(rttMillis * MILLI, 0, rttMillis * MILLI, 10, 0)),
                      List.of())));
      return this;
    }

    /// Answered so, with that body and those header lines: name and value in turn.
    public Asked answered(int status, long bytes, String... lines) {
      List<Header> headers = new ArrayList<>();
      for (int i = 0; i < lines.length; i += 2) {
        headers.add(new Header(lines[i], lines[i + 1]));
      }
      builder
          .status(OptionalInt.of(status))
          .response(
              Optional.of(
                  new ResponseFacts(
                      200, bytes, OptionalLong.of(bytes), headers, Optional.empty())));
      return this;
    }

    /// Whatever else an exchange has.
    public ExchangeBuilder builder() {
      return builder;
    }

    private Exchange build() {
      if (!waited && delivery.isEmpty()) {
        throw new IllegalStateException("a request has an end");
      }
      return builder
          .resource(
              new Resource(
                  Optional.of(type), priority, List.of(), blocking, Optional.of(party), delivery))
          .build();
    }
  }

  /// A request of the document's host, asked for then.
  public Asked ask(String path, long startMillis) {
    return askFor("https://shop.test" + path, startMillis);
  }

  public Asked askFor(String url, long startMillis) {
    Asked next = new Asked(url, startMillis);
    asked.add(next);
    return next;
  }

  /// The document, from the start of the run.
  public Asked document(long endMillis) {
    return ask("/", 0).of(ResourceType.DOCUMENT).until(endMillis);
  }

  public MadePage loaded(long millis) {
    marks = PageMarks.loadedAt(millis * MILLI);
    return this;
  }

  /// The run of a probe: its requests are no page.
  public Run probe(RunState state) {
    Exchange[] made =
        asked.stream().map(each -> each.build().as(Resource.NONE)).toArray(Exchange[]::new);
    return Samples.run(state, Optional.empty(), made);
  }

  /// The run, its first request the document.
  public Run run() {
    Run run =
        Samples.run(
            RunState.COLD,
            Optional.empty(),
            asked.stream().map(Asked::build).toArray(Exchange[]::new));
    return run.as(
        new PageLoad(
            PageEngine.BUILTIN,
            Optional.empty(),
            OptionalInt.of(0),
            marks,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty()));
  }
}
