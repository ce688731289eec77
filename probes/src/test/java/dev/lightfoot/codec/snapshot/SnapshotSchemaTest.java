package dev.lightfoot.codec.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.golden.Golden;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SnapshotSchemaTest {

  /// Written anew like a golden file, with `-Dlightfoot.golden=write`.
  @Test
  void theSchemaIsMadeFromTheShapes() throws IOException {
    Golden.document(
        "probes/src/main/resources/dev/lightfoot/codec/snapshot/snapshot-v1.schema.json",
        SchemaWriter.snapshot());
  }

  @Test
  void whatIsWrittenFitsTheSchema() throws IOException {
    assertThat(faults(new String(SnapshotCodec.encode(SnapshotCodecTest.full()), UTF_8))).isEmpty();
  }

  @Test
  void anExchangeOverQuicFitsTheSchema() throws IOException {
    Snapshot quic = Samples.snapshot("https://shop.test/", Samples.overQuic());
    assertThat(faults(new String(SnapshotCodec.encode(quic), UTF_8))).isEmpty();
  }

  @Test
  void aMinimalDocumentFitsTheSchema() throws IOException {
    assertThat(faults(Documents.minimal(""))).isEmpty();
  }

  @Test
  void unknownMembersFitTheSchema() throws IOException {
    assertThat(faults(Documents.minimal("\"x\":{\"y\":1}"))).isEmpty();
  }

  @Test
  void whatCausedARequestMayBeOfATypeThatNobodyKnows() throws IOException {
    assertThat(faults(Documents.minimal("\"initiator\":{\"type\":\"worker\"}"))).isEmpty();
    assertThat(faults(Documents.minimal("\"initiator\":\"parser\""))).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatTheCodecRefuses() throws IOException {
    String wrong = Documents.minimal("").replace("\"phases\":{}", "\"phases\":{\"dns\":{}}");
    assertThat(faults(wrong)).isNotEmpty();
    assertThat(faults(Documents.minimal("").replace("\"cold\"", "\"lukewarm\""))).isNotEmpty();
  }

  private static List<Error> faults(String json) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            SnapshotCodec.class.getResourceAsStream("snapshot-v1.schema.json"))) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
      return schema.validate(json, InputFormat.JSON);
    }
  }
}
