package dev.lightfoot.report.layout.page;

import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.page.Party;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.span.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One request of a page. Rows are numbered from 1 in the order in which they were asked for, which
/// is that of the run's exchanges: the row of exchange `i` is row `i` of the waterfall.
///
/// @param number from 1
/// @param request the exchange itself
/// @param host host, and port where it is not the scheme's own
/// @param target path and query
/// @param label such as `/a.css` of the document's own host, `fonts /inter.woff2` of another
/// @param state what became of it
/// @param trips round trips as the ledger counts them; empty where none could be counted
/// @param bytes what came over the network: head and body of the response
/// @param critical whether the page waited for it
/// @param foundBy index of the row that named it; empty where none is known
/// @param light its light floor; empty where it is not known how far away the server is
public record PageRow(
    int number,
    Exchange request,
    String host,
    String target,
    String label,
    State state,
    OptionalInt trips,
    long bytes,
    boolean critical,
    OptionalInt foundBy,
    Optional<PageLight> light) {

  /// What became of a request.
  public enum State {
    /// A whole response came, of whatever status.
    DONE,
    /// It was answered without the network: from a cache, a service worker, a prefetch.
    CACHED,
    /// The response is not whole.
    CUT,
    /// It was not sent, because it may not be.
    REFUSED,
    /// It failed; its last bar says in which phase.
    FAILED
  }

  /// Index of the exchange in the run, and of the row.
  public int index() {
    return number - 1;
  }

  public long startNanos() {
    return request.startNanos();
  }

  public long endNanos() {
    return request.endNanos();
  }

  public long totalNanos() {
    return request.durationNanos();
  }

  /// Waiting for a connection, a turn or a limit; 0 where it did not.
  public long blockedNanos() {
    return request.phases().durationNanos(Phase.BLOCKED);
  }

  /// Its phases in wire order.
  public List<PageBar> bars() {
    return PageBar.of(request);
  }

  /// Body bytes as they arrived.
  public List<Chunk> chunks() {
    return request.chunks();
  }

  /// Interim responses, such as 103.
  public List<Interim> interim() {
    return request.interim();
  }

  public OptionalInt status() {
    return request.status();
  }

  public Optional<ResourceType> type() {
    return request.resource().type();
  }

  public Optional<Priority> priority() {
    return request.resource().priority();
  }

  public Optional<Party> party() {
    return request.resource().party();
  }

  public Optional<String> protocol() {
    return request.protocol();
  }

  public Optional<Initiator> initiator() {
    return request.initiator();
  }

  /// Number of the connection that carried it, or that could not be made for it.
  public OptionalInt connection() {
    return request
        .connection()
        .map(Connection::id)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /// Whether a server's spans were joined to it, so that its wait can be opened.
  public boolean isJoined() {
    return !request.serverSpans().isEmpty();
  }

  /// The failure, where it failed.
  public Optional<PhaseTiming.Failed> failure() {
    return request.phases().byPhase().values().stream()
        .filter(PhaseTiming.Failed.class::isInstance)
        .map(PhaseTiming.Failed.class::cast)
        .findFirst();
  }

  /// How its times came to be known: the weakest of its phases.
  public Evidence evidence() {
    Evidence weakest = Evidence.MEASURED;
    for (PhaseTiming timing : request.phases().byPhase().values()) {
      if (timing instanceof PhaseTiming.Measured it && it.evidence().compareTo(weakest) > 0) {
        weakest = it.evidence();
      }
    }
    return weakest;
  }

  /// The response, where one came.
  public Optional<ResponseFacts> response() {
    return request.response();
  }
}
