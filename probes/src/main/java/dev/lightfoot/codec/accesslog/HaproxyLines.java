package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldTexts;

/// Lines of HAProxy's `option httplog` and `option httpslog`, with or without syslog's prefix,
/// among those that HAProxy writes about itself.
///
/// More than a table holds: where a prefix of any length ends, the port behind an IPv6 address
/// without brackets, the request in quotes behind headers without names, five timers in one field.
final class HaproxyLines implements LineFormat {
  private static final byte[] PROCESS = "haproxy[".getBytes(ISO_8859_1);

  private static final LinePattern PATTERN =
      FormatSyntax.OWN.compile(
          """
          <CLIENT: the client's address> [<TIME: the time>] <the frontend> \
          <BACKEND: the backend> <TIMERS: the timers> <STATUS: the status> \
          <RESPONSE_BYTES: the bytes> <the request's cookie> <the response's cookie> \
          <the termination state> <the connections> <the queues> <...>\
          """);

  @Override
  public Kind take(byte[] b, int from, int to, Entry into) {
    int begin = begin(b, from, to, into);
    int end = PATTERN.scan(b, begin, to, into);
    if (end < 0 || !HaproxyTimers.isFive(into)) {
      return quote(b, from, to) < 0 ? Kind.OTHER : Kind.BAD;
    }
    client(into);
    into.dropSign(Fact.RESPONSE_BYTES);
    into.dropSign(Fact.STATUS);
    int open = quote(b, end, to);
    int close = open < 0 ? -1 : quote(b, open + 1, to);
    if (close < 0) {
      return Kind.of(into.refuse("it ends before its request does"));
    }
    into.put(Fact.REQUEST, b, open + 1, close);
    CapturedHeaders.note(b, end, open, into);
    HaproxyTimers.note(into);
    return Kind.ENTRY;
  }

  /// Where syslog's prefix ends; notes the host and process in it.
  private static int begin(byte[] b, int from, int to, Entry into) {
    for (int i = from; i + PROCESS.length < to; i++) {
      if (b[i] == 'h' && FieldTexts.startsWith(b, i, to, PROCESS)) {
        int close = i;
        while (close < to && b[close] != ']') {
          close++;
        }
        into.put(Fact.PROCESS, b, i + PROCESS.length, close);
        int host = i - 2;
        while (host > from && b[host - 1] != ' ') {
          host--;
        }
        into.put(Fact.LOG_HOST, b, Math.max(host, from), Math.max(i - 1, from));
        return Math.min(close + 3, to);
      }
      if (b[i] == '"' || b[i] == '[') {
        break;
      }
    }
    return from;
  }

  /// HAProxy puts no brackets around an IPv6 address: the port stands behind the last colon.
  private static void client(Entry into) {
    if (!into.has(Fact.CLIENT)) {
      return;
    }
    byte[] b = into.bytes(Fact.CLIENT);
    int from = into.from(Fact.CLIENT);
    int colon = into.to(Fact.CLIENT) - 1;
    while (colon > from && b[colon] != ':') {
      colon--;
    }
    boolean brackets = colon > from && b[from] == '[' && b[colon - 1] == ']';
    into.put(Fact.CLIENT, b, brackets ? from + 1 : from, brackets ? colon - 1 : colon);
  }

  private static int quote(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == '"') {
        return i;
      }
    }
    return -1;
  }
}
