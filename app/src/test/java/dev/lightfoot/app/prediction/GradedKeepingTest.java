package dev.lightfoot.app.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.change.parse.ChangeFault.Refused;
import dev.lightfoot.analysis.change.parse.Changes;
import dev.lightfoot.analysis.whatif.GradeHistory;
import dev.lightfoot.analysis.whatif.WhatIf;
import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.TestPredictions;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.whatif.PredictionDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GradedKeepingTest {
  @TempDir Path folder = Path.of("");

  private final MemoryStore store = new MemoryStore();

  private KeptPredictions predictions() {
    return new KeptPredictions(folder, store);
  }

  private GradedKeeping keeping() {
    return GradedKeeping.in(folder, store);
  }

  /// Five cold loads of a page.
  private static Snapshot before() throws IOException {
    Path sample = Path.of("../assets/samples/page.lightfoot.json");
    return SnapshotCodec.decode(Files.readAllBytes(sample)).named("before");
  }

  private void predict(Snapshot snapshot, String... changes) throws IOException, Refused {
    Prediction prediction =
        PredictionDocument.of(
            WhatIf.predict(snapshot, Changes.of(List.of(changes)), GradeHistory.NONE));
    assertThat(predictions().keep(prediction)).isTrue();
  }

  @Test
  void theNextSnapshotThatShowsTheChangeGradesWhenItIsKept() throws IOException, Refused {
    Snapshot before = before();
    assertThat(keeping().keep(before).grades()).isEmpty();
    predict(before, "keep-alive");
    List<String> grades = keeping().keep(TestPredictions.onKeptConnections(before)).grades();
    assertThat(grades).hasSize(1);
    assertThat(grades.getFirst())
        .startsWith("Prediction from 23 Nov 16:29 (keep-alive): ")
        .contains("nine times out of ten", "; measured ");
    assertThat(predictions().all()).allMatch(each -> each.grade().isPresent());
  }

  @Test
  void oneThatDoesNotShowItLeavesItWaiting() throws IOException, Refused {
    Snapshot before = before();
    keeping().keep(before);
    predict(before, "keep-alive");
    Snapshot same =
        new Snapshot(
            SnapshotId.next(before.takenAt().plusHours(1).toInstant()),
            Optional.of("same"),
            before.target(),
            before.takenAt().plusHours(1),
            before.environment(),
            before.runs(),
            Map.of());
    assertThat(keeping().keep(same).grades()).isEmpty();
    assertThat(predictions().all()).noneMatch(each -> each.grade().isPresent());
    assertThat(keeping().keep(TestPredictions.onKeptConnections(before)).grades())
        .as("a later one still grades")
        .hasSize(1);
  }

  /// An hour later, of another target.
  private static Snapshot elsewhere(Snapshot before) {
    return new Snapshot(
        SnapshotId.next(before.takenAt().plusHours(1).toInstant()),
        Optional.of("elsewhere"),
        "https://other.test/",
        before.takenAt().plusHours(1),
        before.environment(),
        before.runs(),
        Map.of());
  }

  @Test
  void whatCannotGradeReadsNoSnapshot() throws IOException, Refused {
    Snapshot before = before();
    keeping().keep(before);
    predict(before, "keep-alive");
    keeping().keep(elsewhere(before));
    keeping().keep(before);
    assertThat(store.reads()).as("of another target, and no later one").isZero();
    predictions().graded();
    assertThat(store.reads()).as("what it was predicted for, and no other").isEqualTo(1);
    keeping().keep(TestPredictions.onKeptConnections(before));
    assertThat(predictions().all()).allMatch(each -> each.grade().isPresent());
  }

  @Test
  void whereARedirectIsDroppedAnotherTargetIsLookedAt() throws IOException {
    Prediction prediction = TestPredictions.of("drop-redirect");
    Snapshot page = before();
    Snapshot before =
        new Snapshot(
            prediction.snapshot(),
            page.name(),
            page.target(),
            page.takenAt(),
            page.environment(),
            page.runs(),
            Map.of());
    keeping().keep(before);
    assertThat(predictions().keep(prediction)).isTrue();
    keeping().keep(elsewhere(page));
    assertThat(store.reads()).isEqualTo(1);
  }

  @Test
  void whatSaysMoreIsGradedAndNotAPartOfIt() throws IOException, Refused {
    Snapshot before = before();
    keeping().keep(before);
    predict(before, "keep-alive");
    predict(before, "keep-alive", "rtt=40ms");
    assertThat(keeping().keep(TestPredictions.onKeptConnections(before)).grades()).hasSize(1);
    assertThat(predictions().all())
        .filteredOn(each -> each.grade().isPresent())
        .allMatch(each -> each.changes().size() == 2)
        .hasSize(1);
  }

  @Test
  void aDamagedPredictionCostsNoSnapshot() throws IOException {
    Path place = Files.createDirectories(folder.resolve("predictions"));
    Files.writeString(place.resolve("01kas80000abcdefghjkmnpqrs-00.json"), "{");
    GradedKeeping.Kept kept = keeping().keep(before());
    assertThat(store.read(kept.stored().id()).name()).contains("before");
  }
}
