package dev.lightfoot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.codec.prediction.PredictionCodec;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.model.prediction.Grade;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.store.DataFolder;
import dev.lightfoot.store.DirectorySnapshotStore;
import dev.lightfoot.store.PredictionStore;
import dev.lightfoot.store.SnapshotStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WhatIfCommandTest {
  private final CliHarness cli = new CliHarness();
  @TempDir Path folder;

  private CliHarness.Result run(String... arguments) {
    return cli.run(folder.resolve("data"), arguments);
  }

  /// Five cold loads of the page of the design's picture.
  private static String page() {
    return Path.of("../assets/samples/page.lightfoot.json").toString();
  }

  @Test
  void aChangeIsPredictedWithItsIntervalAndItsWay() {
    CliHarness.Result result = run("what-if", page(), "--set", "keep-alive");
    assertThat(result.status()).isZero();
    assertThat(result.out())
        .startsWith("With keep-alive: ")
        .contains("nine times out of ten between")
        .contains("What would be waited for")
        .contains("5 cold runs were replayed");
  }

  @Test
  void asJsonItIsADocumentOfItsOwn() throws IOException {
    CliHarness.Result result = run("what-if", page(), "--set", "keep-alive", "--json");
    Prediction prediction = PredictionCodec.decode(result.out().getBytes(StandardCharsets.UTF_8));
    assertThat(prediction.changes()).containsExactly("keep-alive");
    assertThat(prediction.before().nanos() - prediction.after().nanos()).isGreaterThan(80_000_000);
  }

  @Test
  void aFindingIsNamedByItsRule() throws IOException {
    String before = Path.of("../assets/samples/before.lightfoot.json").toString();
    CliHarness.Result result = run("what-if", before, "--set", "batch=repeated-query", "--json");
    Prediction prediction = PredictionCodec.decode(result.out().getBytes(StandardCharsets.UTF_8));
    assertThat(prediction.before().trips().getAsInt() - prediction.after().trips().getAsInt())
        .isEqualTo(49);
    assertThat(prediction.before().firstByteNanos())
        .as("of the runs whose total stands beside it")
        .isLessThanOrEqualTo(prediction.before().nanos());
  }

  @Test
  void whatTheSnapshotDoesNotHoldIsWrongUse() {
    CliHarness.Result result = run("what-if", page(), "--set", "preconnect=cdn.test");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("The snapshot holds nothing for preconnect=cdn.test.");
    assertThat(run("what-if", page(), "--set", "kep-alive").err())
        .contains("kep-alive is not known. Nearest: keep-alive");
    assertThat(run("what-if", page()).status()).isEqualTo(2);
  }

  @Test
  void whatCannotBePredictedIsSaidWithItsReason() {
    CliHarness.Result result = run("what-if", page(), "--set", "index=price");
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).contains("cannot be predicted: only the database knows");
  }

  /// Keeps the page, and, an hour later, one on kept connections.
  private Path keep() throws IOException {
    Path snapshots = folder.resolve("data").resolve("snapshots");
    SnapshotStore store = new DirectorySnapshotStore(snapshots, Summary::headlineTime);
    Snapshot before = SnapshotCodec.decode(Files.readAllBytes(Path.of(page()))).named("before");
    store.save(before);
    store.save(
        new Snapshot(
            SnapshotId.next(before.takenAt().plusHours(1).toInstant()),
            Optional.of("after"),
            before.target(),
            before.takenAt().plusHours(1),
            before.environment(),
            before.runs().stream().map(WhatIfCommandTest::warm).toList(),
            Map.of()));
    return snapshots.resolve(before.id() + ".json");
  }

  private static Run warm(Run run) {
    List<Exchange> kept =
        run.exchanges().stream()
            .filter(each -> each.phases().durationNanos(Phase.TCP) == 0)
            .toList();
    return new Run(RunState.WARM, run.startedAt(), run.error(), false, kept, List.of(), List.of())
        .as(run.page().orElseThrow());
  }

  @Test
  void aPredictionForAKeptSnapshotIsGradedByTheNextThatShowsTheChange() throws IOException {
    Path kept = keep();
    byte[] bytes = Files.readAllBytes(kept);
    assertThat(run("what-if", "--grades").out()).contains("0 predictions were graded");
    CliHarness.Result predicted = run("what-if", "before", "--set", "keep-alive");
    assertThat(predicted.err()).contains("Kept; the next snapshot");
    assertThat(run("what-if", "--grades").out())
        .contains("1 prediction was graded by a later snapshot; still waiting for one: 0")
        .contains("keep-alive");
    assertThat(run("what-if", "--grades", "--json").out()).contains("\"measuredNanos\":");
    assertThat(run("what-if", "before", "--set", "keep-alive").err())
        .as("the graded one stays in its place")
        .doesNotContain("Kept");
    assertThat(Files.readAllBytes(kept)).isEqualTo(bytes);
  }

  @Test
  void secretsOfKeptPredictionsAreShownOnRequestOnly() throws IOException {
    CliHarness.Result result = run("what-if", page(), "--set", "keep-alive", "--json");
    Prediction plain = PredictionCodec.decode(result.out().getBytes(StandardCharsets.UTF_8));
    String url = "https://shop.test/f.woff2?token=t0psecret";
    Prediction open =
        plain
            .showing(
                List.of("preload=" + url),
                plain.criticalPath().stream().map(each -> each.at(url)).toList())
            .graded(new Grade("01kas80000abcdefghjkmnpqrs", plain.after().nanos(), true));
    new PredictionStore(DataFolder.predictions(folder.resolve("data"))).keep(open);
    assertThat(run("what-if", "--grades").out())
        .contains("preload=https://shop.test/f.woff2")
        .doesNotContain("t0psecret");
    assertThat(run("what-if", "--grades", "--json").out()).doesNotContain("t0psecret");
    assertThat(run("what-if", "--grades", "--json", "--unredacted").out()).contains("t0psecret");
  }
}
