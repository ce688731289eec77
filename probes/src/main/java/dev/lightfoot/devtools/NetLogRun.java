package dev.lightfoot.devtools;

import dev.lightfoot.devtools.netlog.NetLog;
import dev.lightfoot.devtools.netlog.NetRequest;
import dev.lightfoot.devtools.netlog.NetSocket;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.span.Evidence;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Makes a run of a log of the network alone: connections and requests in whole milliseconds; what
/// asked for them, and when the page was drawn, is not in it.
public final class NetLogRun {
  private static final double MILLIS_PER_SECOND = 1_000;

  private final NetLog log;
  private final List<NetRequest> requests;
  private final Circumstances about;

  private NetLogRun(NetLog log, List<NetRequest> requests) {
    this.log = log;
    this.requests = requests;
    double first = requests.getFirst().from().orElse(0);
    double last =
        requests.stream().mapToDouble(each -> each.to().orElse(first)).max().orElse(first);
    EventClock clock =
        new EventClock(
            first / MILLIS_PER_SECOND, (first + log.wallOffsetMillis()) / MILLIS_PER_SECOND);
    this.about =
        new Circumstances(clock, Evidence.IMPORTED, clock.nanos(last / MILLIS_PER_SECOND), log);
  }

  /// The run of the first page in the log; empty where there is none.
  ///
  /// @param load what is known of the page beside
  public static Optional<Run> of(NetLog log, PageLoad load, ZoneId zone) {
    List<NetRequest> requests = new ArrayList<>();
    for (NetRequest request : log.requests()) {
      boolean main = request.kind().equals("main frame");
      if (request.isOverHttp() && (main || (!requests.isEmpty() && request.isOfPage()))) {
        requests.add(request);
      }
    }
    return requests.isEmpty()
        ? Optional.empty()
        : Optional.of(new NetLogRun(log, requests).make(load, zone));
  }

  private Run make(PageLoad load, ZoneId zone) {
    List<Exchange> exchanges = new ArrayList<>();
    Set<Long> used = new HashSet<>();
    int document = 0;
    for (int i = 0; i < requests.size(); i++) {
      NetRequest request = requests.get(i);
      Optional<NetSocket> socket = log.socket(request);
      boolean first = socket.map(NetSocket::id).filter(used::add).isPresent();
      exchanges.add(new NetLogExchange(request, socket, first, about).make(initiator(i)));
      if (request.kind().equals("main frame")) {
        document = i;
      }
    }
    PageLoad page =
        new PageLoad(
            load.engine(),
            load.viewport(),
            OptionalInt.of(document),
            load.marks(),
            load.criticalPath(),
            load.candidates(),
            load.unusedPreloads(),
            load.notes(),
            load.source(),
            load.rendering());
    return new Run(
            RunState.COLD,
            about.clock().startedAt().atZone(zone).toOffsetDateTime(),
            Optional.empty(),
            false,
            exchanges,
            List.of(),
            List.of())
        .as(page);
  }

  private Optional<Initiator> initiator(int index) {
    NetRequest request = requests.get(index);
    if (request.redirectedFrom().isPresent()) {
      for (int i = index - 1; i >= 0; i--) {
        if (requests.get(i).id() == request.id()) {
          return Optional.of(
              new Initiator(Initiator.Type.REDIRECT, OptionalInt.of(i), OptionalInt.empty()));
        }
      }
    }
    return index == 0 ? Optional.of(Initiator.of(Initiator.Type.USER)) : Optional.empty();
  }
}
