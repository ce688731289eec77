package dev.lightfoot.analysis.acknowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SiftedTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static Finding repeated(String route, int count) {
    return new Finding(
        Rule.REPEATED_QUERY,
        Severity.HIGH,
        new FindingSubject("shop", route, Optional.of(Layer.DATABASE), "SELECT ?"),
        count,
        1,
        List.of(),
        0,
        Optional.empty(),
        Evidence.IMPORTED,
        List.of());
  }

  private static Findings findings(Finding... all) {
    return new Findings(List.of(all), List.of(Rule.REDIRECT), Map.of());
  }

  private static Acknowledgement said(Target target) {
    return new Acknowledgement(target, "known", TODAY, Optional.empty(), OptionalInt.empty());
  }

  private static Acknowledgement counted(Finding finding, int count) {
    return new Acknowledgement(
        new Target.OfFinding(finding.fingerprint(), ""),
        "known",
        TODAY,
        Optional.empty(),
        OptionalInt.of(count));
  }

  private static Sifted sifted(Finding finding, Acknowledgement given, LocalDate day) {
    return Sifted.of(findings(finding), List.of(given), day);
  }

  @Test
  void whatIsAcknowledgedByItsFingerprintIsListedApart() {
    Finding known = repeated("GET /a/", 50);
    Finding other = repeated("GET /b/", 50);
    Sifted sifted =
        Sifted.of(
            findings(known, other),
            List.of(said(new Target.OfFinding(known.fingerprint(), ""))),
            TODAY);
    assertThat(sifted.open().list()).containsExactly(other);
    assertThat(sifted.acknowledged()).extracting(Sifted.Known::finding).containsExactly(known);
    assertThat(sifted.open().inOrder()).containsExactly(Rule.REDIRECT);
  }

  @Test
  void aRuleIsAcknowledgedOnTheRoutesThatMatch() {
    Finding admin = repeated("GET /admin/users/", 50);
    Finding shop = repeated("GET /shop/", 50);
    Sifted sifted =
        Sifted.of(
            findings(admin, shop),
            List.of(said(new Target.OfRule("repeated-query", "/admin/*"))),
            TODAY);
    assertThat(sifted.open().list()).containsExactly(shop);
  }

  @Test
  void aRouteMayNameItsMethod() {
    assertThat(new Target.OfRule("redirect", "GET /a/").matches("GET /a/")).isTrue();
    assertThat(new Target.OfRule("redirect", "POST /a/").matches("GET /a/")).isFalse();
  }

  @Test
  void anotherRuleOnTheSameRouteStands() {
    Finding finding = repeated("GET /a/", 50);
    assertThat(sifted(finding, said(new Target.OfRule("redirect", "*")), TODAY).open().list())
        .containsExactly(finding);
  }

  @Test
  void aFifthMoreIsStillAcknowledged() {
    Finding finding = repeated("GET /a/", 60);
    assertThat(sifted(finding, counted(finding, 50), TODAY).acknowledged()).hasSize(1);
  }

  @Test
  void whatGrewByMoreThanAFifthReturns() {
    Finding finding = repeated("GET /a/", 61);
    Sifted sifted = sifted(finding, counted(finding, 50), TODAY);
    assertThat(sifted.open().list()).containsExactly(finding);
    assertThat(sifted.returned()).extracting(Sifted.Known::finding).containsExactly(finding);
  }

  @Test
  void itHoldsOnItsLastDayAndReturnsTheDayAfter() {
    Finding finding = repeated("GET /a/", 50);
    Acknowledgement until =
        new Acknowledgement(
            new Target.OfRule("repeated-query", "*"),
            "known",
            TODAY.minusDays(10),
            Optional.of(TODAY),
            OptionalInt.empty());
    assertThat(sifted(finding, until, TODAY).acknowledged()).hasSize(1);
    assertThat(sifted(finding, until, TODAY.plusDays(1)).returned()).hasSize(1);
  }

  @Test
  void oneThatHoldsIsEnough() {
    Finding finding = repeated("GET /a/", 100);
    Sifted sifted =
        Sifted.of(
            findings(finding),
            List.of(counted(finding, 50), said(new Target.OfRule("repeated-query", "*"))),
            TODAY);
    assertThat(sifted.open().list()).isEmpty();
    assertThat(sifted.returned()).isEmpty();
  }
}
