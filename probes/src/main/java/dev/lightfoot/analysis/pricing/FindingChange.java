package dev.lightfoot.analysis.pricing;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.page.PageHosts;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Layer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The change that a finding is about, in the words of what-if.
public final class FindingChange {
  private FindingChange() {}

  /// As they are asked for, each `word` or `word=value`; empty where what-if has no model of what
  /// would be done instead: of requests that are not made, for one, of a cache that has what it had
  /// not, or of a query that is made again though its answer is known: one call for all would merge
  /// those with another answer, too.
  ///
  /// @param snapshot that was judged
  public static List<String> of(Finding finding, Snapshot snapshot) {
    return switch (finding.rule()) {
      case REPEATED_QUERY,
          REPEATED_PATTERN,
          COUNT_PER_ROW,
          REPEATED_CACHE_GET,
          FRAGMENTS_ONE_BY_ONE,
          REPEATED_CALL ->
          List.of("batch=" + finding.fingerprint());
      case COUNT_THEN_FETCH,
          PER_REQUEST_LOOKUP,
          TRANSACTION_TRIPS,
          QUERY_BEFORE_CACHE_HIT,
          CACHE_HIT_AND_QUERY,
          SAME_KEY_EVERY_REQUEST ->
          List.of("drop=" + finding.fingerprint());
      case SEQUENTIAL_CALLS -> List.of("parallel=" + finding.fingerprint());
      case FAR_CACHE -> List.of("move=cache:same-zone");
      case FAR_DATABASE -> List.of("move=database:same-zone");
      case OTHER_REGION -> nearer(finding);
      case QUEUE_BEFORE_APP -> List.of("no-queue");
      case TLS_EXTRA_TRIP -> List.of("tls=1.3");
      case CONNECTION_NOT_REUSED -> List.of("keep-alive");
      case OLD_PROTOCOL -> List.of("http=2");
      case NOT_COMPRESSED -> List.of("compress");
      case REDIRECT -> ofEach(finding, snapshot, it -> "drop-redirect=" + it.url());
      case LATE_DISCOVERY -> ofEach(finding, snapshot, it -> "preload=" + it.url());
      case LATE_CONNECTION ->
          ofEach(finding, snapshot, it -> "preconnect=" + PageHosts.of(it.url()));
      case FIRST_BYTE_WAITS -> List.of("stream-head");
      case STATEMENT_TEXT_CUT,
          PARTIAL_TRACE,
          SAMPLED_TRACE,
          SPANS_DROPPED,
          CACHE_UNSEEN,
          NO_DURATIONS,
          DNS_CHAIN,
          ADDRESS_IN_VAIN,
          TLS_CHAIN_OVERFLOW,
          TLS_NOT_RESUMED,
          OCSP_NOT_STAPLED,
          FAR_SERVER,
          REQUEST_HEAD_LARGE,
          COOKIES_TO_STATIC,
          FIRST_WINDOW_OVERFLOW,
          NOT_KEPT,
          EDGE_MISS,
          RENDER_BLOCKING,
          THIRD_PARTY_CRITICAL,
          DUPLICATE_REQUEST,
          USELESS_HINT,
          MISSING_RESOURCE,
          BUFFERED_ON_THE_WAY,
          CUT_MIDWAY,
          CONNECTION_PER_REQUEST,
          CACHE_MISS_THEN_QUERY,
          CACHE_SLOWER_THAN_SOURCE,
          PROXY_ELSEWHERE,
          IDENTICAL_QUERY,
          RETRIES,
          POOL_WAIT,
          DARK_TIME,
          SAME_WORK_ACROSS_REQUESTS ->
          List.of();
    };
  }

  private static List<String> nearer(Finding finding) {
    return finding
        .subject()
        .layer()
        .filter(layer -> layer == Layer.DATABASE || layer == Layer.CACHE)
        .map(layer -> List.of("move=" + layer.label() + ":same-region"))
        .orElse(List.of());
  }

  /// One for each exchange that shows it in the run that stands for the finding.
  private static List<String> ofEach(
      Finding finding, Snapshot snapshot, Function<Exchange, String> change) {
    int run =
        finding.evidence().stream()
            .findFirst()
            .map(proof -> proof instanceof Proof.OfExchange(int at, int _) ? at : -1)
            .orElse(-1);
    return finding.evidence().stream()
        .filter(Proof.OfExchange.class::isInstance)
        .map(Proof.OfExchange.class::cast)
        .filter(proof -> proof.run() == run)
        .flatMap(proof -> exchange(snapshot, proof).stream())
        .map(change)
        .distinct()
        .toList();
  }

  /// Empty where the finding is of another snapshot.
  private static Optional<Exchange> exchange(Snapshot snapshot, Proof.OfExchange proof) {
    return snapshot.runs().stream()
        .skip(proof.run())
        .findFirst()
        .flatMap(run -> run.exchanges().stream().skip(proof.exchange()).findFirst());
  }
}
