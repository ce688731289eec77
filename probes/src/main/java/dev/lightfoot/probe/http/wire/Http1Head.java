package dev.lightfoot.probe.http.wire;

import dev.lightfoot.model.Header;
import dev.lightfoot.probe.trace.ResponseHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the head of an HTTP/1 response: status line and header lines (RFC 9112 sections 4 and 5),
/// as far as they can be read.
final class Http1Head {
  /// Shoutcast's word for HTTP/1.0; browsers take it, too.
  private static final String ICY = "ICY ";

  private static final int STATUS_DIGITS = 3;

  private Http1Head() {}

  /// @param text one character for each byte
  static ResponseHead of(String text, Optional<String> fault) {
    List<Header> lines = new ArrayList<>();
    List<String> all = text.lines().toList();
    for (String line : all.subList(Math.min(1, all.size()), all.size())) {
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      int colon = line.indexOf(':');
      if (folded && !lines.isEmpty()) {
        Header last = lines.removeLast();
        lines.add(new Header(last.name(), (last.value() + " " + line.strip()).strip()));
      } else if (colon > 0) {
        lines.add(new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      }
    }
    int space = text.indexOf(' ');
    return new ResponseHead(text.substring(0, Math.max(0, space)), status(text), lines, fault);
  }

  /// The status of a response head; 0 where there is none.
  static int status(String head) {
    int space = head.indexOf(' ');
    boolean known = head.startsWith("HTTP/1.") || head.startsWith(ICY);
    if (!known || space < 0 || head.length() < space + 1 + STATUS_DIGITS) {
      return 0;
    }
    String digits = head.substring(space + 1, space + 1 + STATUS_DIGITS);
    return digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')
        ? Integer.parseInt(digits)
        : 0;
  }
}
