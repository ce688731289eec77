package dev.lightfoot.codec.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/// What a collector puts before the line that a program wrote: syslog (RFC 3164, RFC 5424, and with
/// a time in ISO 8601), Heroku's logplex, `kubectl logs` and `docker logs` with `--timestamps` and
/// `--prefix`, exports with a time alone.
///
/// @param end where the program's line begins
/// @param stamp when it was collected: ISO 8601, or `Nov 20 10:00:32`; empty where it is not said
/// @param program which wrote it; empty where it is not said
/// @param process of the program; 0 where it is not said
public record LineHead(int end, String stamp, String program, long process) {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final int ISO_SHORTEST = 19;
  private static final int LONGEST_STAMP = 40;
  private static final int LONGEST_WORD = 128;
  private static final int PROCESS_DIGITS = 10;

  /// The head of a line; empty where it has none.
  public static Optional<LineHead> of(byte[] b, int from, int to) {
    if (from >= to) {
      return Optional.empty();
    }
    Scan scan = new Scan(b, from, to);
    return switch (b[from]) {
      case '<' -> scan.priority();
      case '[' -> scan.pod();
      default -> scan.stamped();
    };
  }

  /// One walk over a line.
  private static final class Scan {
    private final byte[] b;
    private final int to;
    private int at;
    private String stamp = "";

    Scan(byte[] b, int from, int to) {
      this.b = b;
      this.to = to;
      at = from;
    }

    /// `<134>1 2026-11-20T10:00:02+00:00 host program 44 - - ` or `<190>Nov 20 10:00:02 …`.
    private Optional<LineHead> priority() {
      int close = at + 1;
      while (close < to && close - at <= 3 && digit(close)) {
        close++;
      }
      if (close == at + 1 || close >= to || b[close] != '>') {
        return Optional.empty();
      }
      at = close + 1;
      if (at + 1 < to && b[at] == '1' && b[at + 1] == ' ') {
        at += 2;
        return modern();
      }
      return stamped();
    }

    private Optional<LineHead> modern() {
      String when = word();
      word(); // host
      String program = word();
      String process = word();
      word(); // kind of message
      if (at >= to || !(b[at] == '-' || b[at] == '[')) {
        return Optional.empty();
      }
      at = b[at] == '-' ? at + 1 : afterData();
      skip(' ');
      if (startsWith("\u00ef\u00bb\u00bf")) {
        at += 3;
      }
      stamp = when.equals("-") ? "" : when;
      return Optional.of(
          new LineHead(at, stamp, program.equals("-") ? "" : program, number(process)));
    }

    /// Behind `[id name="value"][…]`, in whose values a backslash hides a quote.
    private int afterData() {
      int i = at;
      boolean quoted = false;
      while (i < to) {
        if (b[i] == '\\' && quoted) {
          i++;
        } else if (b[i] == '"') {
          quoted = !quoted;
        } else if (b[i] == ']' && !quoted && (i + 1 == to || b[i + 1] != '[')) {
          return i + 1;
        }
        i++;
      }
      return to;
    }

    /// `[pod/web-1/nginx] ` and what may follow.
    private Optional<LineHead> pod() {
      if (!startsWith("[pod/") && !startsWith("[container/")) {
        return Optional.empty();
      }
      int slash = at;
      while (b[slash] != '/') {
        slash++;
      }
      int close = slash;
      while (close < to && close - slash < LONGEST_WORD && b[close] != ']') {
        close++;
      }
      if (close + 1 >= to || b[close] != ']' || b[close + 1] != ' ') {
        return Optional.empty();
      }
      String name = text(slash + 1, close);
      at = close + 2;
      if (iso()) {
        skip(' ');
      }
      return Optional.of(new LineHead(at, stamp, name, 0));
    }

