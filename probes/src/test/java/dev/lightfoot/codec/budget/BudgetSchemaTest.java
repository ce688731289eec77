package dev.lightfoot.codec.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.codec.located.LocatedFormatException;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The schema and the reader say the same of a file.
final class BudgetSchemaTest {
  private final byte[] document = document();
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(document, StandardCharsets.UTF_8), InputFormat.JSON);

  private static byte[] document() {
    try (InputStream in = BudgetCodec.class.getResourceAsStream("budget-v1.schema.json")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String budget(String limit) {
    return "{\"format\":\"lightfoot/budget\",\"version\":1,\"limits\":[" + limit + "]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"what\":\"trips\",\"layer\":\"database\",\"max\":3,\"note\":\"as it is\"}",
        "{\"what\":\"trips\",\"max\":12,\"route\":\"GET /orders/{id}\"}",
        "{\"what\":\"time\",\"phase\":\"total\",\"percentile\":50,\"max\":\"400 ms\"}",
        "{\"what\":\"time\",\"phase\":\"wait\",\"percentile\":99.5,\"max\":\"0.25s\"}",
        "{\"what\":\"bytes\",\"max\":\"300 kB\"}",
        "{\"what\":\"bytes\",\"max\":1024,\"url\":\"/api/*\"}",
        "{\"what\":\"requests\",\"max\":25}",
        "{\"what\":\"finding\",\"rule\":\"repeated-query\",\"max\":0}",
        "{\"what\":\"time\",\"baseline\":\"before\",\"worseBy\":\"5 %\"}",
        "{\"what\":\"trips\",\"baseline\":\"before\",\"worseBy\":0}"
      })
  void whatTheReaderTakesIsValid(String limit) throws LocatedFormatException {
    BudgetCodec.decode(budget(limit).getBytes(StandardCharsets.UTF_8));
    assertThat(schema.validate(budget(limit), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"max\":3}",
        "{\"what\":\"trip\",\"max\":3}",
        "{\"what\":\"trips\",\"max\":-1}",
        "{\"what\":\"trips\",\"max\":\"3 ms\"}",
        "{\"what\":\"trips\",\"mx\":3}",
        "{\"what\":\"trips\",\"layer\":\"cellar\",\"max\":3}",
        "{\"what\":\"time\",\"max\":400}",
        "{\"what\":\"time\",\"max\":\"400\"}",
        "{\"what\":\"time\",\"phase\":\"waiting\",\"max\":\"400 ms\"}",
        "{\"what\":\"time\",\"percentile\":100,\"max\":\"400 ms\"}",
        "{\"what\":\"time\",\"percentile\":95,\"baseline\":\"before\",\"worseBy\":\"5 %\"}",
        "{\"what\":\"time\",\"max\":\"400 ms\",\"baseline\":\"before\",\"worseBy\":\"5 %\"}",
        "{\"what\":\"bytes\",\"max\":\"300 kg\"}",
        "{\"what\":\"bytes\"}",
        "{\"what\":\"bytes\",\"baseline\":\"before\"}",
        "{\"what\":\"requests\",\"layer\":\"database\",\"max\":3}",
        "{\"what\":\"finding\",\"max\":0}",
        "{\"what\":\"finding\",\"rule\":\"redirect\",\"baseline\":\"before\",\"worseBy\":1}"
      })
  void whatTheReaderRefusesIsNot(String limit) {
    assertThatThrownBy(() -> BudgetCodec.decode(budget(limit).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(LocatedFormatException.class);
    assertThat(schema.validate(budget(limit), InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void layersAndPhasesAreThoseThatThereAre() {
    JsonNode definitions = JsonMapper.shared().readTree(document).get("$defs");
    assertThat(names(definitions, "layer"))
        .containsExactlyElementsOf(Arrays.stream(Layer.values()).map(Layer::label).toList());
    assertThat(names(definitions, "phase"))
        .containsExactlyElementsOf(
            Stream.concat(Stream.of("total"), Arrays.stream(Phase.values()).map(Phase::label))
                .toList());
  }

  private static List<String> names(JsonNode definitions, String of) {
    return definitions.get(of).get("enum").valueStream().map(JsonNode::asString).toList();
  }
}
