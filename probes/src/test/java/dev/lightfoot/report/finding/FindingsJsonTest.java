package dev.lightfoot.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Principle;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;
import dev.lightfoot.model.span.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FindingsJsonTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Finding FINDING =
      MadeFindings.extraTrip(
          "shop.test",
          new Proof.OfExchange(0, 0),
          new Proof.OfSpan(Optional.of("0af7651916cd43dd8448eb211c80319c"), "00000000000000a1"),
          new Proof.OfLine("a.log", 61));

  private static String document() {
    try (InputStream in = FindingsJson.class.getResourceAsStream("findings-v1.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Schema schema() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(document(), InputFormat.JSON);
  }

  private static String written(Findings findings, Acknowledgement... known) {
    return FindingsJson.of(
        Sifted.of(findings, List.of(known), DAY), FindingWords.redacted(), Whence.UNSAID);
  }

  @Test
  void aFindingHasTheMembersOfTheFormat() {
    assertThat(written(MadeFindings.with(FINDING)))
        .isEqualTo(
            "{\"format\":\"lightfoot/findings\",\"version\":1,\"findings\":[{\"rule\":\"tls-extra-trip\",\"severity\":\"medium\",\"principle\":\"avoid\",\"subject\":{\"route\":\"GET"
                + " /\",\"service\":\"shop.test\"},\"count\":2,\"traces\":10,\"evidence\":["
                + "{\"kind\":\"exchange\",\"run\":0,\"exchange\":0},{\"kind\":\"span\",\"traceId\":"
                + "\"0af7651916cd43dd8448eb211c80319c\",\"spanId\":\"00000000000000a1\"},{\"kind\":"
                + "\"line\",\"file\":\"a.log\",\"line\":61}],\"saving\":{\"trips\":1,\"lowNanos\":40000000,"
                + "\"nanos\":41000000,\"highNanos\":44000000,\"from\":\"formula\"},\"grade\":\"measured\",\"fingerprint\":\""
                + FINDING.fingerprint()
                + "\"}],\"inOrder\":[\"redirect\"],\"notApplicable\":[{\"rule\":\"repeated-query\",\"reason\":\"cannot"
                + " tell: statement-text-cut\"},{\"rule\":\"far-cache\",\"reason\":"
                + "\"no-records\"}]}");
  }

  @Test
  void whatIsAcknowledgedSaysSoAndIsWhatTheSchemaSays() {
    Acknowledgement known =
        new Acknowledgement(
            new Target.OfFinding(FINDING.fingerprint(), ""),
            "an old proxy",
            DAY,
            Optional.of(DAY.plusDays(9)),
            OptionalInt.of(2));
    String json = written(MadeFindings.with(FINDING), known);
    assertThat(json)
        .contains(
            "\"acknowledged\":{\"reason\":\"an old proxy\",\"since\":\"2026-11-23\",\"until\":"
                + "\"2026-12-02\",\"count\":2}");
    assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
  }

  @Test
  void noFindingsAreADocumentToo() {
    assertThat(schema().validate(written(Findings.NONE), InputFormat.JSON)).isEmpty();
  }

  @Test
  void theSchemaKnowsTheWordsThatThereAre() {
    JsonNode schema = JsonMapper.shared().readTree(document());
    JsonNode finding = schema.at("/$defs/finding/properties");
    assertThat(words(finding.at("/severity/enum")))
        .isEqualTo(Arrays.stream(Severity.values()).map(Severity::label).toList());
    assertThat(words(finding.at("/principle/enum")))
        .isEqualTo(Arrays.stream(Principle.values()).map(Principle::label).toList());
    assertThat(words(finding.at("/subject/properties/layer/enum")))
        .isEqualTo(Arrays.stream(Layer.values()).map(Layer::label).toList());
    Stream<Reason.Kind> plain =
        Arrays.stream(Reason.Kind.values()).filter(kind -> kind != Reason.Kind.CANNOT_TELL);
    assertThat(words(schema.at("/properties/notApplicable/items/properties/reason/anyOf/0/enum")))
        .isEqualTo(plain.map(Reason.Kind::label).toList());
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
