package dev.lightfoot.codec.accesslog.entry;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/// Reads timestamps in the shapes of access logs: `23/Nov/2026:15:28:55 +0000` (nginx, Apache;
/// HAProxy without the zone), ISO 8601, seconds or finer since 1970, `Sun Mar 13 22:49:12 2016`.
/// The next line mostly has the same: that one is not read again.
final class Stamps {
  static final String NO_ZONE = "its time says no time zone";

  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private final LocalTimes local;
  private byte[] last = new byte[0];
  private boolean lastRead;

  private byte[] b = last;
  private int at;
  private int end;

  private long seconds;
  private long fraction;

  /// Of the stamp read last, since 1970.
  long nanos;

  /// The step in which it was written.
  long resolution;

  /// Whether it stands in brackets, as Apache writes the beginning of a request.
  boolean bracketed;

  /// Why the last one could not be read.
  String problem = "";

  Stamps(Optional<ZoneId> zone) {
    local = new LocalTimes(zone);
  }

  /// Whether a time was taken that the clocks of its zone showed twice.
  boolean sawFold() {
    return local.sawFold();
  }

  /// Reads one; false where it is none.
  boolean read(byte[] bytes, int from, int to) {
    if (Arrays.equals(last, 0, last.length, bytes, from, to)) {
      return lastRead;
    }
    last = Arrays.copyOfRange(bytes, from, to);
    bracketed = to - from > 2 && bytes[from] == '[' && bytes[to - 1] == ']';
    b = bracketed ? Arrays.copyOfRange(bytes, from + 1, to - 1) : last;
    at = 0;
    end = b.length;
    fraction = 0;
    resolution = FieldNumbers.SECOND;
    problem = "";
    lastRead = shape() && at == end;
    if (lastRead) {
      nanos = seconds * FieldNumbers.SECOND + fraction;
    } else if (problem.isEmpty()) {
      problem = "its time cannot be read";
    }
    return lastRead;
  }

  private boolean shape() {
    if (end > 60) {
      return false;
    }
    if (end > 10 && b[2] == '/') {
      return common();
    }
    if (end > 10 && b[4] == '-') {
      return iso();
    }
    if (end > 0 && b[0] >= '0' && b[0] <= '9') {
      return epoch();
    }
    return end >= 24 && ascii();
  }

  /// `23/Nov/2026:15:28:55 +0000`, `25/Feb/2019:16:19:48.143`
  private boolean common() {
    int day = digits(2);
    boolean slash = literal('/');
    int month = month();
    if (!slash || !literal('/')) {
      return false;
    }
    int year = digits(4);
    return literal(':') && date(year, month, day) && clock() && zone();
  }

  /// `2026-11-23T15:28:55.123Z`
  private boolean iso() {
    int year = digits(4);
    boolean dash = literal('-');
    int month = digits(2);
    if (!dash || !literal('-')) {
      return false;
    }
    int day = digits(2);
    return date(year, month, day) && (literal('T') || literal(' ')) && clock() && zone();
  }

  /// `Sun Mar 13 22:49:12 2016`
  private boolean ascii() {
    at = 4;
    int month = month();
    if (!literal(' ')) {
      return false;
    }
    int day = b[at] == ' ' ? oneDigit() : digits(2);
    if (!literal(' ')) {
      return false;
    }
    seconds = 0;
    if (!clock() || !literal(' ')) {
      return false;
    }
    long timeOfDay = seconds;
    int year = digits(4);
    boolean known = date(year, month, day);
    seconds += timeOfDay;
    return known && zone();
  }

  private int oneDigit() {
    at++;
    return digits(1);
  }

  /// Seconds with a fraction, or whole milliseconds, microseconds or nanoseconds: told apart by
  /// their size, which suits every year from 1973 on.
  private boolean epoch() {
    int dot = 0;
    while (dot < end && b[dot] != '.') {
      dot++;
    }
    long whole = FieldNumbers.whole(b, 0, dot);
    if (whole < 0) {
      return false;
    }
    long unit =
        dot <= 11
            ? FieldNumbers.SECOND
            : dot <= 14 ? FieldNumbers.MILLI : dot <= 17 ? FieldNumbers.MICRO : 1;
    long perSecond = FieldNumbers.SECOND / unit;
    seconds = whole / perSecond;
    fraction = whole % perSecond * unit;
    resolution = unit;
    at = dot;
    return seconds < 9_000_000_000L && fraction();
  }

  private boolean fraction() {
    if (at < end && (b[at] == '.' || b[at] == ',')) {
      at++;
      while (at < end && b[at] >= '0' && b[at] <= '9') {
        resolution /= 10;
        fraction += (b[at++] - '0') * resolution;
      }
      resolution = Math.max(1, resolution);
    }
    return true;
  }

  private boolean date(int year, int month, int day) {
    if (year < 1970 || month < 1 || month > 12 || day < 1 || day > LocalTimes.days(year, month)) {
      return false;
    }
    seconds = LocalTimes.daysSince1970(year, month, day) * 86_400;
    return true;
  }

  private boolean clock() {
    int hour = digits(2);
    boolean colon = literal(':');
    int minute = digits(2);
    if (!colon || !literal(':')) {
      return false;
    }
    int second = digits(2);
    seconds += hour * 3600L + minute * 60L + second;
    // Second 60 is a leap second and counts as the one after it.
    return hour >= 0
        && minute >= 0
        && second >= 0
        && hour < 24
        && minute < 60
        && second <= 60
        && fraction();
  }

  private boolean zone() {
    if (at < end && b[at] == ' ') {
      at++;
    }
    if (at == end) {
      boolean known = local.known(seconds);
      problem = known ? "" : NO_ZONE;
      seconds = known ? local.toUtc(seconds) : 0;
      return known;
    }
    byte sign = b[at++];
    if (sign == 'Z') {
      return true;
    }
    int hours = digits(2);
    if (at < end && b[at] == ':') {
      at++;
    }
    int minutes = at < end ? digits(2) : 0;
    int offset = hours * 3600 + minutes * 60;
    seconds -= sign == '-' ? -offset : offset;
    return (sign == '+' || sign == '-') && hours >= 0 && minutes >= 0;
  }

  private int month() {
    for (int i = 0; at + 3 <= end && i < MONTHS.length(); i += 3) {
      if (b[at] == MONTHS.charAt(i)
          && b[at + 1] == MONTHS.charAt(i + 1)
          && b[at + 2] == MONTHS.charAt(i + 2)) {
        at += 3;
        return i / 3 + 1;
      }
    }
    return -1;
  }

  private int digits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      if (at == end || b[at] < '0' || b[at] > '9') {
        return -1;
      }
      value = value * 10 + b[at++] - '0';
    }
    return value;
  }

  private boolean literal(char expected) {
    boolean there = at < end && b[at] == expected;
    at += there ? 1 : 0;
    return there;
  }
}
