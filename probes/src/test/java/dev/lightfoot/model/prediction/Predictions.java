package dev.lightfoot.model.prediction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Predictions made by hand for tests, in milliseconds.
public final class Predictions {
  private static final long MILLI = 1_000_000;

  private Predictions() {}

  /// One of 400 ms that become 300, 290 to 320.
  public static Prediction of(String... changes) {
    return new Prediction(
        "01kas7zzzzabcdefghjkmnpqrs",
        "cold",
        10,
        List.of(changes),
        new Outcome(400 * MILLI, 400 * MILLI, 400 * MILLI, 390 * MILLI, OptionalInt.of(54)),
        new Outcome(300 * MILLI, 290 * MILLI, 320 * MILLI, 295 * MILLI, OptionalInt.of(5)),
        0.95,
        List.of(new PathStretch(0, "https://www.shop.test/", "request", 40 * MILLI, 1)),
        List.of("One run only."),
        Optional.empty());
  }

  /// The same, measured afterwards.
  public static Prediction measured(long millis, String... changes) {
    return of(changes)
        .graded(
            new Grade(
                "01kas80000abcdefghjkmnpqrs", millis * MILLI, millis >= 290 && millis <= 320));
  }
}
