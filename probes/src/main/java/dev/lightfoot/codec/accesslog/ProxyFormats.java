package dev.lightfoot.codec.accesslog;

import static dev.lightfoot.codec.accesslog.FieldNames.named;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogFormat.Stamp;
import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldNumbers;
import dev.lightfoot.model.span.Layer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The formats of proxies and load balancers, as [AccessLogFormats] has those of servers.
final class ProxyFormats {
  private static final String ENVOY_BEGIN =
      """
      [<TIME: the start time>] "<REQUEST: the request>" <STATUS: the response code> \
      <the response flags>\
      """;
  private static final String ENVOY_END =
      """
       <the bytes received> <BODY_BYTES: the bytes sent> <MILLIS: the duration> \
      <UPSTREAM_MILLIS: the upstream's service time> "<FORWARDED_FOR: X-Forwarded-For>" \
      "<USER_AGENT: the user agent>" "<REQUEST_ID: the request's id>" \
      "<HOST: the authority>" "<UPSTREAM_ADDRESS: the upstream's host>\"\
      """;

  private static final FieldNames CLOUDFRONT_NAMES =
      FieldNames.of(
          named(Fact.DATE, "date"),
          named(Fact.TIME_OF_DAY, "time"),
          named(Fact.LOG_HOST, "x-edge-location"),
          named(Fact.CLIENT, "c-ip"),
          named(Fact.METHOD, "cs-method"),
          named(Fact.HOST, "x-host-header"),
          named(Fact.TARGET, "cs-uri-stem"),
          named(Fact.QUERY, "cs-uri-query"),
          named(Fact.PROTOCOL, "cs-protocol-version"),
          named(Fact.STATUS, "sc-status"),
          named(Fact.RESPONSE_BYTES, "sc-bytes"),
          named(Fact.USER_AGENT, "cs(user-agent)"),
          named(Fact.REQUEST_ID, "x-edge-request-id"),
          named(Fact.CACHE_STATUS, "x-edge-detailed-result-type", "x-edge-result-type"),
          named(Fact.SECONDS, "time-taken"),
          named(Fact.FIRST_BYTE_SECONDS, "time-to-first-byte"));

  static final List<AccessLogFormat> ALL =
      List.of(alb(), cloudfront(), envoy(), haproxy(), traefik());

  private ProxyFormats() {}

  /// AWS's application load balancer, in its short form of 2016 and the longer ones since. `time`
  /// is the request's end, `request_creation_time` of the longer forms its start, both in UTC; one
  /// that is cut short is not a local time. Of its three times in seconds, -1 means that it did not
  /// come to that.
  private static AccessLogFormat alb() {
    Set<String> types = Set.of("http", "https", "h2", "grpcs", "ws", "wss");
    return new AccessLogFormat(
        new LogFormat(
            "alb",
            "AWS load balancer access log",
            Stamp.END,
            FieldNumbers.MICRO,
            true,
            Optional.empty()),
        Layer.PROXY,
        95,
        new Layout.Columns(
            List.of(
                """
                type time elb client:port target:port request_processing_time \
                target_processing_time response_processing_time elb_status_code \
                target_status_code received_bytes sent_bytes request user_agent ssl_cipher \
                ssl_protocol target_group_arn trace_id domain_name chosen_cert_arn \
                matched_rule_priority request_creation_time\
                """
                    .split(" ")),
            FieldNames.of(
                named(Fact.MARK, "type"),
                named(Fact.TIME, "time"),
                named(Fact.PEER, "client:port"),
                named(Fact.UPSTREAM_ADDRESS, "target:port"),
                named(Fact.BEFORE_UPSTREAM_SECONDS, "request_processing_time"),
                named(Fact.UPSTREAM_SECONDS, "target_processing_time"),
                named(Fact.AFTER_UPSTREAM_SECONDS, "response_processing_time"),
                named(Fact.STATUS, "elb_status_code"),
                named(Fact.UPSTREAM_STATUS, "target_status_code"),
                named(Fact.RESPONSE_BYTES, "sent_bytes"),
                named(Fact.REQUEST, "request"),
                named(Fact.USER_AGENT, "user_agent"),
                named(Fact.AMZN_TRACE, "trace_id"),
                named(Fact.START_TIME, "request_creation_time")),
            13,
            entry -> types.contains(entry.text(Fact.MARK)) && entry.text(Fact.TIME).endsWith("Z"),
            "it is not a load balancer's line"));
  }

  /// The standard log of Amazon CloudFront, with a header or (version 2) in JSON. Date and time are
  /// when the server finished the response, in UTC, to the second; `time-taken` and
  /// `time-to-first-byte` are seconds. `x-edge-location` begins with the code of an airport nearby.
  private static AccessLogFormat cloudfront() {
    return new AccessLogFormat(
        new LogFormat(
            "cloudfront",
            "CloudFront access log",
            Stamp.END,
            FieldNumbers.SECOND,
            true,
            Optional.of("In CloudFront's log settings select the field time-taken.")),
        Layer.PROXY,
        95,
        new Layout.Headed(
            CLOUDFRONT_NAMES, '\t', PercentCode::decode, Set.of("x-edge-location"), Set.of()),
        new Layout.Json(
            CLOUDFRONT_NAMES,
            Optional.empty(),
            KeyUnits.ANY,
            Layout.all(Fact.LOG_HOST, Fact.TIME),
            ProxyFormats::completeCloudfront));
  }

  private static void completeCloudfront(Entry entry) {
    if (entry.has(Fact.DATE) && entry.has(Fact.TIME_OF_DAY)) {
      entry.put(Fact.TIME, entry.text(Fact.DATE) + ' ' + entry.text(Fact.TIME_OF_DAY) + 'Z');
    }
    entry.put(Fact.USER_AGENT, PercentCode.decode(entry.text(Fact.USER_AGENT)));
  }

