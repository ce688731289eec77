package dev.lightfoot.analysis.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.change.Fingerprints;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.prediction.Grade;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.model.prediction.Predictions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GradingTest {
  private static final String LATER = "01kas80000abcdefghjkmnpqrs";

  private final Snapshot before = Samples.snapshot("http://shop.test/", Samples.redirected());
  private final Prediction prediction = Predictions.of("drop-redirect");

  private static Snapshot later(String target, Environment environment, Run... runs) {
    return new Snapshot(
        LATER,
        Optional.empty(),
        target,
        Samples.WHEN.plusHours(1),
        environment,
        List.of(runs),
        Map.of());
  }

  @Test
  void aLaterSnapshotThatShowsTheChangeGradesIt() {
    Snapshot later = later("http://shop.test/", Samples.ENVIRONMENT, Samples.cold(0));
    long measured = Samples.cold(0).durationNanos();
    assertThat(Grading.of(prediction, Fingerprints.NONE, before, later))
        .isEqualTo(new Grading.Verdict.Graded(new Grade(LATER, measured, true)));
    Snapshot slower = later("http://shop.test/", Samples.ENVIRONMENT, Samples.cold(15_000));
    assertThat(Grading.of(prediction, Fingerprints.NONE, before, slower))
        .isInstanceOfSatisfying(
            Grading.Verdict.Graded.class, it -> assertThat(it.grade().inside()).isFalse());
  }

  @Test
  void whereTheRedirectLedIsTheSameTargetWithoutIt() {
    Snapshot later = later(Samples.TARGET, Samples.ENVIRONMENT, Samples.cold(0));
    assertThat(Grading.of(prediction, Fingerprints.NONE, before, later))
        .isInstanceOf(Grading.Verdict.Graded.class);
  }

  @Test
  void oneThatDoesNotShowItDoesNot() {
    Snapshot later = later("http://shop.test/", Samples.ENVIRONMENT, Samples.redirected());
    assertThat(Grading.of(prediction, Fingerprints.NONE, before, later))
        .isEqualTo(new Grading.Verdict.NotThere("drop-redirect"));
  }

  @Test
  void anotherTargetAnotherPlaceOrAnEarlierTimeDoNotFit() {
    Environment elsewhere = Samples.ENVIRONMENT.at(Optional.of("the moon"));
    Grading.Verdict unfit = new Grading.Verdict.Unfit();
    assertThat(
            Grading.of(
                prediction,
                Fingerprints.NONE,
                before,
                later("https://a.test/", elsewhere, Samples.cold(0))))
        .isEqualTo(unfit);
    assertThat(
            Grading.of(
                prediction,
                Fingerprints.NONE,
                before,
                later("http://shop.test/", elsewhere, Samples.cold(0))))
        .isEqualTo(unfit);
    assertThat(Grading.of(prediction, Fingerprints.NONE, before, before)).isEqualTo(unfit);
  }

  @Test
  void ofAnotherTargetNothingIsLookedFor() {
    Snapshot later = later("https://a.test/", Samples.ENVIRONMENT, Samples.cold(0));
    Fingerprints never =
        text -> {
          throw new AssertionError("asked for " + text);
        };
    assertThat(Grading.of(Predictions.of("batch=repeated-query"), never, before, later))
        .isEqualTo(new Grading.Verdict.Unfit());
  }

  @Test
  void whatNoRecordShowsCannotBeTold() {
    Prediction batch = Predictions.of("batch=supplier");
    Snapshot later = later("http://shop.test/", Samples.ENVIRONMENT, Samples.cold(0));
    assertThat(Grading.of(batch, Fingerprints.NONE, before, later))
        .isEqualTo(new Grading.Verdict.CannotTell("batch=supplier"));
  }

  /// Otherwise a later snapshot that does not hold it either would seem to show the change.
  @Test
  void whatTheSnapshotBeforeDoesNotHoldCannotBeTold() {
    Prediction other = Predictions.of("drop-redirect=http://shop.test/elsewhere");
    Snapshot later = later("http://shop.test/", Samples.ENVIRONMENT, Samples.cold(0));
    assertThat(Grading.of(other, Fingerprints.NONE, before, later))
        .isEqualTo(new Grading.Verdict.CannotTell("drop-redirect=http://shop.test/elsewhere"));
  }
}
