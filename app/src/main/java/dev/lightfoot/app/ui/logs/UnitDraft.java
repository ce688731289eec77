package dev.lightfoot.app.ui.logs;

import dev.lightfoot.codec.DurationUnit;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.accesslog.GuessedUnits;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a person says of logs that do not say it themselves.
///
/// @param units of durations, by their keys
/// @param pattern the server's own format string; empty for none
/// @param doubtful whether anything was guessed that this would settle
record UnitDraft(Map<String, DurationUnit> units, String pattern, boolean doubtful) {
  UnitDraft {
    units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
  }

  /// What was said so far, and beside it what was guessed.
  static UnitDraft of(ReadSettings said, List<String> remarks) {
    Map<String, DurationUnit> guessed = GuessedUnits.in(remarks);
    Map<String, DurationUnit> units = new LinkedHashMap<>(said.units());
    guessed.forEach((key, unit) -> units.putIfAbsent(key.toLowerCase(Locale.ROOT), unit));
    return new UnitDraft(
        units, said.pattern().orElse(""), !guessed.isEmpty() || GuessedUnits.wantPattern(remarks));
  }

  /// The settings with this in them.
  ReadSettings in(ReadSettings before) {
    Optional<String> format = Optional.of(pattern.strip()).filter(text -> !text.isEmpty());
    return new ReadSettings(before.zone(), format, before.day(), units);
  }
}
