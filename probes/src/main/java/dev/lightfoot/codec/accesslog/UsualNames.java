package dev.lightfoot.codec.accesslog;

import static dev.lightfoot.codec.accesslog.FieldNames.named;

import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.List;
import java.util.Optional;

/// Names that mean the same in more than one format.
final class UsualNames {
  /// nginx's variables.
  static final FieldNames VARIABLES =
      FieldNames.of(
          named(Fact.CLIENT, "remote_addr"),
          named(Fact.TIME, "time_local", "time_iso8601"),
          named(Fact.TIME_FINE, "msec"),
          named(Fact.REQUEST, "request"),
          named(Fact.METHOD, "request_method"),
          named(Fact.TARGET, "request_uri", "uri"),
          named(Fact.QUERY, "args", "query_string"),
          named(Fact.PROTOCOL, "server_protocol"),
          named(Fact.HOST, "host", "http_host", "server_name"),
          named(Fact.PORT, "server_port"),
          named(Fact.STATUS, "status"),
          named(Fact.BODY_BYTES, "body_bytes_sent"),
          named(Fact.RESPONSE_BYTES, "bytes_sent"),
          named(Fact.USER_AGENT, "http_user_agent"),
          named(Fact.REQUEST_ID, "request_id", "req_id"),
          named(Fact.REQUEST_ID, "http_x_request_id", "sent_http_x_request_id"),
          named(Fact.TRACEPARENT, "http_traceparent"),
          named(Fact.TRACE_ID, "otel_trace_id", "opentelemetry_trace_id"),
          named(Fact.SPAN_ID, "otel_span_id", "opentelemetry_span_id"),
          named(Fact.PARENT_SPAN_ID, "otel_parent_id"),
          named(Fact.SECONDS, "request_time"),
          named(Fact.UPSTREAM_ADDRESS, "upstream_addr"),
          named(Fact.UPSTREAM_CONNECT, "upstream_connect_time"),
          named(Fact.UPSTREAM_HEADER, "upstream_header_time"),
          named(Fact.UPSTREAM_RESPONSE, "upstream_response_time"),
          named(Fact.UPSTREAM_STATUS, "upstream_status"),
          named(Fact.CACHE_STATUS, "upstream_cache_status"),
          named(Fact.PROCESS, "pid"),
          named(Fact.LOG_HOST, "hostname"));

  /// What people call the fields of their own formats: like nginx's variables, their abbreviations,
  /// as OpenTelemetry and Elastic do.
  static final FieldNames FIELDS =
      VARIABLES.and(
          named(Fact.CLIENT, "c", "remote_ip", "remoteip", "remote_host", "client"),
          named(Fact.CLIENT, "client_ip", "clientip"),
          named(Fact.CLIENT, "client.address"),
          named(Fact.TIME, "time", "timestamp", "@timestamp", "datetime", "date"),
          named(Fact.TIME_FINE, "ts"),
          named(Fact.REQUEST, "request_line"),
          named(Fact.METHOD, "m", "method", "verb", "http.request.method"),
          named(Fact.TARGET, "u", "url", "path", "request_path", "url.path"),
          named(Fact.QUERY, "query", "request_query"),
          named(Fact.PROTOCOL, "p", "proto", "protocol", "http_version"),
          named(Fact.HOST, "vhost"),
          named(Fact.STATUS, "s", "status_code", "http.response.status_code"),
          named(Fact.BODY_BYTES, "bb"),
          named(Fact.RESPONSE_BYTES, "b"),
          named(Fact.USER_AGENT, "user_agent", "agent", "useragent"),
          named(Fact.REQUEST_ID, "id", "requestid", "x_request_id"),
          named(Fact.TRACEPARENT, "tp", "traceparent"),
          named(Fact.TRACE_ID, "trace_id", "traceid", "trace.id"),
          named(Fact.SPAN_ID, "span_id", "spanid", "span.id"),
          named(Fact.PARENT_SPAN_ID, "parent_span_id"),
          named(Fact.SECONDS, "rt", "duration_s"),
          named(Fact.OF_UNKNOWN_UNIT, "duration"),
          named(Fact.MILLIS, "duration_ms", "request_time_ms"),
          named(Fact.MICROS, "duration_us"),
          named(Fact.UPSTREAM_CONNECT, "uct"),
          named(Fact.UPSTREAM_HEADER, "uht"),
          named(Fact.UPSTREAM_RESPONSE, "urt", "upstream_time"),
          named(Fact.UPSTREAM_ADDRESS, "ua", "upstream"),
          named(Fact.UPSTREAM_STATUS, "us"),
          named(Fact.CACHE_STATUS, "cs", "cache", "cache_status"),
          named(Fact.SERVICE, "service", "service.name"));

  /// Those that nginx writes in seconds with three decimals, and others as they like.
  static final List<String> SECONDS_OF_NGINX = List.of("request_time", "rt");

  private static final FieldNames HEADERS =
      FieldNames.of(
          named(Fact.USER_AGENT, "user-agent"),
          named(Fact.REQUEST_ID, "x-request-id", "request-id"),
          named(Fact.TRACEPARENT, "traceparent"),
          named(Fact.AMZN_TRACE, "x-amzn-trace-id"),
          named(Fact.HOST, "host"));

  private UsualNames() {}

  /// What the header of that name says, of a request or of an answer, whichever way a format writes
  /// its name.
  static Optional<Fact> header(String name) {
    return HEADERS.fact(name.replace('_', '-'));
  }
}
