package dev.lightfoot.codec.har;

/// Known faults of HARs: the words of [dev.lightfoot.model.page.Repair#kind]. What each means to a
/// person is said by `report.words.RepairText`.
public final class HarRepair {
  private HarRepair() {}

  /// `connect` leaves `ssl` out, which HAR 1.2 includes.
  public static final String CONNECT_WITHOUT_SSL = "connect-without-ssl";

  /// `connect`, `dns` and `ssl` are 0 where a connection was reused, instead of -1.
  public static final String ZERO_CONNECT = "zero-connect";

  /// The entry begins when the request left the browser's queue.
  public static final String QUEUED_OUTSIDE = "queued-outside";

  /// `time` is missing, null, negative, or 0 beside phases that took time.
  public static final String TIME_MISSING = "time-missing";

  /// Times in seconds instead of milliseconds.
  public static final String SECONDS = "seconds";

  /// `httpVersion` names no version of HTTP.
  public static final String HTTP_VERSION = "http-version";

  /// `connection` is the server's port, which says nothing of the connection.
  public static final String PORT_AS_CONNECTION = "port-as-connection";

  /// `bodySize` is missing although a body came.
  public static final String BODY_SIZE_MISSING = "body-size-missing";

  /// Entries do not stand in the order in which they began.
  public static final String OUT_OF_ORDER = "out-of-order";

  /// `pageref` names no page of the file.
  public static final String PAGE_MISSING = "page-missing";

  /// Two pages have the same id.
  public static final String DUPLICATE_PAGE = "duplicate-page";

  /// A date as a number.
  public static final String EPOCH_DATE = "epoch-date";

  /// A date without an offset.
  public static final String NO_ZONE = "no-zone";

  /// A second 60.
  public static final String LEAP_SECOND = "leap-second";

  /// `ws:` and `wss:`, whose handshake is a request over http and https.
  public static final String WEBSOCKET = "websocket";

  /// A mark of the page that stands in a custom member only.
  public static final String MARKS_ELSEWHERE = "marks-elsewhere";

  /// A length of more than a day.
  public static final String IMPOSSIBLE_TIMING = "impossible-timing";

  /// A length below 0 that is not -1.
  public static final String NEGATIVE_TIMING = "negative-timing";

  /// No phase is given.
  public static final String TIMINGS_MISSING = "timings-missing";

  /// `time` is longer than the phases.
  public static final String TIME_EXCEEDS_PHASES = "time-exceeds-phases";

  /// The phases are longer than `time`.
  public static final String PHASES_EXCEED_TIME = "phases-exceed-time";

  /// The lookup may be counted in `connect`, too.
  public static final String DNS_IN_CONNECT = "dns-in-connect";

  /// No `ssl` is given for https: `connect` holds the handshake.
  public static final String TLS_IN_CONNECT = "tls-in-connect";

  /// `wait` is 0 and `send` long: the wait is counted in `send`.
  public static final String WAIT_IN_SEND = "wait-in-send";

  /// `status` is no number.
  public static final String STATUS = "status";

  /// More header lines than the limit.
  public static final String HEADERS_CUT = "headers-cut";

  /// Custom members longer than the limit.
  public static final String FIELDS_LEFT_OUT = "fields-left-out";
}
