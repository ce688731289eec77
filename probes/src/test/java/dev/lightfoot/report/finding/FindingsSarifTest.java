package dev.lightfoot.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;
import dev.lightfoot.report.budget.Sarif;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FindingsSarifTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Finding LINES =
      MadeFindings.extraTrip("shop.test", new Proof.OfLine("logs/a b.log", 61));
  private static final Finding ROUTE = MadeFindings.extraTrip("cdn.test");

  private static String written(Acknowledgement... known) {
    Findings findings = new Findings(List.of(LINES, ROUTE), List.of(Rule.DNS_CHAIN), Map.of());
    return FindingsSarif.of(
        Sifted.of(findings, List.of(known), DAY), FindingWords.redacted(), "1.0");
  }

  private static JsonNode result(String fingerprint, Acknowledgement... known) {
    JsonNode results = JsonMapper.shared().readTree(written(known)).at("/runs/0/results");
    return results
        .valueStream()
        .filter(each -> each.at("/partialFingerprints/finding~1v1").asString().equals(fingerprint))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itIsWhatTheStandardSays() throws IOException {
    try (InputStream in = Sarif.class.getResourceAsStream("sarif-2.1.0.schema.json")) {
      String schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                  .getSchema(schema, InputFormat.JSON)
                  .validate(written(), InputFormat.JSON))
          .isEmpty();
    }
  }

  @Test
  void aResultStandsAtItsRuleWithLevelAndMessage() {
    JsonNode document = JsonMapper.shared().readTree(written());
    JsonNode result = result(ROUTE.fingerprint());
    assertThat(result.get("level").asString()).isEqualTo("warning");
    int index = result.get("ruleIndex").asInt();
    assertThat(document.at("/runs/0/tool/driver/rules/" + index + "/id").asString())
        .isEqualTo("tls-extra-trip");
    assertThat(result.at("/message/text").asString())
        .startsWith("The TLS handshake takes a trip too many. cdn.test speaks TLS 1.2.")
        .contains(" Saves 1 trip, 40 to 44 ms, most likely 41 ms. Enable TLS 1.3");
  }

  @Test
  void linesOfFilesArePlaces() {
    JsonNode place = result(LINES.fingerprint()).at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo("logs/a%20b.log");
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(61);
  }

  @Test
  void aRouteIsALogicalPlace() {
    JsonNode place = result(ROUTE.fingerprint()).at("/locations/0/logicalLocations/0");
    assertThat(place.get("name").asString()).isEqualTo("GET /");
    assertThat(place.get("fullyQualifiedName").asString()).isEqualTo("GET / · cdn.test");
  }

  @Test
  void whatIsAcknowledgedIsSuppressedWithItsReason() {
    Acknowledgement known =
        new Acknowledgement(
            new Target.OfFinding(ROUTE.fingerprint(), ""),
            "an old proxy",
            DAY,
            Optional.empty(),
            OptionalInt.empty());
    assertThat(result(ROUTE.fingerprint(), known).at("/suppressions/0/justification").asString())
        .isEqualTo("an old proxy");
    assertThat(result(LINES.fingerprint(), known).has("suppressions")).isFalse();
  }
}
