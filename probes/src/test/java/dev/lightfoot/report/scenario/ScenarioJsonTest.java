package dev.lightfoot.report.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.analysis.scenario.Preset;
import dev.lightfoot.analysis.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ScenarioJsonTest {
  private static final String ALL =
      ScenarioJson.of(
          new Scenario(
              Scenario.TALK_BYTES,
              1,
              false,
              Arrays.stream(Preset.values()).map(Preset::link).toList()));

  @Test
  void theDocumentFitsItsSchema() throws IOException {
    try (InputStream in = ScenarioJson.class.getResourceAsStream("scenario-v1.schema.json")) {
      assertThat(
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                  .getSchema(Objects.requireNonNull(in))
                  .validate(ALL, InputFormat.JSON))
          .isEmpty();
    }
  }

  @Test
  void theTalksNumbersAreInIt() {
    assertThat(ALL)
        .contains("\"name\":\"pigeon\",\"rttNanos\":1200000000000")
        .contains("\"firstByteNanos\":1800000000000,\"lastByteNanos\":1800000000000")
        .contains("\"name\":\"nbn\",\"rttNanos\":66713,\"kilometres\":10.0")
        .contains("\"firstByteNanos\":100070,\"lastByteNanos\":36000000100070");
  }
}
