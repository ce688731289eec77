package dev.lightfoot.codec.semconv;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.SpanKind;
import java.util.HashMap;
import java.util.Map;

/// Earlier names of attributes: OpenTelemetry before its HTTP (1.23), database (1.28) and code
/// (1.30) conventions became stable, OpenTracing's, Zipkin's and Envoy's. Where a span has both,
/// today's counts.
final class OldNames {
  private static final Map<String, Fold> FOLDS = new HashMap<>();

  private OldNames() {}

  /// Puts the value of an earlier name under today's.
  interface Fold {
    void fold(String value, SpanKind kind, AttributeList into);
  }

  static boolean isOld(String name) {
    return FOLDS.containsKey(name);
  }

  static void fold(String name, String value, SpanKind kind, AttributeList into) {
    Fold fold = FOLDS.get(name);
    if (fold != null) {
      fold.fold(value, kind, into);
    }
  }

  static {
    http();
    network();
    databases();
    code();
    proxies();
  }

  private static void http() {
    same(AttributeNames.METHOD, "http.method");
    same(AttributeNames.STATUS, "http.status_code");
    same(AttributeNames.URL, "http.url");
    same(AttributeNames.PATH, "http.path");
    same(AttributeNames.USER_AGENT, "http.user_agent", "user_agent");
    same(AttributeNames.CLIENT_ADDRESS, "http.client_ip");
    same("url.scheme", "http.scheme");
    same("http.request.body.size", "http.request_content_length", "http.request.size");
    same(AttributeNames.BODY_BYTES, "http.response_content_length");
    same(AttributeNames.REQUEST_ID, "http.request.header.x_request_id", "guid:x-request-id");
    FOLDS.put("http.target", (value, _, into) -> Urls.target(value, into));
    FOLDS.put("http.host", (value, _, into) -> Urls.host(value, into));
    FOLDS.put("http.server_name", (value, _, into) -> Urls.host(value, into));
    FOLDS.put("http.flavor", (value, _, into) -> version(value, into));
    FOLDS.put("http.protocol", (value, _, into) -> version(value, into));
  }

  private static void network() {
    same(AttributeNames.SERVER_ADDRESS, "net.host.name", "net.sock.peer.name", "peer.hostname");
    same(AttributeNames.SERVER_PORT, "net.host.port");
    same(AttributeNames.PEER_ADDRESS, "net.peer.ip", "net.sock.peer.addr", "peer.ipv4");
    same(AttributeNames.PEER_ADDRESS, "peer.ipv6", "peer.address");
    same(AttributeNames.PEER_PORT, "net.sock.peer.port", "peer.port");
    same("network.local.address", "net.host.ip", "net.sock.host.addr");
    same("network.local.port", "net.sock.host.port");
    same("network.protocol.name", "net.protocol.name", "net.app.protocol.name");
    same(AttributeNames.PROTOCOL_VERSION, "net.protocol.version", "net.app.protocol.version");
    FOLDS.put(
        "net.transport",
        (value, _, into) ->
            into.putIfAbsent(
                "network.transport", value.startsWith("ip_") ? value.substring(3) : value));
    FOLDS.put(
        "net.peer.name",
        (value, kind, into) ->
            into.putIfAbsent(
                kind == SpanKind.SERVER
                    ? AttributeNames.CLIENT_ADDRESS
                    : AttributeNames.SERVER_ADDRESS,
                value));
    FOLDS.put(
        "net.peer.port",
        (value, kind, into) ->
            into.putIfAbsent(
                kind == SpanKind.SERVER ? "client.port" : AttributeNames.SERVER_PORT, value));
  }

  private static void databases() {
    same(AttributeNames.DB_QUERY, "db.statement", "sql.query");
    same(AttributeNames.DB_NAMESPACE, "db.name", "db.instance", "db.redis.database_index");
    same(AttributeNames.DB_OPERATION, "db.operation");
    same(AttributeNames.DB_BATCH, "db.redis.pipeline_length");
    same("db.collection.name", "db.sql.table", "db.mongodb.collection", "db.cassandra.table");
    FOLDS.put("db.system", (value, _, into) -> database(value, into));
    FOLDS.put("db.type", (value, _, into) -> database(value, into));
  }

  private static void code() {
    same(AttributeNames.CODE_FILE, "code.filepath");
    same(AttributeNames.CODE_LINE, "code.lineno");
    same("deployment.environment.name", "deployment.environment");
    FOLDS.put("code.namespace", (value, _, into) -> into.putIfAbsent("code.namespace", value));
    FOLDS.put(
        "code.function",
        (value, _, into) -> {
          String namespace = into.get("code.namespace");
          into.putIfAbsent(
              AttributeNames.CODE_FUNCTION, namespace == null ? value : namespace + "." + value);
        });
  }

  private static void proxies() {
    same(AttributeNames.RESPONSE_BYTES, "response_size");
    same("http.request.size", "request_size");
    same(AttributeNames.STATUS, "http.response.status", "response_code");
  }

  private static void same(String today, String... earlier) {
    for (String name : earlier) {
      FOLDS.put(name, (value, _, into) -> into.putIfAbsent(today, value));
    }
  }

  private static void version(String value, AttributeList into) {
    String version = value.startsWith("HTTP/") ? value.substring(5) : value;
    into.putIfAbsent(AttributeNames.PROTOCOL_VERSION, version.equals("2.0") ? "2" : version);
  }

  private static void database(String value, AttributeList into) {
    into.putIfAbsent(
        AttributeNames.DB_SYSTEM,
        switch (value) {
          case "mssql" -> "microsoft.sql_server";
          case "oracle" -> "oracle.db";
          case "postgres" -> "postgresql";
          case "sql" -> "other_sql";
          case "db2" -> "ibm.db2";
          case "hanadb" -> "sap.hana";
          case "spanner" -> "gcp.spanner";
          case "cosmosdb" -> "azure.cosmosdb";
          case "dynamodb" -> "aws.dynamodb";
          case "redshift" -> "aws.redshift";
          default -> value;
        });
  }
}
