package dev.lightfoot.codec.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.model.prediction.Predictions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class PredictionCodecTest {
  private static final List<Prediction> ALL =
      List.of(Predictions.of("tls=1.3", "batch=\"x\""), Predictions.measured(330, "compress"));

  private static Schema schema() throws IOException {
    try (InputStream in = PredictionCodec.class.getResourceAsStream("prediction-v1.schema.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    for (Prediction each : ALL) {
      byte[] bytes = PredictionCodec.encode(each).getBytes(StandardCharsets.UTF_8);
      assertThat(PredictionCodec.decode(bytes)).isEqualTo(each);
    }
  }

  @Test
  void whatIsWrittenIsAsTheSchemaSays() throws IOException {
    Schema schema = schema();
    for (Prediction each : ALL) {
      assertThat(schema.validate(PredictionCodec.encode(each), InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void anythingElseIsRefused() {
    for (String text :
        List.of(
            "",
            "{",
            "[]",
            "{\"format\":\"lightfoot/snapshot\",\"version\":1}",
            "{\"format\":\"lightfoot/prediction\",\"version\":2}")) {
      assertThatThrownBy(() -> PredictionCodec.decode(text.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(IOException.class);
    }
  }
}
