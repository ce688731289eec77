package dev.lightfoot.codec.accesslog;

import static java.util.Map.entry;

import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the keys mean that people give the fields of a log: names of nginx's variables, their
/// abbreviations, those of OpenTelemetry and Elastic.
final class KeyNames {
  private static final Map<String, Fact> FACTS =
      Map.ofEntries(
          entry("c", Fact.CLIENT),
          entry("remote_addr", Fact.CLIENT),
          entry("remote_ip", Fact.CLIENT),
          entry("client", Fact.CLIENT),
          entry("client_ip", Fact.CLIENT),
          entry("clientip", Fact.CLIENT),
          entry("client.address", Fact.CLIENT),
          entry("time", Fact.TIME),
          entry("time_local", Fact.TIME),
          entry("time_iso8601", Fact.TIME),
          entry("timestamp", Fact.TIME),
          entry("@timestamp", Fact.TIME),
          entry("datetime", Fact.TIME),
          entry("date", Fact.TIME),
          entry("ts", Fact.TIME_FINE),
          entry("msec", Fact.TIME_FINE),
          entry("request", Fact.REQUEST),
          entry("request_line", Fact.REQUEST),
          entry("m", Fact.METHOD),
          entry("method", Fact.METHOD),
          entry("verb", Fact.METHOD),
          entry("request_method", Fact.METHOD),
          entry("http.request.method", Fact.METHOD),
          entry("u", Fact.TARGET),
          entry("uri", Fact.TARGET),
          entry("url", Fact.TARGET),
          entry("path", Fact.TARGET),
          entry("request_uri", Fact.TARGET),
          entry("request_path", Fact.TARGET),
          entry("url.path", Fact.TARGET),
          entry("args", Fact.QUERY),
          entry("query", Fact.QUERY),
          entry("query_string", Fact.QUERY),
          entry("request_query", Fact.QUERY),
          entry("p", Fact.PROTOCOL),
          entry("proto", Fact.PROTOCOL),
          entry("protocol", Fact.PROTOCOL),
          entry("server_protocol", Fact.PROTOCOL),
          entry("http_version", Fact.PROTOCOL),
          entry("host", Fact.HOST),
          entry("http_host", Fact.HOST),
          entry("vhost", Fact.HOST),
          entry("server_name", Fact.HOST),
          entry("s", Fact.STATUS),
          entry("status", Fact.STATUS),
          entry("status_code", Fact.STATUS),
          entry("http.response.status_code", Fact.STATUS),
          entry("bb", Fact.BODY_BYTES),
          entry("body_bytes_sent", Fact.BODY_BYTES),
          entry("b", Fact.RESPONSE_BYTES),
          entry("bytes_sent", Fact.RESPONSE_BYTES),
          entry("user_agent", Fact.USER_AGENT),
          entry("http_user_agent", Fact.USER_AGENT),
          entry("agent", Fact.USER_AGENT),
          entry("useragent", Fact.USER_AGENT),
          entry("id", Fact.REQUEST_ID),
          entry("req_id", Fact.REQUEST_ID),
          entry("request_id", Fact.REQUEST_ID),
          entry("requestid", Fact.REQUEST_ID),
          entry("x_request_id", Fact.REQUEST_ID),
          entry("http_x_request_id", Fact.REQUEST_ID),
          entry("tp", Fact.TRACEPARENT),
          entry("traceparent", Fact.TRACEPARENT),
          entry("http_traceparent", Fact.TRACEPARENT),
          entry("trace_id", Fact.TRACE_ID),
          entry("traceid", Fact.TRACE_ID),
          entry("trace.id", Fact.TRACE_ID),
          entry("otel_trace_id", Fact.TRACE_ID),
          entry("opentelemetry_trace_id", Fact.TRACE_ID),
          entry("span_id", Fact.SPAN_ID),
          entry("spanid", Fact.SPAN_ID),
          entry("span.id", Fact.SPAN_ID),
          entry("otel_span_id", Fact.SPAN_ID),
          entry("opentelemetry_span_id", Fact.SPAN_ID),
          entry("otel_parent_id", Fact.PARENT_SPAN_ID),
          entry("parent_span_id", Fact.PARENT_SPAN_ID),
          entry("rt", Fact.SECONDS),
          entry("request_time", Fact.SECONDS),
          entry("duration", Fact.SECONDS),
          entry("duration_s", Fact.SECONDS),
          entry("duration_ms", Fact.MILLIS),
          entry("request_time_ms", Fact.MILLIS),
          entry("duration_us", Fact.MICROS),
          entry("uct", Fact.UPSTREAM_CONNECT),
          entry("upstream_connect_time", Fact.UPSTREAM_CONNECT),
          entry("uht", Fact.UPSTREAM_HEADER),
          entry("upstream_header_time", Fact.UPSTREAM_HEADER),
          entry("urt", Fact.UPSTREAM_RESPONSE),
          entry("upstream_response_time", Fact.UPSTREAM_RESPONSE),
          entry("upstream_time", Fact.UPSTREAM_RESPONSE),
          entry("ua", Fact.UPSTREAM_ADDRESS),
          entry("upstream", Fact.UPSTREAM_ADDRESS),
          entry("upstream_addr", Fact.UPSTREAM_ADDRESS),
          entry("us", Fact.UPSTREAM_STATUS),
          entry("upstream_status", Fact.UPSTREAM_STATUS),
          entry("cs", Fact.CACHE_STATUS),
          entry("cache", Fact.CACHE_STATUS),
          entry("cache_status", Fact.CACHE_STATUS),
          entry("upstream_cache_status", Fact.CACHE_STATUS),
          entry("pid", Fact.PROCESS),
          entry("hostname", Fact.LOG_HOST),
          entry("service", Fact.SERVICE),
          entry("service.name", Fact.SERVICE));

  private static final int REMEMBERED = 4096;

  private final Map<String, Fact> names;
  private final Map<String, Optional<Fact>> seen = new HashMap<>();

  KeyNames(Map<String, Fact> names) {
    this.names = names;
  }

  /// Those of self-made formats.
  static KeyNames common() {
    return new KeyNames(FACTS);
  }

  /// What a key means, in whatever case it is written; empty where it says nothing of interest.
  Optional<Fact> fact(String key) {
    Optional<Fact> known = seen.get(key);
    if (known == null) {
      Fact exact = names.get(key);
      known = Optional.ofNullable(exact == null ? names.get(key.toLowerCase(Locale.ROOT)) : exact);
      if (seen.size() < REMEMBERED) {
        seen.put(key, known);
      }
    }
    return known;
  }
}
