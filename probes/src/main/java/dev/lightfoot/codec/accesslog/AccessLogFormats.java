package dev.lightfoot.codec.accesslog;

import static dev.lightfoot.codec.accesslog.FieldNames.named;

import dev.lightfoot.codec.DurationUnit;
import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogFormat.Stamp;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldNumbers;
import dev.lightfoot.model.span.Layer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The formats of access logs, as data: those of servers here, those of proxies and load balancers
/// in [ProxyFormats]. A new one is an entry in one of the two lists and a test.
final class AccessLogFormats {
  private static final String APACHE_COMMON = "%h %l %u %t \"%r\" %>s %b";

  private static final List<AccessLogFormat> SERVERS =
      List.of(nginx(), apache(), gunicorn(), uwsgi(), caddy(), iis());

  /// All of them, by name: of formats that are equally likely the first is taken.
  static final List<AccessLogFormat> ALL =
      Stream.concat(SERVERS.stream(), ProxyFormats.ALL.stream())
          .sorted(Comparator.comparing(each -> each.about().name()))
          .toList();

  private AccessLogFormats() {}

  /// `$time_local` and `$msec` are the request's end; `$request_time` reaches from its first byte
  /// read to its last byte handed to the kernel (ngx_http_log_module). Also every other server's
  /// plain combined log, the Kubernetes ingress controller's, and JSON with any of the usual keys.
  private static AccessLogFormat nginx() {
    return new AccessLogFormat(
            new LogFormat(
                "nginx",
                "nginx access log",
                Stamp.END,
                FieldNumbers.MILLI,
                true,
                Optional.of(
                    "To nginx's http block add: log_format lightfoot escape=json"
                        + " '{\"ts\":\"$msec\",\"id\":\"$request_id\",\"tp\":\"$http_traceparent\","
                        + "\"c\":\"$remote_addr\",\"m\":\"$request_method\",\"u\":\"$request_uri\","
                        + "\"p\":\"$server_protocol\",\"s\":$status,\"bb\":$body_bytes_sent,"
                        + "\"b\":$bytes_sent,\"rt\":$request_time,\"uct\":\"$upstream_connect_time\","
                        + "\"uht\":\"$upstream_header_time\",\"urt\":\"$upstream_response_time\","
                        + "\"us\":\"$upstream_status\",\"ua\":\"$upstream_addr\",\"cs\":\"$upstream_cache_status\"}';"
                        + " and log with it: access_log /var/log/nginx/lightfoot.log lightfoot;"
                        + " Where Apache or gunicorn wrote this log: add %D to LogFormat, %(D)s to"
                        + " the --access-logformat.")),
            Layer.PROXY,
            70,
            new Layout.Json(UsualNames.FIELDS, Layout.any(Fact.STATUS, Fact.REQUEST, Fact.METHOD)),
            ingress("[$proxy_alternative_upstream_name] "),
            ingress(""),
            new Layout.Combined(false, new Layout.Sureness(85, 50, 60), Optional.empty()))
        .written(FormatSyntax.NGINX);
  }

  /// Of the Kubernetes ingress controller.
  ///
  /// @param alternative the column that versions since 0.24 have
  private static Layout.Mostly ingress(String alternative) {
    String format =
        CombinedTail.FIELDS
            + " $request_length $request_time [$proxy_upstream_name] "
            + alternative
            + "$upstream_addr $upstream_response_length $upstream_response_time $upstream_status"
            + " $req_id";
    return new Layout.Mostly(FormatSyntax.NGINX.compileFirst(format), 95);
  }

  /// `%t` is when the request was received, its start (mod_log_config); `%T` counts whole seconds.
  /// Known without a format string: `common`, `vhost_combined`, and `combined`, also with `%D`.
  private static AccessLogFormat apache() {
    return new AccessLogFormat(
            new LogFormat(
                "apache",
                "Apache access log",
                Stamp.START,
                FieldNumbers.MICRO,
                true,
                Optional.of(
                    "To Apache's configuration add: LogFormat \"%h %l %u %t \\\"%r\\\" %>s %b"
                        + " \\\"%{Referer}i\\\" \\\"%{User-Agent}i\\\" %D id=%{X-Request-Id}i"
                        + " traceparent=%{traceparent}i\" lightfoot, and log with it:"
                        + " CustomLog logs/lightfoot.log lightfoot")),
            Layer.PROXY,
            65,
            new Layout.Combined(true, new Layout.Sureness(0, 75, 50), Optional.empty()),
            Layout.text(
                FormatSyntax.APACHE,
                "%v:%p " + APACHE_COMMON + " \"%{Referer}i\" \"%{User-Agent}i\""),
            Layout.text(FormatSyntax.APACHE, APACHE_COMMON))
        .written(FormatSyntax.APACHE);
  }

  /// `%(t)s` is the moment of logging, the request's end (gunicorn/glogging.py). Known without a
  /// format string where the process stands behind the default.
  private static AccessLogFormat gunicorn() {
    return new AccessLogFormat(
            new LogFormat(
                "gunicorn",
                "gunicorn access log",
                Stamp.END,
                FieldNumbers.MICRO,
                true,
                Optional.of(
                    "Start gunicorn with: --access-logfile FILE --access-logformat '%(h)s %(l)s"
                        + " %(u)s %(t)s \"%(r)s\" %(s)s %(b)s \"%(f)s\" \"%(a)s\" %(D)s pid=%(p)s"
                        + " traceparent=%({traceparent}i)s request_id=%({x-request-id}i)s'")),
            Layer.APP,
            90,
            new Layout.Combined(true, new Layout.Sureness(0, 90, 90), Optional.of("pid")))
        .written(FormatSyntax.GUNICORN);
  }

