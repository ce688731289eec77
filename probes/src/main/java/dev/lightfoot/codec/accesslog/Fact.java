package dev.lightfoot.codec.accesslog;

/// What a field of an access log can say. Durations in one of four units; a field of several
/// (nginx's upstream tries) holds a list.
enum Fact {
  CLIENT,
  /// The client, where no proxy before says better.
  PEER,
  /// In any shape that [Stamps] knows, to the second or finer.
  TIME,
  /// The same instant to the millisecond: nginx's `$msec`.
  TIME_FINE,
  /// Date and time of day in fields of their own.
  DATE,
  TIME_OF_DAY,
  /// `GET /path HTTP/1.1`, or its parts.
  REQUEST,
  METHOD,
  TARGET,
  QUERY,
  PROTOCOL,
  HOST,
  PORT,
  STATUS,
  BODY_BYTES,
  RESPONSE_BYTES,
  USER_AGENT,
  REQUEST_ID,
  TRACEPARENT,
  TRACE_ID,
  SPAN_ID,
  PARENT_SPAN_ID,
  /// AWS: `Root=1-5833…`.
  AMZN_TRACE,
  SECONDS,
  MILLIS,
  MICROS,
  NANOS,
  /// A number with its unit: `1.67ms`.
  WITH_UNIT,
  FIRST_BYTE_SECONDS,
  FIRST_BYTE_MICROS,
  UPSTREAM_ADDRESS,
  UPSTREAM_CONNECT,
  UPSTREAM_HEADER,
  UPSTREAM_RESPONSE,
  UPSTREAM_STATUS,
  /// One number in another unit.
  UPSTREAM_MILLIS,
  UPSTREAM_NANOS,
  CACHE_STATUS,
  PROCESS,
  LOG_HOST,
  SERVICE,
  /// Says that the line is about a request, in formats that mix them with others.
  MARK,
  /// HAProxy's five: `0/0/1/12/13`.
  TIMERS,
  /// Backend and server, or a cluster.
  BACKEND;

  static final int COUNT = values().length;
}
