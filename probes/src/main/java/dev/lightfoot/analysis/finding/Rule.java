package dev.lightfoot.analysis.finding;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The catalogue of rules, in the order in which a report lists them. Names are stable: budgets,
/// acknowledgements and scripts use them.
public enum Rule {
  /// Statements are cut or missing, so repeated ones cannot be told apart.
  STATEMENT_TEXT_CUT(Family.AUDIT, null),
  /// Parents are missing: part of the trace did not come.
  PARTIAL_TRACE(Family.AUDIT, null),
  /// Only some requests or spans were recorded.
  SAMPLED_TRACE(Family.AUDIT, null),
  /// A recorder threw spans or attributes away: counts are "at least".
  SPANS_DROPPED(Family.AUDIT, null),
  /// A cache is used and its calls are not recorded.
  CACHE_UNSEEN(Family.AUDIT, null),
  /// A log without times: nothing can be said of waiting.
  NO_DURATIONS(Family.AUDIT, null),
  /// A name needs several look-ups in sequence, or forgets its address too soon.
  DNS_CHAIN(Family.CONNECT, Principle.AVOID),
  /// A first address did not answer; the second was tried only then.
  ADDRESS_IN_VAIN(Family.CONNECT, Principle.AVOID),
  /// TLS 1.2, or a HelloRetryRequest, costs a trip more than TLS 1.3.
  TLS_EXTRA_TRIP(Family.CONNECT, Principle.AVOID),
  /// The certificate chain does not fit the first flight.
  TLS_CHAIN_OVERFLOW(Family.CONNECT, Principle.AVOID),
  /// A session was offered and refused.
  TLS_NOT_RESUMED(Family.CONNECT, Principle.AVOID),
  /// The certificate names a responder and the server staples no answer.
  OCSP_NOT_STAPLED(Family.CONNECT, Principle.AVOID),
  /// A connection that was free was closed and made again.
  CONNECTION_NOT_REUSED(Family.CONNECT, Principle.AVOID),
  /// HTTP/1.1 makes requests queue for six connections.
  OLD_PROTOCOL(Family.CONNECT, Principle.OVERLAP),
  /// An answer that only says to ask elsewhere.
  REDIRECT(Family.CONNECT, Principle.AVOID),
  /// Distance is most of the time, and no edge answers.
  FAR_SERVER(Family.CONNECT, Principle.SHORTEN),
  /// Headers and cookies fill more than one packet.
  REQUEST_HEAD_LARGE(Family.SENT, Principle.AVOID),
  /// Cookies go to files that do not read them.
  COOKIES_TO_STATIC(Family.SENT, Principle.AVOID),
  /// Text is sent as it is.
  NOT_COMPRESSED(Family.SENT, Principle.AVOID),
  /// The answer needs further slow-start rounds.
  FIRST_WINDOW_OVERFLOW(Family.SENT, Principle.AVOID),
  /// A static file may not be kept, so each visit asks again.
  NOT_KEPT(Family.SENT, Principle.AVOID),
  /// The edge cache has nothing, time after time.
  EDGE_MISS(Family.SENT, Principle.SHORTEN),
  /// A resource on the critical path is only found inside another.
  LATE_DISCOVERY(Family.PAGE, Principle.OVERLAP),
  /// A host is connected to only when its first file is needed.
  LATE_CONNECTION(Family.PAGE, Principle.OVERLAP),
  /// The last thing before first paint need not block it.
  RENDER_BLOCKING(Family.PAGE, Principle.OVERLAP),
  /// The page waits for a stranger.
  THIRD_PARTY_CRITICAL(Family.PAGE, Principle.AVOID),
  /// The same file is fetched twice.
  DUPLICATE_REQUEST(Family.PAGE, Principle.AVOID),
  /// A preload that is fetched a second time.
  USELESS_HINT(Family.PAGE, Principle.AVOID),
  /// A trip for a 404.
  MISSING_RESOURCE(Family.PAGE, Principle.AVOID),
  /// The response is built in one piece: first byte after the last query.
  FIRST_BYTE_WAITS(Family.STREAM, Principle.STREAM),
  /// The app streams, a proxy holds it back.
  BUFFERED_ON_THE_WAY(Family.STREAM, Principle.STREAM),
  /// Status 200, then the body breaks off.
  CUT_MIDWAY(Family.STREAM, Principle.STREAM),
  /// The same statement for one row after another (N+1), reads and writes.
  REPEATED_QUERY(Family.DATABASE, Principle.AVOID),
  /// A group of statements for one row after another.
  REPEATED_PATTERN(Family.DATABASE, Principle.AVOID),
  /// The very same statement with the same values again.
  IDENTICAL_QUERY(Family.DATABASE, Principle.AVOID),
  /// A COUNT, SUM or EXISTS for one row after another.
  COUNT_PER_ROW(Family.DATABASE, Principle.AVOID),
  /// Asks whether or how many, then asks for the rows.
  COUNT_THEN_FETCH(Family.DATABASE, Principle.AVOID),
  /// Session, user, site: the same look-ups before each request's work.
  PER_REQUEST_LOOKUP(Family.DATABASE, Principle.AVOID),
  /// BEGIN, COMMIT, SAVEPOINT, pings: trips without work.
  TRANSACTION_TRIPS(Family.DATABASE, Principle.AVOID),
  /// A new connection to database or cache for each request.
  CONNECTION_PER_REQUEST(Family.DATABASE, Principle.AVOID),
  /// A query is made, then the answer comes from the cache anyway.
  QUERY_BEFORE_CACHE_HIT(Family.DATABASE, Principle.AVOID),
  /// One get per item.
  REPEATED_CACHE_GET(Family.CACHE, Principle.AVOID),
  /// Template fragments are fetched singly.
  FRAGMENTS_ONE_BY_ONE(Family.CACHE, Principle.AVOID),
  /// Ask the cache, then the database, then store: mostly in vain.
  CACHE_MISS_THEN_QUERY(Family.CACHE, Principle.AVOID),
  /// The cache answers and the database is asked all the same.
  CACHE_HIT_AND_QUERY(Family.CACHE, Principle.AVOID),
  /// The cache answers no sooner than what it stands for.
  CACHE_SLOWER_THAN_SOURCE(Family.CACHE, Principle.AVOID),
  /// Every request fetches the same small value from a central cache.
  SAME_KEY_EVERY_REQUEST(Family.CACHE, Principle.SHORTEN),
  /// The nearest call to the cache takes longer than a zone is wide.
  FAR_CACHE(Family.PLACE, Principle.SHORTEN),
  /// The same for the database.
  FAR_DATABASE(Family.PLACE, Principle.SHORTEN),
  /// App and peer say that they are in different regions.
  OTHER_REGION(Family.PLACE, Principle.SHORTEN),
  /// The proxy and the app behind it are far apart.
  PROXY_ELSEWHERE(Family.PLACE, Principle.SHORTEN),
  /// An outside API is asked item by item.
  REPEATED_CALL(Family.CALLS, Principle.AVOID),
  /// Independent calls wait for one another.
  SEQUENTIAL_CALLS(Family.CALLS, Principle.OVERLAP),
  /// Failed attempts, their back-off and time-outs.
  RETRIES(Family.CALLS, Principle.AVOID),
  /// The request waits before the app begins.
  QUEUE_BEFORE_APP(Family.CALLS, Principle.OVERLAP),
  /// The app waits for a free connection.
  POOL_WAIT(Family.CALLS, Principle.OVERLAP),
  /// A long stretch that nobody recorded.
  DARK_TIME(Family.CALLS, null),
  /// Several requests of one page run the identical statement.
  SAME_WORK_ACROSS_REQUESTS(Family.CALLS, Principle.AVOID);

  private final Family family;
  private final @Nullable Principle principle;
  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  Rule(Family family, @Nullable Principle principle) {
    this.family = family;
    this.principle = principle;
  }

  /// What rules are about.
  public enum Family {
    /// Whether the records can tell at all: these run first.
    AUDIT,
    /// Getting there: names, addresses, handshakes, redirects.
    CONNECT,
    /// What is sent.
    SENT,
    /// The page and its resources.
    PAGE,
    /// When the answer begins and whether it ends.
    STREAM,
    DATABASE,
    CACHE,
    /// Where things are.
    PLACE,
    /// Calls to others, queues and silence.
    CALLS
  }

  public Family family() {
    return family;
  }

  /// Empty for rules that only say what cannot be seen.
  public Optional<Principle> principle() {
    return Optional.ofNullable(principle);
  }

  /// The stable name: `repeated-query`.
  public String label() {
    return label;
  }

  /// The rule of that name; empty where there is none.
  public static Optional<Rule> ofLabel(String label) {
    for (Rule rule : values()) {
      if (rule.label.equals(label)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
