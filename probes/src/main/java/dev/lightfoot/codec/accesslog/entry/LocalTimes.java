package dev.lightfoot.codec.accesslog.entry;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;

/// The calendar, and the zone of times that say none.
final class LocalTimes {
  private final Optional<ZoneRules> rules;
  private boolean fold;

  LocalTimes(Optional<ZoneId> zone) {
    rules = zone.map(ZoneId::getRules);
  }

  /// Whether the zone is known.
  boolean known(long localSeconds) {
    return rules.isPresent() && localSeconds >= 0;
  }

  /// A local time since 1970, as an instant. Where the clocks showed it twice, the earlier one.
  long toUtc(long localSeconds) {
    LocalDateTime local = LocalDateTime.ofEpochSecond(localSeconds, 0, ZoneOffset.UTC);
    List<ZoneOffset> offsets = rules.orElseThrow().getValidOffsets(local);
    fold |= offsets.size() > 1;
    ZoneOffset offset = offsets.isEmpty() ? rules.get().getOffset(local) : offsets.getFirst();
    return localSeconds - offset.getTotalSeconds();
  }

  boolean sawFold() {
    return fold;
  }

  static int days(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return switch (month) {
      case 2 -> leap ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /// Days from 1 January 1970, by the calendar of today (Gregorian), from March on counted so that
  /// the leap day comes last.
  static long daysSince1970(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int monthFromMarch = (month + 9) % 12;
    long dayOfYear = (153L * monthFromMarch + 2) / 5 + day - 1;
    return 365L * y + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468;
  }
}
