package dev.lightfoot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.model.prediction.Predictions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PredictionStoreTest {
  @TempDir Path folder;
  private Path predictions = Path.of("");
  private PredictionStore store = new PredictionStore(predictions);

  @BeforeEach
  void open() {
    predictions = folder.resolve("predictions");
    store = new PredictionStore(predictions);
  }

  @Test
  void whatIsKeptIsThereAgain() throws IOException {
    assertThat(store.all()).isEmpty();
    store.keep(Predictions.of("tls=1.3"));
    store.keep(Predictions.of("compress"));
    assertThat(store.all())
        .containsExactlyInAnyOrder(Predictions.of("tls=1.3"), Predictions.of("compress"));
  }

  @Test
  void theSameQuestionIsKeptOnce() throws IOException {
    store.keep(Predictions.of("tls=1.3"));
    store.keep(Predictions.of("tls=1.3"));
    assertThat(store.all()).hasSize(1);
  }

  @Test
  void aGradeIsNotLostToAnotherPredictionOfTheSame() throws IOException {
    Prediction graded = Predictions.measured(330, "tls=1.3");
    assertThat(store.keep(graded)).isTrue();
    assertThat(store.keep(Predictions.of("tls=1.3"))).isFalse();
    assertThat(store.all()).containsExactly(graded);
  }

  @Test
  void aDamagedFileHidesNoOther() throws IOException {
    store.keep(Predictions.of("tls=1.3"));
    Files.writeString(predictions.resolve("damaged.json"), "{");
    assertThat(store.all()).hasSize(1);
  }
}
