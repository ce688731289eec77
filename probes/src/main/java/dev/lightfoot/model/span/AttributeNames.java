package dev.lightfoot.model.span;

/// Names of span attributes that Lightfoot itself reads: OpenTelemetry's semantic conventions where
/// they have a word for it. Readers write these, whatever the source calls them.
public final class AttributeNames {
  public static final String SERVICE_NAME = "service.name";
  public static final String HOST_NAME = "host.name";
  public static final String PROCESS_ID = "process.pid";
  public static final String THREAD_ID = "thread.id";

  public static final String METHOD = "http.request.method";
  public static final String PATH = "url.path";
  public static final String QUERY = "url.query";
  public static final String URL = "url.full";
  public static final String ROUTE = "http.route";
  public static final String STATUS = "http.response.status_code";

  /// Bytes of the response's body.
  public static final String BODY_BYTES = "http.response.body.size";

  /// Bytes of the whole response, head included.
  public static final String RESPONSE_BYTES = "http.response.size";

  public static final String REQUEST_ID = "http.request.header.x-request-id";
  public static final String USER_AGENT = "user_agent.original";
  public static final String CLIENT_ADDRESS = "client.address";
  public static final String SERVER_ADDRESS = "server.address";
  public static final String SERVER_PORT = "server.port";
  public static final String PEER_ADDRESS = "network.peer.address";
  public static final String PEER_PORT = "network.peer.port";
  public static final String PROTOCOL_VERSION = "network.protocol.version";

  public static final String DB_SYSTEM = "db.system.name";
  public static final String DB_NAMESPACE = "db.namespace";
  public static final String DB_QUERY = "db.query.text";
  public static final String DB_OPERATION = "db.operation.name";
  public static final String DB_ROWS = "db.response.returned_rows";

  /// The first table (or collection) of a statement.
  public static final String DB_COLLECTION = "db.collection.name";

  /// The database's own code of how it ended, such as an SQLSTATE.
  public static final String DB_STATUS = "db.response.status_code";

  /// How many operations travelled together, in one round trip.
  public static final String DB_BATCH = "db.operation.batch.size";

  /// How many calls made one after another a recorder put into this span (Elastic's name).
  public static final String COMPOSITE = "composite.count";

  public static final String ERROR_TYPE = "error.type";
  public static final String CODE_FILE = "code.file.path";
  public static final String CODE_LINE = "code.line.number";
  public static final String CODE_FUNCTION = "code.function.name";

  /// How many calls this span stands for, where its recorder put several into one that were made
  /// one after another; read by [RoundTrips].
  public static final String CALLS = "lightfoot.calls";

  /// Above 0 where its recorder, or whoever read it, knows that there may have been more calls.
  public static final String AT_LEAST = "lightfoot.at_least";

  /// Rows that a planner expected of the whole statement.
  public static final String ROWS_PLANNED = "lightfoot.db.rows.planned";

  /// Steps of a statement's plan with their expected rows, conditions left out.
  public static final String PLAN = "lightfoot.db.plan";

  /// What the client of a database calls itself.
  public static final String DB_APPLICATION = "lightfoot.db.application";

  /// From the start of the first part of a statement to the end of its last, in nanoseconds, where
  /// that is longer than the parts together.
  public static final String EXTENT = "lightfoot.db.extent.nanos";

  /// Whose clock stamped the span, such as a host's name: spans of one clock need no alignment.
  public static final String CLOCK = "lightfoot.clock";

  /// The format that it was read from, such as `nginx`.
  public static final String FORMAT = "lightfoot.format";

  /// The `tracestate` of W3C Trace Context, under OpenTelemetry's name for formats that have no
  /// place for it.
  public static final String TRACE_STATE = "w3c.tracestate";

  /// Flags of a span as a decimal number, as OTLP counts them; read by [SpanFlags].
  public static final String SPAN_FLAGS = "lightfoot.span.flags";

  /// How a joined span was found to belong to its request, such as `trace-id`.
  public static final String JOINED = "lightfoot.joined";

  /// Address of the server that a proxy asked, as the proxy writes it.
  public static final String UPSTREAM_ADDRESS = "lightfoot.upstream.address";

  /// Nanoseconds until the proxy was connected to the server that it asked, from the begin of
  /// asking.
  public static final String CONNECT_NANOS = "lightfoot.connect.nanos";

  /// Nanoseconds until the first byte of the answer was there, from the begin of the span.
  public static final String FIRST_BYTE_NANOS = "lightfoot.first_byte.nanos";

  /// Nanoseconds for which the thread that made a call worked meanwhile.
  public static final String CPU_NANOS = "lightfoot.cpu.nanos";

  /// What a proxy's own cache said, in its words: `HIT`, `MISS`, `Hit`, `RefreshHit`.
  public static final String CACHE_STATUS = "lightfoot.cache.status";

  /// Layer as a recorder of ours names it.
  public static final String LAYER = "lightfoot.layer";

  private AttributeNames() {}
}
