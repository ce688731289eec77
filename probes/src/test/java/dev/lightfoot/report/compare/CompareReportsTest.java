package dev.lightfoot.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.analysis.compare.Attribution;
import dev.lightfoot.analysis.compare.Attribution.Basis;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.Difference;
import dev.lightfoot.analysis.compare.MeasuringOrder;
import dev.lightfoot.analysis.compare.Part;
import dev.lightfoot.analysis.compare.Shift;
import dev.lightfoot.analysis.compare.Verdict;
import dev.lightfoot.analysis.compare.match.Origin;
import dev.lightfoot.golden.Golden;
import dev.lightfoot.report.words.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CompareReportsTest {
  private static String plain(String text) {
    return Numbers.plain(text);
  }

  private static String verdict(Shift total) {
    return plain(
        CompareHeadline.verdict(
            CompareSamples.comparison(CompareSamples.IN_TURN, List.of(), total)));
  }

  private static Schema schema() throws IOException {
    try (InputStream in = CompareJson.class.getResourceAsStream("comparison-v1.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Objects.requireNonNull(in));
    }
  }

  @Test
  void aProbeIsToldVerdictFirstWhereNothingSpeaksAgainstIt() throws IOException {
    Golden.check("report/compare-probe.txt", CompareText.of(CompareSamples.repaired()));
  }

  @Test
  void aPageMeasuredHoursApartIsToldSoFirst() throws IOException {
    String text = CompareText.of(CompareSamples.page(25));
    Golden.check("report/compare-page.txt", text);
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    assertThat(text.indexOf("3\u00a0h apart")).isLessThan(text.indexOf("No change"));
  }

  @Test
  void everyVerdictHasItsSentence() {
    assertThat(verdict(CompareSamples.shift(Verdict.FASTER, 3175, 1966, -1209, -1237, -1178)))
        .isEqualTo("B is faster by 120.9 ms; 95 % interval 117.8 to 123.7 ms.");
    assertThat(verdict(CompareSamples.shift(Verdict.SLOWER, 400, 500, 100, 90, 110)))
        .isEqualTo("B is slower by 10.0 ms; 95 % interval 9.0 to 11.0 ms.");
    assertThat(verdict(CompareSamples.shift(Verdict.SLOWER, 400, 500, 100, -5, 110)))
        .isEqualTo("B is slower by 10.0 ms; 95 % interval −0.5 to +11.0 ms for B − A.");
    assertThat(verdict(CompareSamples.shift(Verdict.NO_CHANGE_SHOWN, 400, 405, 5, -12, 23)))
        .isEqualTo(
            "No change is shown: B − A is +0.5 ms, 95 % interval −1.2 to +2.3 ms; a change has to"
                + " exceed 4.4 ms.");
    assertThat(verdict(CompareSamples.shift(Verdict.NO_CHANGE_SHOWN, 400, 460, 60, -120, 230)))
        .isEqualTo(
            "No change is shown: B − A is +6.0 ms, 95 % interval −12.0 to +23.0 ms; that may be"
                + " chance (p = 0.410).");
    assertThat(verdict(CompareSamples.shift(Verdict.NOT_ENOUGH_RUNS, 400, 500, 100, 90, 110)))
        .startsWith("No verdict: that takes 10 runs of each side; A has 20, B has 20.")
        .endsWith("So far B − A is +10.0 ms.");
    assertThat(verdict(CompareSamples.without(List.of(), List.of())))
        .isEqualTo("Nothing can be compared: neither side has a run that counts.");
    assertThat(verdict(CompareSamples.without(CompareSamples.repaired().total().a(), List.of())))
        .isEqualTo("Nothing can be compared: B has no run that counts.");
  }

  @Test
  void tripsComeFirstAndThePartsAddUpAsTheyAreShown() {
    assertThat(CompareHeadline.of(CompareSamples.repaired()).second().map(Numbers::plain))
        .contains(
            "51 → 2 database trips. On average −120.9 ms = −104.9 from 49 fewer database trips,"
                + " −16.5 from template, +0.5 from TLS.");
    Attribution thirds =
        new Attribution(
            Attribution.Basis.PAIRED_MEANS,
            100_000,
            List.of(part("dns"), part("tcp"), part("tls"), part("wait"), part("receive")));
    assertThat(CompareHeadline.sum(thirds))
        .as("five parts of 0.02 ms are shown as 0.1 ms, and add up")
        .isEqualTo("On average +0.1 ms = +0.1 from Receive.");
  }

  private static Part part(String phase) {
    return new Part(Part.What.PHASE, phase, 20_000, OptionalLong.empty());
  }

  @Test
  void howItWasMeasuredStandsInTheCaption() {
    Shift total = CompareSamples.repaired().total();
    assertThat(plain(CompareHeadline.caption(CompareSamples.repaired())))
        .isEqualTo("20 + 20 cold runs · measured in turn");
    MeasuringOrder apart = new MeasuringOrder(false, Duration.ofHours(3), false, 0);
    List<Difference> differences =
        List.of(new Difference("protocol", "h1", "h2"), new Difference("machine", "x", "y"));
    assertThat(plain(CompareHeadline.caption(CompareSamples.comparison(apart, differences, total))))
        .isEqualTo(
            "20 + 20 cold runs · not measured in turn; 3 h apart · not the same: protocol,"
                + " machine");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "1, 1 s",
    "119, 119 s",
    "120, 2 min",
    "7199, 119 min",
    "7200, 2 h",
    "172799, 47 h",
    "172800, 2 days"
  })
  void aGapIsToldInTheUnitThatFits(long seconds, String told) {
    assertThat(plain(CompareCautions.apart(Duration.ofSeconds(seconds)))).isEqualTo(told);
  }

  @Test
  void theDocumentKeepsToItsSchema() throws IOException {
    for (Comparison each : List.of(CompareSamples.repaired(), CompareSamples.page(1), nothing())) {
      assertThat(schema().validate(CompareJson.of(each), InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void whatTimesAreMeasuredFromIsSaidFirstAndInTheDocument() {
    Comparison some = CompareSamples.repaired();
    Comparison aligned =
        new Comparison(
            some.a(),
            some.b(),
            some.state(),
            Origin.FIRST_BYTE,
            some.order(),
            some.environment(),
            some.own(),
            some.total(),
            some.phases(),
            some.layers(),
            some.ledger(),
            some.exchanges(),
            some.attribution());
    assertThat(CompareCautions.of(aligned).getFirst())
        .isEqualTo(
            "Times are measured from the first byte of the first response: what came before does"
                + " not count.");
    assertThat(CompareHeadline.caption(aligned))
        .contains(" · from the first byte of the first response · ");
    JsonNode json = JsonMapper.shared().readTree(CompareJson.of(aligned));
    assertThat(json.path("from").asString()).isEqualTo("first-byte");
  }

  @Test
  void inASeriesWhatIsSaidOfASideHasItsLetter() {
    Comparison plain = CompareSamples.repaired();
    Comparison differs =
        CompareSamples.comparison(
            new MeasuringOrder(false, Duration.ofHours(3), false, 0),
            List.of(new Difference("resolver", "10.0.0.1:53", "system")),
            plain.total());
    assertThat(SeriesText.of(List.of(plain, differs)))
        .contains("C: Resolver differs: 10.0.0.1:53 in A, system in C.");
    assertThat(CompareText.of(differs))
        .contains("Resolver differs: 10.0.0.1:53 in A, system in B.");
  }

  @Test
  void whereNoPartMovedTheTotalThatIsSaid() {
    assertThat(CompareHeadline.sum(leftOver(20_000)))
        .isEqualTo("On average they differ by less than 0.1 ms.");
    assertThat(CompareHeadline.sum(leftOver(500_000)))
        .isEqualTo("On average +0.5 ms; no single part accounts for it.");
  }

  private static Attribution leftOver(long nanos) {
    Part part = new Part(Part.What.LEFT_OVER, "", nanos, OptionalLong.empty());
    return new Attribution(Basis.TRIMMED_MEANS, nanos, List.of(part));
  }

  private static Comparison nothing() {
    Comparison some = CompareSamples.repaired();
    return new Comparison(
        some.a(),
        some.b(),
        Optional.empty(),
        Origin.START,
        some.order(),
        List.of(),
        Optional.empty(),
        CompareSamples.without(List.of(), List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  @Test
  void theDocumentHasWhatTheContractNames() {
    JsonNode json = JsonMapper.shared().readTree(CompareJson.of(CompareSamples.repaired()));
    assertThat(json.path("format").asString()).isEqualTo("lightfoot/comparison");
    assertThat(json.path("version").asInt()).isEqualTo(1);
    assertThat(json.path("order").asString()).isEqualTo("interleaved");
    assertThat(json.path("verdict").asString()).isEqualTo("faster");
    assertThat(json.path("a").path("runs").asInt()).isEqualTo(20);
    assertThat(json.path("total").path("shiftNanos").asLong()).isEqualTo(-120_900_000);
    assertThat(json.path("total").path("medianANanos").asLong()).isEqualTo(317_500_000);
    assertThat(json.path("layers").path(0).path("tripsA").asLong()).isEqualTo(51);
    assertThat(json.path("layers").path(0).path("tripsB").asLong()).isEqualTo(2);
    assertThat(json.path("phases").path(1).path("phase").asString()).isEqualTo("wait");
    long sum = 0;
    for (JsonNode part : json.path("attribution")) {
      sum += part.path("nanos").asLong();
    }
    assertThat(sum).isEqualTo(json.path("attributionNanos").asLong()).isEqualTo(-120_900_000);
    assertThat(json.path("warnings")).isEmpty();
  }

  @Test
  void theSameComparisonGivesTheSameBytes() {
    assertThat(CompareJson.of(CompareSamples.page(3)))
        .isEqualTo(CompareJson.of(CompareSamples.page(3)));
    assertThat(CompareText.of(CompareSamples.page(3)))
        .isEqualTo(CompareText.of(CompareSamples.page(3)));
  }
}
