package dev.lightfoot.codec.accesslog.entry;

/// What a field of an access log can say. Durations are in one of four units; a field about several
/// upstream attempts of nginx holds a list.
public enum Fact {
  CLIENT,
  /// Address and port of the other end of the connection: the client, where nothing better is said.
  PEER,
  /// `X-Forwarded-For`, whose first address is the client.
  FORWARDED_FOR,
  /// In any shape that [Stamps] knows, to the second or finer.
  TIME,
  /// The same instant to the millisecond: nginx's `$msec`.
  TIME_FINE,
  /// Seconds since 1970 as a floating-point number, in which last zeros are not written.
  TIME_DOUBLE,
  /// The start of a request whose other time is its end.
  START_TIME,
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
  /// A number with its unit, or several: `1.67ms`, `1m2.5s`.
  WITH_UNIT,
  /// A number whose unit the format does not say: it is found out by the file.
  OF_UNKNOWN_UNIT,
  FIRST_BYTE_SECONDS,
  FIRST_BYTE_MICROS,
  UPSTREAM_ADDRESS,
  UPSTREAM_CONNECT,
  UPSTREAM_HEADER,
  UPSTREAM_RESPONSE,
  UPSTREAM_STATUS,
  /// The only attempt: one number in a unit of its own.
  UPSTREAM_SECONDS,
  UPSTREAM_MILLIS,
  UPSTREAM_NANOS,
  /// From the request's start to the upstream's, and from the upstream's end to the request's.
  BEFORE_UPSTREAM_SECONDS,
  AFTER_UPSTREAM_SECONDS,
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

  /// Whether it is one word, so that what follows a blank behind it is something else.
  public boolean isWord() {
    return switch (this) {
      case TIME,
          START_TIME,
          REQUEST,
          TARGET,
          QUERY,
          USER_AGENT,
          FORWARDED_FOR,
          WITH_UNIT,
          AMZN_TRACE,
          SERVICE,
          BACKEND ->
          false;
      default -> true;
    };
  }

  /// Whether it names the request, or its trace.
  public boolean isId() {
    return switch (this) {
      case REQUEST_ID, TRACEPARENT, TRACE_ID, SPAN_ID, PARENT_SPAN_ID, AMZN_TRACE -> true;
      default -> false;
    };
  }

  /// Whether it can hold one value for each upstream attempt.
  public boolean isList() {
    return switch (this) {
      case UPSTREAM_ADDRESS,
          UPSTREAM_CONNECT,
          UPSTREAM_HEADER,
          UPSTREAM_RESPONSE,
          UPSTREAM_STATUS ->
          true;
      default -> false;
    };
  }
}
