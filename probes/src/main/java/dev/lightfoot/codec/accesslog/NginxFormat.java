package dev.lightfoot.codec.accesslog;

import static java.util.Map.entry;

import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.Map;
import java.util.Optional;

/// Turns nginx's `log_format` into a [LinePattern]: the bare string, or the whole directive as it
/// stands in the configuration, over several lines and in several quotes.
final class NginxFormat {
  private static final Map<String, Fact> FACTS =
      Map.ofEntries(
          entry("remote_addr", Fact.CLIENT),
          entry("time_local", Fact.TIME),
          entry("time_iso8601", Fact.TIME),
          entry("msec", Fact.TIME_FINE),
          entry("request", Fact.REQUEST),
          entry("request_method", Fact.METHOD),
          entry("request_uri", Fact.TARGET),
          entry("uri", Fact.TARGET),
          entry("args", Fact.QUERY),
          entry("query_string", Fact.QUERY),
          entry("server_protocol", Fact.PROTOCOL),
          entry("host", Fact.HOST),
          entry("http_host", Fact.HOST),
          entry("server_name", Fact.HOST),
          entry("server_port", Fact.PORT),
          entry("status", Fact.STATUS),
          entry("body_bytes_sent", Fact.BODY_BYTES),
          entry("bytes_sent", Fact.RESPONSE_BYTES),
          entry("http_user_agent", Fact.USER_AGENT),
          entry("request_id", Fact.REQUEST_ID),
          entry("req_id", Fact.REQUEST_ID),
          entry("http_x_request_id", Fact.REQUEST_ID),
          entry("sent_http_x_request_id", Fact.REQUEST_ID),
          entry("http_traceparent", Fact.TRACEPARENT),
          entry("otel_trace_id", Fact.TRACE_ID),
          entry("opentelemetry_trace_id", Fact.TRACE_ID),
          entry("otel_span_id", Fact.SPAN_ID),
          entry("opentelemetry_span_id", Fact.SPAN_ID),
          entry("otel_parent_id", Fact.PARENT_SPAN_ID),
          entry("request_time", Fact.SECONDS),
          entry("upstream_addr", Fact.UPSTREAM_ADDRESS),
          entry("upstream_connect_time", Fact.UPSTREAM_CONNECT),
          entry("upstream_header_time", Fact.UPSTREAM_HEADER),
          entry("upstream_response_time", Fact.UPSTREAM_RESPONSE),
          entry("upstream_status", Fact.UPSTREAM_STATUS),
          entry("upstream_cache_status", Fact.CACHE_STATUS),
          entry("pid", Fact.PROCESS),
          entry("hostname", Fact.LOG_HOST));

  private NginxFormat() {}

  /// @throws IllegalArgumentException with a sentence where lines of that format could not be taken
  ///   apart
  static LinePattern compile(String format) {
    return begin(format).build();
  }

  /// The same, of which a line may go on after the last field.
  static LinePattern compile(String format, boolean open) {
    LinePattern.Builder builder = begin(format);
    return (open ? builder.open() : builder).build();
  }

  /// The same, for more fields to follow.
  static LinePattern.Builder begin(String format) {
    String text = format.strip();
    if (text.startsWith("log_format")) {
      text = unquote(text);
    }
    LinePattern.Builder builder = new LinePattern.Builder();
    int at = 0;
    while (at < text.length()) {
      int dollar = text.indexOf('$', at);
      builder.text(text.substring(at, dollar < 0 ? text.length() : dollar));
      if (dollar < 0) {
        break;
      }
      at = variable(text, dollar + 1, builder);
    }
    return builder;
  }

  private static int variable(String text, int from, LinePattern.Builder builder) {
    boolean braces = from < text.length() && text.charAt(from) == '{';
    int start = braces ? from + 1 : from;
    int end = start;
    while (end < text.length() && isName(text.charAt(end))) {
      end++;
    }
    String name = text.substring(start, end);
    if (name.startsWith("upstream_")) {
      builder.list(fact(name), "$" + name);
    } else {
      builder.field(fact(name), "$" + name);
    }
    return braces && end < text.length() ? end + 1 : end;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static Optional<Fact> fact(String name) {
    Fact fact = FACTS.get(name);
    return fact == null ? Optional.empty() : Optional.of(fact);
  }

  /// The quoted parts of a directive in a row.
  private static String unquote(String directive) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < directive.length()) {
      char quote = directive.charAt(at++);
      if (quote != '\'' && quote != '"') {
        continue;
      }
      while (at < directive.length() && directive.charAt(at) != quote) {
        if (directive.charAt(at) == '\\' && at + 1 < directive.length()) {
          at++;
        }
        text.append(directive.charAt(at++));
      }
      at++;
    }
    return text.toString();
  }
}