    private Optional<LineHead> stamped() {
      if (!iso() && !dayOfMonth()) {
        return Optional.empty();
      }
      skip(' ');
      int behind = at;
      Optional<LineHead> tagged = tag();
      if (tagged.isEmpty()) {
        word(); // host
        tagged = tag();
      }
      boolean alone = tagged.isEmpty() && stamp.length() >= ISO_SHORTEST;
      return alone ? Optional.of(new LineHead(behind, stamp, "", 0)) : tagged;
    }

    /// `program[44]: `, `program: `, `app[postgres.44]: `; empty where there is none.
    private Optional<LineHead> tag() {
      int end = at;
      while (end < to && end - at < LONGEST_WORD && name(b[end])) {
        end++;
      }
      if (end == at || end >= to) {
        return Optional.empty();
      }
      String program = text(at, end);
      long process = 0;
      boolean numbered = b[end] == '[';
      if (numbered) {
        int close = end + 1;
        while (close < to && close - end < LONGEST_WORD && name(b[close])) {
          close++;
        }
        if (close >= to || b[close] != ']') {
          return Optional.empty();
        }
        String inner = text(end + 1, close);
        int dot = inner.lastIndexOf('.');
        process = number(inner.substring(dot + 1));
        program = dot > 0 ? inner.substring(0, dot) : program;
        end = close + 1;
      }
      if (end + 1 >= to || b[end] != ':' || b[end + 1] != ' ') {
        return Optional.empty();
      }
      // PostgreSQL's severities have two blanks behind their colon.
      if (!numbered && end + 2 < to && b[end + 2] == ' ') {
        return Optional.empty();
      }
      return Optional.of(new LineHead(end + 2, stamp, program, process));
    }

    /// `2026-11-20T10:00:32.413000+00:00`.
    private boolean iso() {
      if (to - at <= ISO_SHORTEST || b[at + 4] != '-' || b[at + 10] != 'T' || !digit(at)) {
        return false;
      }
      int end = at;
      while (end < to && b[end] != ' ' && end - at < LONGEST_STAMP) {
        if (!digit(end) && "-T:.,+Z".indexOf(b[end]) < 0) {
          return false;
        }
        end++;
      }
      boolean whole = end < to && b[end] == ' ' && end - at >= ISO_SHORTEST;
      stamp = whole ? text(at, end) : "";
      at = whole ? end : at;
      return whole;
    }

    /// `Nov 20 10:00:32`.
    private boolean dayOfMonth() {
      int end = at + "Nov 20 10:00:32".length();
      if (end >= to || b[end] != ' ' || b[at + 3] != ' ' || b[at + 6] != ' ' || b[at + 9] != ':') {
        return false;
      }
      int month = MONTHS.indexOf(text(at, at + 3));
      if (month < 0 || month % 3 != 0) {
        return false;
      }
      stamp = text(at, end);
      at = end;
      return true;
    }

    private String word() {
      int end = at;
      while (end < to && b[end] != ' ' && end - at < LONGEST_WORD) {
        end++;
      }
      String word = text(at, end);
      at = end;
      skip(' ');
      return word;
    }

    private void skip(char c) {
      if (at < to && b[at] == c) {
        at++;
      }
    }

    private boolean startsWith(String text) {
      if (to - at < text.length()) {
        return false;
      }
      for (int i = 0; i < text.length(); i++) {
        if ((b[at + i] & 0xFF) != text.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    private String text(int start, int end) {
      return new String(b, start, end - start, UTF_8);
    }

    private boolean digit(int i) {
      return b[i] >= '0' && b[i] <= '9';
    }

    private static boolean name(byte c) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '-'
          || c == '_'
          || c == '.'
          || c == '/'
          || c == '@';
    }

    private static long number(String text) {
      boolean digits =
          !text.isEmpty()
              && text.length() <= PROCESS_DIGITS
              && text.chars().allMatch(c -> c >= '0' && c <= '9');
      return digits ? Long.parseLong(text) : 0;
    }
  }
}
