package dev.lightfoot.codec.rails;

import dev.lightfoot.codec.text.LocalStamp;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;

/// A line without colours and without what Ruby's logger and Rails' tags put before it: `I,
/// [2026-11-23T15:28:04.123456 #123] INFO -- : [request-id] Started GET …`.
///
/// @param stamp of the logger
/// @param pid of the logger; empty where it writes none
/// @param tag the first in brackets, mostly the request's id; empty where there is none
record RailsLine(String place, Optional<LocalStamp> stamp, String pid, String tag, String message) {
  private static final String SEPARATOR = " -- ";
  private static final int LONGEST_HEAD = 200;

  static RailsLine of(String place, String coloured) {
    String line = plain(coloured);
    int separator = line.indexOf(SEPARATOR);
    int start = separator < 0 ? -1 : line.indexOf(": ", separator);
    boolean logger =
        start > 0 && start < LONGEST_HEAD && line.length() > 3 && line.startsWith(", [", 1);
    String head = logger ? line.substring(0, start) : "";
    String rest = logger ? line.substring(start + 2) : line;
    String tag = "";
    while (rest.startsWith("[") && rest.indexOf("] ") > 0) {
      tag = tag.isEmpty() ? rest.substring(1, rest.indexOf("] ")) : tag;
      rest = rest.substring(rest.indexOf("] ") + 2);
    }
    return new RailsLine(place, LocalStamp.find(head), pid(head), tag, rest);
  }

  private static String pid(String head) {
    int start = head.indexOf('#') + 1;
    int end = start;
    while (end < head.length() && Character.isDigit(head.charAt(end))) {
      end++;
    }
    return start == 0 ? "" : head.substring(start, end);
  }

  /// Without the codes that colour text on a terminal.
  private static String plain(String line) {
    int escape = line.indexOf('\u001b');
    if (escape < 0) {
      return line;
    }
    StringBuilder plain = new StringBuilder(line.length());
    int from = 0;
    while (escape >= 0) {
      plain.append(line, from, escape);
      from = escape + 1;
      while (from < line.length() && "[;0123456789".indexOf(line.charAt(from)) >= 0) {
        from++;
      }
      from = Math.min(from + 1, line.length());
      escape = line.indexOf('\u001b', from);
    }
    return plain.append(line, from, line.length()).toString();
  }

  /// Lines of one request have the same.
  String session() {
    return pid + '/' + tag;
  }

  OptionalLong end(Optional<ZoneId> zone) {
    return stamp.isPresent() ? stamp.get().unixNanos(zone) : OptionalLong.empty();
  }
}
