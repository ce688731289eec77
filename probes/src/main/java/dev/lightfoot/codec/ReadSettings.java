package dev.lightfoot.codec;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a person says of a file that it does not say itself.
///
/// @param zone of timestamps without one; where empty, such an entry is skipped with the reason
/// @param pattern the server's own format string, such as nginx's `log_format`
/// @param day on which the file was written: for timestamps without a year or a day
/// @param units of the durations under a key or in a column of that name, in lower case
public record ReadSettings(
    Optional<ZoneId> zone,
    Optional<String> pattern,
    Optional<LocalDate> day,
    Map<String, DurationUnit> units) {
  /// Nothing said.
  public static final ReadSettings NONE =
      new ReadSettings(Optional.empty(), Optional.empty(), Optional.empty());

  public ReadSettings {
    units = Map.copyOf(units);
  }

  /// Without units.
  public ReadSettings(Optional<ZoneId> zone, Optional<String> pattern, Optional<LocalDate> day) {
    this(zone, pattern, day, Map.of());
  }

  /// That of the durations under a key, in whatever case it is written.
  public Optional<DurationUnit> unit(String key) {
    return Optional.ofNullable(units.get(key.toLowerCase(Locale.ROOT)));
  }
}
