package dev.lightfoot.app.ui.testing;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.model.prediction.Grade;
import dev.lightfoot.model.prediction.Outcome;
import dev.lightfoot.model.prediction.PathStretch;
import dev.lightfoot.model.prediction.Prediction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Predictions as they might be kept.
public final class TestPredictions {
  private static final long MILLI = 1_000_000;
  private static final String LATER = "01kas80000abcdefghjkmnpqrs";

  private TestPredictions() {}

  /// One of 318 ms that become 212, 198 to 227, for a snapshot that is kept no more.
  public static Prediction of(String... changes) {
    return new Prediction(
        "01kas7zzzzabcdefghjkmnpqrs",
        "cold",
        10,
        List.of(changes),
        new Outcome(318 * MILLI, 318 * MILLI, 318 * MILLI, 317 * MILLI, OptionalInt.of(57)),
        new Outcome(212 * MILLI, 198 * MILLI, 227 * MILLI, 211 * MILLI, OptionalInt.of(8)),
        0.95,
        List.of(new PathStretch(0, "https://www.shop.test/", "request", 40 * MILLI, 1)),
        List.of("One run only."),
        Optional.empty());
  }

  /// One that held, one that missed and one that waits.
  public static List<Prediction> all() {
    return List.of(
        of("batch=shop_supplier").graded(new Grade(LATER, 217 * MILLI, true)),
        of("tls=1.3").graded(new Grade(LATER, 261 * MILLI, false)),
        of("tls=1.3", "preload=https://www.shop.test/static/a-long-name-of-a-style-sheet.css"));
  }

  /// The same loads of a page an hour later, on kept connections: what `keep-alive` asks for.
  public static Snapshot onKeptConnections(Snapshot before) {
    return new Snapshot(
        SnapshotId.next(before.takenAt().plusHours(1).toInstant()),
        Optional.of("after"),
        before.target(),
        before.takenAt().plusHours(1),
        before.environment(),
        before.runs().stream().map(TestPredictions::warm).toList(),
        Map.of());
  }

  private static Run warm(Run run) {
    List<Exchange> kept =
        run.exchanges().stream()
            .filter(each -> each.phases().durationNanos(Phase.TCP) == 0)
            .toList();
    return new Run(RunState.WARM, run.startedAt(), run.error(), false, kept, List.of(), List.of())
        .as(run.page().orElseThrow());
  }
}
