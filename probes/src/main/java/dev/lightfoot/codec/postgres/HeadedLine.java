package dev.lightfoot.codec.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lightfoot.codec.text.LineHead;
import dev.lightfoot.codec.text.LocalStamp;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of the stderr log without what syslog, a log drain or an export put before it.
///
/// @param text as the server wrote it
/// @param place for people
/// @param pid of the server process; 0 where the head does not say
/// @param piece of an entry that was too long for one line of syslog, or had several: from 1 on; 0
///   where the head does not say
/// @param collectedNanos since 1970; empty where the head does not say
record HeadedLine(String text, String place, long pid, int piece, OptionalLong collectedNanos) {
  /// `[5-1] ` behind syslog's head, `[DATABASE] [7-1] ` behind Heroku's.
  private static final Pattern PIECE =
      Pattern.compile("(?:\\[[A-Z_]{1,40}\\] )?\\[\\d{1,12}-(\\d{1,6})\\] ");

  private static final String TAB = "#011";

  /// The line that stands there.
  static HeadedLine of(byte[] b, int from, int to, String place) {
    Optional<LineHead> found = LineHead.of(b, from, to);
    if (found.isEmpty()) {
      return new HeadedLine(
          new String(b, from, to - from, UTF_8), place, 0, 0, OptionalLong.empty());
    }
    LineHead head = found.get();
    String text = new String(b, head.end(), to - head.end(), UTF_8);
    int piece = 0;
    Matcher numbered = PIECE.matcher(text);
    if (numbered.lookingAt()) {
      piece = Integer.parseInt(numbered.group(1));
      text = text.substring(numbered.end());
    }
    text = text.startsWith(TAB) ? '\t' + text.substring(TAB.length()) : text;
    return new HeadedLine(text, place, head.process(), piece, nanos(head.stamp()));
  }

  static HeadedLine of(String line) {
    byte[] bytes = line.getBytes(UTF_8);
    return of(bytes, 0, bytes.length, "");
  }

  /// Whether it goes on with the line before, in the middle of a text.
  boolean isRest() {
    return piece > 1;
  }

  private static OptionalLong nanos(String stamp) {
    return LocalStamp.find(stamp)
        .map(known -> known.unixNanos(Optional.empty()))
        .orElse(OptionalLong.empty());
  }
}
