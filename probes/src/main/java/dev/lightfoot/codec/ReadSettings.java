package dev.lightfoot.codec;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// What a person says of a file that it does not say itself.
///
/// @param zone of timestamps without one; where empty, such an entry is skipped with the reason
/// @param pattern the server's own format string, such as nginx's `log_format`
/// @param day on which the file was written: for timestamps without a year or a day
public record ReadSettings(
    Optional<ZoneId> zone, Optional<String> pattern, Optional<LocalDate> day) {
  /// Nothing said.
  public static final ReadSettings NONE =
      new ReadSettings(Optional.empty(), Optional.empty(), Optional.empty());
}