  /// A connection of TCP has no method and the status 0.
  private static boolean isRequest(Entry entry) {
    return entry.has(Fact.METHOD) || !entry.text(Fact.STATUS).equals("0");
  }

  /// Envoy's default format, Istio's in text and in JSON, and the JSON of Contour and Envoy
  /// Gateway. `START_TIME` is the request's start in milliseconds; `DURATION` and the upstream's
  /// service time are milliseconds too.
  private static AccessLogFormat envoy() {
    return new AccessLogFormat(
        new LogFormat(
            "envoy",
            "Envoy or Istio access log",
            Stamp.START,
            FieldNumbers.MILLI,
            true,
            Optional.empty()),
        Layer.PROXY,
        95,
        new Layout.Json(
            FieldNames.of(
                named(Fact.TIME, "start_time"),
                named(Fact.TIME_FINE, "@timestamp", "timestamp", "time"),
                named(Fact.MARK, "response_flags", "bytes_received", "downstream_local_address"),
                named(Fact.METHOD, "method", ":method"),
                named(Fact.TARGET, "path", ":path"),
                named(Fact.TARGET, "x-envoy-original-path", "x-envoy-origin-path"),
                named(Fact.PROTOCOL, "protocol"),
                named(Fact.STATUS, "response_code"),
                named(Fact.BODY_BYTES, "bytes_sent"),
                named(Fact.MILLIS, "duration"),
                named(Fact.UPSTREAM_MILLIS, "upstream_service_time"),
                named(Fact.UPSTREAM_MILLIS, "x-envoy-upstream-service-time"),
                named(Fact.FORWARDED_FOR, "x_forwarded_for", "x-forwarded-for"),
                named(Fact.PEER, "downstream_remote_address"),
                named(Fact.USER_AGENT, "user_agent", "user-agent"),
                named(Fact.REQUEST_ID, "request_id", "x-request-id"),
                named(Fact.TRACEPARENT, "traceparent"),
                named(Fact.TRACE_ID, "trace_id"),
                named(Fact.HOST, "authority", ":authority"),
                named(Fact.UPSTREAM_ADDRESS, "upstream_host")),
            Layout.all(Fact.STATUS)
                .and(Layout.any(Fact.TIME).or(Layout.all(Fact.TIME_FINE, Fact.MARK)))
                .and(ProxyFormats::isRequest)),
        Layout.text(FormatSyntax.OWN, ENVOY_BEGIN + ENVOY_END),
        Layout.text(
            FormatSyntax.OWN,
            ENVOY_BEGIN
                + """
                 <the code's details> <the termination's details> "<the upstream's failure>"\
                """
                + ENVOY_END
                + """
                 <the cluster> <the upstream's local address> \
                <the downstream's local address> <PEER: the downstream's remote address> \
                <...>\
                """));
  }

  /// The time in brackets is the request's start, local time to the millisecond (configuration.txt,
  /// 8.2.3). Up to version 1.6 the first timer also holds the handshake and the idle time before
  /// the request, and the line looks the same.
  private static AccessLogFormat haproxy() {
    return new AccessLogFormat(
            new LogFormat(
                "haproxy",
                "HAProxy HTTP log",
                Stamp.START,
                FieldNumbers.MILLI,
                false,
                Optional.of("In HAProxy's frontend or defaults section say: option httplog")),
            Layer.PROXY,
            95,
            new Layout.Own(HaproxyLines::new))
        .atLeast(47);
  }

  /// In JSON and in its common format, both of which begin with the request's start. `Duration`,
  /// `OriginDuration` and `Overhead` are nanoseconds; the common format has whole milliseconds.
  private static AccessLogFormat traefik() {
    return new AccessLogFormat(
        new LogFormat("traefik", "Traefik access log", Stamp.START, 1, true, Optional.empty()),
        Layer.PROXY,
        95,
        new Layout.Json(
            FieldNames.of(
                named(Fact.TIME, "StartUTC"),
                named(Fact.CLIENT, "ClientHost"),
                named(Fact.METHOD, "RequestMethod"),
                named(Fact.HOST, "RequestHost"),
                named(Fact.TARGET, "RequestPath"),
                named(Fact.PROTOCOL, "RequestProtocol"),
                named(Fact.STATUS, "DownstreamStatus"),
                named(Fact.BODY_BYTES, "DownstreamContentSize"),
                named(Fact.NANOS, "Duration"),
                named(Fact.UPSTREAM_NANOS, "OriginDuration"),
                named(Fact.UPSTREAM_STATUS, "OriginStatus"),
                named(Fact.UPSTREAM_ADDRESS, "ServiceAddr"),
                named(Fact.TRACE_ID, "TraceId"),
                named(Fact.SPAN_ID, "SpanId"),
                named(Fact.USER_AGENT, "request_User-Agent"),
                named(Fact.REQUEST_ID, "request_X-Request-Id"),
                named(Fact.TRACEPARENT, "request_Traceparent")),
            Layout.all(Fact.STATUS, Fact.NANOS)),
        Layout.text(
            FormatSyntax.OWN,
            """
            <CLIENT: $remote_addr> - <$remote_user> [<TIME: $time_local>] "<REQUEST: $request>" \
            <STATUS: $status> <BODY_BYTES: $body_bytes_sent> "<$http_referer>" \
            "<USER_AGENT: $http_user_agent>" <the request's number> "<the router>" \
            "<UPSTREAM_ADDRESS: the server>" <MILLIS: the duration>ms\
            """));
  }
}
