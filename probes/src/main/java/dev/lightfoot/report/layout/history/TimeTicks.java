package dev.lightfoot.report.layout.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Ticks of a time axis of hours to years, at round local times.
///
/// @param at where they stand
/// @param labels what stands at each
public record TimeTicks(List<Instant> at, List<String> labels) {
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
  private static final int[] MINUTES = {1, 2, 5, 10, 20, 30, 60, 120, 240, 360, 720};
  private static final int[] DAYS = {1, 2, 7, 14};
  private static final int[] MONTHS = {1, 3, 6, 12, 24, 60, 120, 240, 600};

  public TimeTicks {
    at = List.copyOf(at);
    labels = List.copyOf(labels);
  }

  /// Round times between two instants.
  ///
  /// @param most how many there is room for; at least 1
  public static TimeTicks between(Instant from, Instant to, ZoneId zone, int most) {
    Duration room = Duration.between(from, to).dividedBy(Math.max(1, most));
    ZonedDateTime start = from.atZone(zone);
    for (int minutes : MINUTES) {
      if (Duration.ofMinutes(minutes).compareTo(room) >= 0) {
        ZonedDateTime day = start.toLocalDate().atStartOfDay(zone);
        return of(day, from, to, HOUR, at -> at.plusMinutes(minutes));
      }
    }
    for (int days : DAYS) {
      if (Duration.ofDays(days).compareTo(room) >= 0) {
        long first = Math.floorDiv(start.toLocalDate().toEpochDay(), days) * (long) days;
        ZonedDateTime day = LocalDate.ofEpochDay(first).atStartOfDay(zone);
        return of(day, from, to, DAY, at -> at.plusDays(days));
      }
    }
    for (int months : MONTHS) {
      if (Duration.ofDays(30L * months).compareTo(room) >= 0) {
        return months(start, from, to, months);
      }
    }
    return new TimeTicks(List.of(), List.of());
  }

  private static TimeTicks months(ZonedDateTime start, Instant from, Instant to, int months) {
    int month = start.getYear() * 12 + start.getMonthValue() - 1;
    int first = Math.floorDiv(month, months) * months;
    ZonedDateTime day = LocalDate.of(first / 12, first % 12 + 1, 1).atStartOfDay(start.getZone());
    return of(day, from, to, MONTH, at -> at.plusMonths(months));
  }

  private static TimeTicks of(
      ZonedDateTime first,
      Instant from,
      Instant to,
      DateTimeFormatter format,
      UnaryOperator<ZonedDateTime> next) {
    List<Instant> at = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (ZonedDateTime each = first; !each.toInstant().isAfter(to); each = next.apply(each)) {
      if (!each.toInstant().isBefore(from)) {
        at.add(each.toInstant());
        labels.add(format.format(each));
      }
    }
    return new TimeTicks(at, labels);
  }
}
