package dev.lightfoot.probe.page;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.PhaseTiming.Reason;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.probe.http.Carriage;
import dev.lightfoot.probe.http.ExchangeRequest;
import dev.lightfoot.probe.http.ExchangeResult;
import dev.lightfoot.probe.http.Redirects;
import dev.lightfoot.probe.page.request.PriorityRules;
import dev.lightfoot.probe.page.request.Purpose;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.wire.ConnectGate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Makes the exchanges of a load, each on a platform thread of its own.
final class Exchanges implements AutoCloseable {
  private final LoadParts parts;
  private final Budget budget = new Budget(PageLimits.MAX_PAGE_BYTES);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("measure-", 0).factory());

  Exchanges(LoadParts parts) {
    this.parts = parts;
  }

  /// The notes of a request that is made now.
  ExchangeTrace trace() {
    return new ExchangeTrace(parts.clock(), (_, _) -> {});
  }

  /// It has to wait, and does so still.
  void waits(Row row) {
    row.trace().enter(Phase.BLOCKED, parts.clock().now());
  }

  /// It had to wait until now.
  void waited(Row row) {
    waits(row);
    row.trace().released();
  }

  /// Whether the load has taken all the bytes that it may.
  boolean isSpent() {
    return budget.isSpent();
  }

  /// Makes the newest hop of a fetch.
  ///
  /// @param then gets what came of it, on the loader's thread, after everything that was heard
  void make(
      Fetch fetch, List<Header> lines, Transfer.Receiver receiver, Consumer<ExchangeResult> then) {
    Row row = fetch.row();
    Purpose purpose = fetch.need().purpose();
    Budget its = purpose == Purpose.MEDIA ? budget.atMost(PageLimits.MAX_MEDIA_BYTES) : budget;
    Transfer transfer = new Transfer(parts.mail(), its, receiver, reading(purpose));
    ExchangeRequest request = plain(row, lines).carried(carriage(fetch, row, transfer));
    start(
        () -> {
          try {
            ExchangeResult result = parts.engine().exchange(request, row.trace(), fetch.gate());
            if (!Redirects.isRedirect(result.status().orElse(0))) {
              result.facts(); // here, not on the loader's thread; but a next hop comes first
            }
            transfer.finish();
            parts.mail().post(() -> then.accept(result));
          } finally {
            transfer.finish();
          }
        });
  }

  /// A fault ends the load, on the loader's thread: it would wait for ever for what has died.
  private void start(Runnable work) {
    threads.execute(
        () -> {
          try {
            work.run();
          } catch (RuntimeException fault) {
            parts
                .mail()
                .post(
                    () -> {
                      throw fault;
                    });
          } catch (Error fault) {
            parts
                .mail()
                .post(
                    () -> {
                      throw fault;
                    });
          }
        });
  }

  /// Opens a connection, or looks a host up, for requests to come.
  ///
  /// @param request what such a request would be
  void ahead(ExchangeRequest request, ConnectGate gate, boolean lookupOnly) {
    ExchangeTrace trace = trace();
    start(
        () -> {
          if (lookupOnly) {
            parts.engine().lookUpAhead(request.url(), trace);
          } else {
            parts.engine().openAhead(request, trace, gate);
          }
        });
  }

  private static Transfer.Reading reading(Purpose purpose) {
    return switch (purpose) {
      case DOCUMENT -> Transfer.Reading.TEXT_AND_HINTS;
      case FRAME, STYLESHEET, SCRIPT -> Transfer.Reading.TEXT;
      default -> Transfer.Reading.NOTHING;
    };
  }

  /// A request as a probe would make it.
  ExchangeRequest plain(Row row, List<Header> lines) {
    return new ExchangeRequest(
        row.url(),
        "GET",
        lines,
        Optional.empty(),
        row.redirectedFrom().map(Object::toString),
        Optional.of(row.initiator()));
  }

  private Carriage carriage(Fetch fetch, Row row, Transfer transfer) {
    Purpose purpose = fetch.need().purpose();
    Priority priority = row.priority();
    String field = PriorityRules.field(priority, purpose);
    boolean otherSite =
        fetch.frame().otherSite() || (purpose == Purpose.FRAME && parts.sites().isOther(row.url()));
    return new Carriage(
        priority.urgency(),
        field.isEmpty() ? Optional.empty() : Optional.of(field),
        new Carriage.Partition(
            fetch.need().hasCredentials(row.url(), fetch.frame().document()), otherSite),
        true,
        transfer);
  }

  /// The exchange of a response that was in the cache: nothing of it took time.
  Exchange cached(Row row, CachedResponse kept) {
    Exchange before = kept.exchange();
    ExchangeBuilder exchange = new ExchangeBuilder(row.url().toString(), "GET");
    for (Phase phase : Phase.values()) {
      if (before.phases().timing(phase).isPresent()) {
        exchange.phase(phase, new PhaseTiming.NotApplicable(Reason.CACHED));
      }
    }
    return exchange
        .status(before.status())
        .protocol(before.protocol())
        .initiator(Optional.of(row.initiator()))
        .redirectedFrom(row.redirectedFrom().map(Object::toString))
        .startNanos(row.trace().startNanos())
        .response(before.response().map(facts -> stored(facts, kept.fields())))
        .build();
  }

  private static ResponseFacts stored(ResponseFacts facts, List<Header> fields) {
    return new ResponseFacts(0, facts.bodyBytes(), facts.decodedBytes(), fields, facts.cut());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
