package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;

/// Headers that HAProxy was told to capture: `{Mozilla/5.0|shop.test} {nginx}`, values without
/// names. Recognised by their look: a traceparent, an id, a browser.
final class CapturedHeaders {
  private static final int HEX_ID = 32;
  private static final int UUID = 36;

  private CapturedHeaders() {}

  static void note(byte[] b, int from, int to, Entry into) {
    int at = from;
    while (at < to) {
      if (b[at] == '{') {
        int close = at;
        while (close < to && b[close] != '}') {
          close++;
        }
        values(new String(b, at + 1, Math.max(0, close - at - 1), ISO_8859_1), into);
        at = close;
      }
      at++;
    }
  }

  private static void values(String group, Entry into) {
    for (String value : group.split("\\|", -1)) {
      if (value.length() == 55 && value.startsWith("00-")) {
        into.put(Fact.TRACEPARENT, value);
      } else if (isId(value)) {
        into.put(Fact.REQUEST_ID, value);
      } else if (value.startsWith("Mozilla/") || value.startsWith("curl/")) {
        into.put(Fact.USER_AGENT, value);
      }
    }
  }

  private static boolean isId(String value) {
    int dashes = value.length() == UUID ? 4 : 0;
    return (value.length() == HEX_ID || value.length() == UUID)
        && value.chars().allMatch(c -> c == '-' || Character.digit(c, 16) >= 0)
        && value.chars().filter(c -> c == '-').count() == dashes;
  }
}
