package dev.lightfoot.report.layout.compare;

import dev.lightfoot.analysis.compare.Shift;
import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.analysis.summary.Spread;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Every run of both sides, on a scale of its own.
///
/// @param subject what it is of
/// @param shift how the sides lie beside each other
/// @param scale that holds every run
/// @param medianA middle of the runs of side A; empty where it has none
/// @param medianB of side B
public record StripRow(
    StripSubject subject,
    Shift shift,
    NanosScale scale,
    OptionalLong medianA,
    OptionalLong medianB) {

  static StripRow of(StripSubject subject, Shift shift) {
    long[] all =
        Stream.concat(shift.a().stream(), shift.b().stream()).mapToLong(RunValue::nanos).toArray();
    return of(
        subject,
        shift,
        NanosScale.holding(LongStream.of(all).min().orElse(0), LongStream.of(all).max().orElse(0)));
  }

  /// On that scale, which holds every run.
  static StripRow of(StripSubject subject, Shift shift, NanosScale scale) {
    return new StripRow(subject, shift, scale, median(shift.a()), median(shift.b()));
  }

  /// The middle of these; empty where there are none.
  public static OptionalLong median(List<RunValue> runs) {
    return Spread.of(runs.stream().mapToLong(RunValue::nanos).toArray())
        .map(spread -> OptionalLong.of(spread.medianNanos()))
        .orElseGet(OptionalLong::empty);
  }
}