  /// The time is the request's start, a local time without zone, to the second (core/logging.c).
  /// The client is all of `X-Forwarded-For` with `log-x-forwarded-for`.
  private static AccessLogFormat uwsgi() {
    return new AccessLogFormat(
            new LogFormat(
                "uwsgi",
                "uWSGI request log",
                Stamp.START,
                FieldNumbers.MILLI,
                false,
                Optional.empty()),
            Layer.APP,
            95,
            new Layout.Text(
                FormatSyntax.OWN.compile(
                    """
                    [pid: <PROCESS: pid>|app: <app>|req: <req>] \
                    <FORWARDED_FOR: the client's address> (<the user>) {<the variables>} \
                    [<TIME: the time>] <METHOD: the method> <TARGET: the path> => \
                    generated <BODY_BYTES: the bytes> bytes in <WITH_UNIT: the duration> \
                    (HTTP/<PROTOCOL: the protocol> <STATUS: the status>) <...>\
                    """),
                true))
        .atLeast(47);
  }

  /// `ts` is the moment of logging, the request's end; `duration` is seconds, or what the encoder
  /// is configured for: text with units, whole milliseconds or nanoseconds. An error line is about
  /// its request too, which has its own line: only those count.
  private static AccessLogFormat caddy() {
    return new AccessLogFormat(
            new LogFormat(
                "caddy", "Caddy access log", Stamp.END, FieldNumbers.MICRO, true, Optional.empty()),
            Layer.PROXY,
            95,
            new Layout.Json(
                FieldNames.of(
                    named(Fact.MARK, "logger"),
                    named(Fact.TIME_DOUBLE, "ts"),
                    named(Fact.CLIENT, "request.client_ip"),
                    named(Fact.PEER, "request.remote_ip"),
                    named(Fact.METHOD, "request.method"),
                    named(Fact.HOST, "request.host"),
                    named(Fact.TARGET, "request.uri"),
                    named(Fact.PROTOCOL, "request.proto"),
                    named(Fact.USER_AGENT, "request.headers.user-agent"),
                    named(Fact.REQUEST_ID, "request.headers.x-request-id"),
                    named(Fact.REQUEST_ID, "resp_headers.x-request-id", "uuid"),
                    named(Fact.TRACEPARENT, "request.headers.traceparent"),
                    named(Fact.TRACE_ID, "traceid"),
                    named(Fact.SPAN_ID, "spanid"),
                    named(Fact.OF_UNKNOWN_UNIT, "duration"),
                    named(Fact.BODY_BYTES, "size"),
                    named(Fact.STATUS, "status")),
                Optional.of(DurationUnit.SECONDS),
                List.of(DurationUnit.NANOSECONDS, DurationUnit.MILLISECONDS),
                Layout.all(Fact.METHOD)
                    .and(entry -> entry.text(Fact.MARK).startsWith("http.log.access")),
                _ -> {}))
        .atLeast(90);
  }

  /// Also of IIS's Advanced Logging module, Tomcat and others. Date and time are the request's end,
  /// in UTC unless the fields are called `date-local` and `time-local`; `time-taken` is
  /// milliseconds in IIS, seconds elsewhere.
  private static AccessLogFormat iis() {
    return new AccessLogFormat(
        new LogFormat(
            "iis",
            "IIS log (W3C extended)",
            Stamp.END,
            FieldNumbers.MILLI,
            true,
            Optional.of("In IIS, under Logging, Select Fields, tick: Time Taken (time-taken).")),
        Layer.PROXY,
        90,
        new Layout.Headed(
            FieldNames.of(
                named(Fact.DATE, "date", "date-local"),
                named(Fact.TIME_OF_DAY, "time", "time-local"),
                named(Fact.CLIENT, "c-ip"),
                named(Fact.METHOD, "cs-method"),
                named(Fact.TARGET, "cs-uri-stem", "cs-uri"),
                named(Fact.QUERY, "cs-uri-query"),
                named(Fact.PROTOCOL, "cs-version"),
                named(Fact.HOST, "cs-host", "cs(host)"),
                named(Fact.PORT, "s-port"),
                named(Fact.LOG_HOST, "s-computername"),
                named(Fact.STATUS, "sc-status"),
                named(Fact.RESPONSE_BYTES, "sc-bytes", "bytes"),
                named(Fact.USER_AGENT, "cs(user-agent)"),
                named(Fact.TRACEPARENT, "traceparent", "cs(traceparent)"),
                named(Fact.REQUEST_ID, "cs(x-request-id)"),
                named(Fact.OF_UNKNOWN_UNIT, "time-taken"),
                named(Fact.MILLIS, "timetakenms")),
            ' ',
            agent -> agent.replace('+', ' '),
            Set.of("cs-uri-stem", "cs-uri", "sc-status"),
            Set.of("x-edge-location")));
  }
}
