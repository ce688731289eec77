package dev.lightfoot.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingWordsTest {
  private static final long MILLI = 1_000_000;
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final FindingWords WORDS = FindingWords.redacted();

  private static Finding extraTrip(String service, Fact... facts) {
    return new Finding(
        Rule.TLS_EXTRA_TRIP,
        Severity.MEDIUM,
        new FindingSubject(service, "GET /", Optional.empty(), ""),
        2,
        10,
        List.of(),
        0,
        Optional.of(new Saving(1, 40 * MILLI, 40 * MILLI, 44 * MILLI)),
        Evidence.MEASURED,
        List.of(facts));
  }

  private static Finding version() {
    return extraTrip(
        "shop.test",
        Fact.word("variant", "version"),
        Fact.count("handshake_trips", 2),
        Fact.time("handshake", 84_300_000),
        Fact.time("floor", 40_100_000));
  }

  private static Finding with(List<Proof> evidence, int leftOut) {
    Finding it = version();
    return new Finding(
        it.rule(),
        it.severity(),
        it.subject(),
        it.count(),
        it.traces(),
        evidence,
        leftOut,
        it.saving(),
        it.grade(),
        it.facts());
  }

  @Test
  void whatIsSeenIsTheTextOfTheVariantWithItsNumbers() {
    assertThat(Numbers.plain(WORDS.says(version())))
        .isEqualTo(
            "shop.test speaks TLS 1.2. Its full handshake took 2 trips and 84.3 ms; TLS 1.3 needs"
                + " one trip of 40.1 ms.");
  }

  @Test
  void aRuleWithoutAnythingForDjangoSaysWhatToDoElsewhere() {
    FindingRemedy remedy = WORDS.remedy(version());
    assertThat(remedy.django()).isEmpty();
    assertThat(remedy.elsewhere()).startsWith("Enable TLS 1.3");
  }

  @Test
  void aPlaceNamesRouteAndServiceOnce() {
    assertThat(WORDS.where(version())).isEqualTo("GET / · shop.test");
  }

  @Test
  void howOftenIsSaidOfRunsWhereAClientMeasured() {
    assertThat(WORDS.often(version())).isEqualTo("2 times a run, in 10 runs");
  }

  @Test
  void secretsInNamesAreNotShownUnlessAskedFor() {
    Finding finding = extraTrip("shop.test", Fact.word("variant", "version"));
    Finding secret =
        new Finding(
            finding.rule(),
            finding.severity(),
            new FindingSubject(
                "shop.test", "GET /?token=hunter22hunter", Optional.of(Layer.DATABASE), "'x'"),
            1,
            1,
            List.of(),
            0,
            finding.saving(),
            finding.grade(),
            finding.facts());
    assertThat(WORDS.where(secret)).doesNotContain("hunter22").contains("token=");
    assertThat(WORDS.subject(secret).text()).isEqualTo("?");
    assertThat(FindingWords.unredacted().where(secret)).contains("hunter22");
  }

  @Test
  void aSpanIsShownWithWhatItDidAndHowLong() {
    Span span =
        Span.of(
                "00000000000000a1",
                "SELECT shop_product",
                Layer.DATABASE,
                SpanKind.CLIENT,
                SpanTime.of(1, 2_100_000, 1))
            .inTrace(TRACE, Optional.empty());
    Finding finding = with(List.of(new Proof.OfSpan(Optional.of(TRACE), "00000000000000a1")), 0);
    Findings findings = new Findings(List.of(finding), List.of(), Map.of());
    EvidenceWords evidence =
        new EvidenceWords(WORDS, EvidencePlaces.of(findings, ServedSpans.of(List.of(span))));
    assertThat(evidence.of(finding, 3).stream().map(Numbers::plain))
        .containsExactly("2.1 ms: SELECT shop_product (span 00000000000000a1)");
  }

  @Test
  void aRequestIsShownByItsUrl() {
    Finding finding = with(List.of(new Proof.OfExchange(0, 0)), 0);
    Findings findings = new Findings(List.of(finding), List.of(), Map.of());
    EvidenceWords evidence =
        new EvidenceWords(
            WORDS,
            EvidencePlaces.of(findings, Samples.snapshot("https://shop.test/", Samples.cold(0))));
    assertThat(evidence.of(finding, 3).getFirst()).startsWith("run 1, request 1: GET https://");
  }

  @Test
  void valuesInAStatementAreNotShown() {
    Span span =
        Span.of(
                "00000000000000a1",
                "SELECT",
                Layer.DATABASE,
                SpanKind.CLIENT,
                SpanTime.of(1, 2_100_000, 1))
            .inTrace(TRACE, Optional.empty())
            .with(
                Attributes.builder()
                    .add(AttributeNames.DB_QUERY, "SELECT name FROM supplier WHERE id = 146")
                    .build());
    Finding finding = with(List.of(new Proof.OfSpan(Optional.of(TRACE), "00000000000000a1")), 0);
    EvidencePlaces places =
        EvidencePlaces.of(
            new Findings(List.of(finding), List.of(), Map.of()), ServedSpans.of(List.of(span)));
    assertThat(new EvidenceWords(WORDS, places).of(finding, 1).getFirst())
        .contains("WHERE id = ? (span");
    assertThat(new EvidenceWords(FindingWords.unredacted(), places).of(finding, 1).getFirst())
        .contains("WHERE id = 146 (span");
  }

  @Test
  void aRequestThatSeveralRunsMadeIsOneLine() {
    Finding finding = with(List.of(new Proof.OfExchange(0, 0), new Proof.OfExchange(1, 0)), 3);
    EvidencePlaces places =
        EvidencePlaces.of(
            new Findings(List.of(finding), List.of(), Map.of()),
            Samples.snapshot("https://shop.test/", Samples.cold(0), Samples.cold(9)));
    assertThat(new EvidenceWords(WORDS, places).of(finding, 5))
        .hasSize(2)
        .satisfies(lines -> assertThat(lines.getFirst()).endsWith(", and in 1 more run"))
        .endsWith("and 3 more");
  }

  @Test
  void evidenceThatIsNotShownIsCounted() {
    Finding finding =
        with(List.of(new Proof.OfLine("a.log", 61), new Proof.OfLine("a.log", 62)), 5);
    EvidenceWords evidence =
        new EvidenceWords(WORDS, EvidencePlaces.of(Findings.NONE, new ServedSpans()));
    assertThat(evidence.of(finding, 1)).containsExactly("a.log, line 61", "and 6 more");
  }

  @Test
  void theLargestSavingIsNamedFirst() {
    Findings findings = new Findings(List.of(version()), List.of(), Map.of());
    assertThat(FindingsHeadline.largest(findings, WORDS).map(Numbers::plain))
        .contains(
            "Largest saving: The TLS handshake takes a trip too many: 1 trip, 40 to 44 ms, most"
                + " likely 40 ms");
  }
}
