package dev.lightfoot.app.ui.testing;

import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Marks;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.connection.KernelTcp;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageMarks;
import dev.lightfoot.model.page.Party;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.PagePlan;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.TargetUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Loads of pages for tests.
public final class TestPages {
  private static final long TENTH = 100_000;

  private TestPages() {}

  /// The sample that comes with the program: 15 requests over three connections, of which the page
  /// waits for four.
  public static Snapshot picture() {
    return TestSnapshots.read("/assets/samples/page.lightfoot.json");
  }

  /// The same, one load of it, its document joined with what servers recorded.
  public static Snapshot joined() {
    return TestStacks.joined(picture());
  }

  /// One load of a page.
  public static PagePlan plan(Viewport viewport) {
    WebUrl url = TargetUrl.parse("https://www.shop.test/nplus1/?n=50").url();
    return PagePlan.of(ProbeRequest.get(url), viewport, 1, false);
  }

  /// A page of so many requests on forty hosts, each found by one a little before it.
  public static Snapshot large(int requests) {
    List<Exchange> exchanges = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      exchanges.add(numbered(i));
    }
    return of("https://large.test/", List.of(run(exchanges, List.of())));
  }

  private static Exchange numbered(int number) {
    int host = number % 40;
    boolean first = number < 40;
    long start = number * 7L * TENTH;
    long[] tenths = {
      number % 3 == 0 ? 12 : 0,
      first ? 41 : 0,
      first ? 100 : 0,
      first ? 120 : 0,
      1,
      180 + number % 90,
      number % 50
    };
    return new Made(
            "https://h%d.large.test/assets/%d.%s"
                .formatted(host, number, number % 5 == 0 ? "css" : "png"),
            start,
            tenths)
        .on(host + 1, !first)
        .foundBy(number == 0 ? Initiator.Type.USER : Initiator.Type.PARSER, number / 8)
        .bytes(1_000 + number)
        .as(
            number == 0
                ? ResourceType.DOCUMENT
                : number % 5 == 0 ? ResourceType.STYLESHEET : ResourceType.IMAGE,
            Priority.LOW,
            host % 2 == 0 ? Party.FIRST : Party.THIRD)
        .build();
  }

  /// A page with a script that was not found and one whose host refuses connections.
  public static Snapshot broken() {
    List<Exchange> exchanges = new ArrayList<>();
    exchanges.add(
        new Made("https://www.shop.test/", 0, new long[] {0, 107, 403, 443, 1, 600, 10})
            .on(1, false)
            .foundBy(Initiator.Type.USER, 0)
            .bytes(2_412)
            .as(ResourceType.DOCUMENT, Priority.HIGHEST, Party.FIRST)
            .build());
    exchanges.add(
        new Made("https://www.shop.test/gone.js", 1_600 * TENTH, new long[] {0, 0, 0, 0, 1, 420, 2})
            .on(1, true)
            .foundBy(Initiator.Type.PRELOAD_SCANNER, 0)
            .status(404)
            .bytes(91)
            .as(ResourceType.SCRIPT, Priority.HIGH, Party.FIRST)
            .build());
    exchanges.add(refused());
    return of("https://www.shop.test/", List.of(run(exchanges, List.of(0, 1))));
  }

  private static Exchange refused() {
    PhaseTiming.NotApplicable not = new PhaseTiming.NotApplicable(PhaseTiming.Reason.NOT_REACHED);
    return new ExchangeBuilder("https://dead.cdn.test/lib.js", "GET")
        .startNanos(1_610 * TENTH)
        .initiator(
            Optional.of(
                new Initiator(
                    Initiator.Type.PRELOAD_SCANNER, OptionalInt.of(0), OptionalInt.of(7))))
        .resource(
            new Resource(
                Optional.of(ResourceType.SCRIPT),
                Optional.of(Priority.HIGH),
                List.of(),
                Optional.of(true),
                Optional.of(Party.THIRD),
                Optional.empty()))
        .phase(Phase.DNS, measured(1_610 * TENTH, 93 * TENTH, 1))
        .phase(
            Phase.TCP,
            new PhaseTiming.Failed(
                1_703 * TENTH,
                402 * TENTH,
                OptionalInt.of(1),
                "connection-refused",
                "10.0.0.9:443 refused the connection."))
        .phase(Phase.SEND, not)
        .phase(Phase.WAIT, not)
        .phase(Phase.RECEIVE, not)
        .build();
  }

  /// Such a run of a page.
  public static Run run(List<Exchange> exchanges, List<Integer> path) {
    Run sample = TestSnapshots.sample().runs().getFirst();
    long end = exchanges.stream().mapToLong(Exchange::endNanos).max().orElse(0);
    return new Run(
            RunState.COLD,
            sample.startedAt(),
            Optional.empty(),
            false,
            exchanges,
            List.of(),
            List.of())
        .as(
            new PageLoad(
                PageEngine.BUILTIN,
                Optional.of(Viewport.DESKTOP),
                OptionalInt.of(0),
                PageMarks.loadedAt(end),
                path,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
  }

  /// A snapshot of such runs.
  public static Snapshot of(String target, List<Run> runs) {
    Snapshot sample = TestSnapshots.sample();
    return new Snapshot(
        SnapshotId.next(sample.takenAt().toInstant()),
        Optional.empty(),
        target,
        sample.takenAt(),
        sample.environment(),
        runs,
        Map.of());
  }

  private static PhaseTiming measured(long start, long duration, int trips) {
    return new PhaseTiming.Measured(start, duration, OptionalInt.of(trips), Evidence.MEASURED);
  }

  /// An exchange as it is put together.
  private static final class Made {
    private static final List<Phase> PHASES =
        List.of(
            Phase.BLOCKED, Phase.DNS, Phase.TCP, Phase.TLS, Phase.SEND, Phase.WAIT, Phase.RECEIVE);

    private final ExchangeBuilder builder;
    private final String url;
    private final long end;

    /// @param tenths of a millisecond in each phase
    Made(String url, long start, long[] tenths) {
      this.url = url;
      builder = new ExchangeBuilder(url, "GET").startNanos(start).status(OptionalInt.of(200));
      long at = start;
      for (int i = 0; i < tenths.length; i++) {
        Phase phase = PHASES.get(i);
        boolean trip = phase != Phase.BLOCKED && phase != Phase.SEND && phase != Phase.RECEIVE;
        builder.phase(
            phase,
            tenths[i] == 0
                ? new PhaseTiming.NotApplicable(PhaseTiming.Reason.REUSED)
                : measured(at, tenths[i] * TENTH, trip ? 1 : 0));
        at += tenths[i] * TENTH;
      }
      end = at;
      OptionalLong last = OptionalLong.of(end);
      long body = end - tenths[tenths.length - 1] * TENTH;
      builder.marks(
          new Marks(
              OptionalLong.of(body),
              OptionalLong.of(body),
              OptionalLong.of(body),
              OptionalLong.of(body),
              last));
    }

    Made on(int connection, boolean reused) {
      String address = "10.77.1." + connection + ":443";
      builder
          .protocol(Optional.of("h2"))
          .connection(
              Optional.of(
                  new Connection(
                      connection,
                      reused,
                      Optional.of(address),
                      Optional.of(new KernelTcp(40_100_000, 180_000, 40_060_000, 10, 0)),
                      reused
                          ? List.of()
                          : List.of(
                              new ConnectionAttempt(
                                  address, 0, 1, ConnectionAttempt.CONNECTED, Optional.empty())))));
      return this;
    }

    Made foundBy(Initiator.Type type, int exchange) {
      builder.initiator(
          Optional.of(
              type == Initiator.Type.USER
                  ? Initiator.of(type)
                  : new Initiator(type, OptionalInt.of(exchange), OptionalInt.of(7))));
      return this;
    }

    Made status(int status) {
      builder.status(OptionalInt.of(status));
      return this;
    }

    Made bytes(long bytes) {
      builder
          .chunks(List.of(new Chunk(end, bytes)))
          .request(
              new RequestFacts(
                  120, 0, 0, List.of(new Header("accept", "*/*"), new Header("cookie", "id=7"))))
          .response(
              Optional.of(
                  new ResponseFacts(
                      150,
                      bytes,
                      OptionalLong.empty(),
                      List.of(new Header("x-path", url)),
                      Optional.empty())));
      return this;
    }

    Made as(ResourceType type, Priority priority, Party party) {
      builder.resource(
          new Resource(
              Optional.of(type),
              Optional.of(priority),
              List.of(),
              Optional.empty(),
              Optional.of(party),
              Optional.empty()));
      return this;
    }

    Exchange build() {
      return builder.build();
    }
  }
}
