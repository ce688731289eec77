package dev.lightfoot.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;

/// Published examples with values by enumeration, equal to R's and SciPy's where those have the
/// method.
final class ReferenceValuesTest {
  /// Hollander and Wolfe, page 69, in R's `?wilcox.test`.
  private static final double[] TRITIATED = {
    .80, .83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, .73, 1.46
  };

  private static final double[] AT_TERM = {1.15, .88, .90, .74, 1.21};

  /// SciPy's documentation of `mannwhitneyu`.
  private static final double[] MALES = {19, 22, 16, 29, 24};

  private static final double[] FEMALES = {20, 11, 17, 12};

  /// Whole milliseconds, full of ties.
  private static final double[] BEFORE = {40, 41, 41, 42, 42, 43, 40, 41};

  private static final double[] AFTER = {45, 46, 45, 47, 46, 45, 41, 46};

  @Test
  void mannAndWhitneyWithoutTiesAreExact() {
    MannWhitney test = MannWhitney.of(TRITIATED, AT_TERM);
    assertThat(test.u()).isEqualTo(35);
    assertThat(test.p()).isCloseTo(764 / 3003.0, within(1e-12));
    assertThat(MannWhitney.of(MALES, FEMALES).u()).isEqualTo(17);
    assertThat(MannWhitney.of(MALES, FEMALES).p()).isCloseTo(14 / 126.0, within(1e-12));
    assertThat(MannWhitney.of(values(1, 2, 3, 4), values(5, 6, 7, 8)))
        .isEqualTo(new MannWhitney(0, 2 / 70.0));
  }

  @Test
  void theLibraryHasTheOtherSidesAndTheAsymptoticValueOfTheSameExample() {
    MannWhitneyUTest exact = MannWhitneyUTest.withDefaults().with(PValueMethod.EXACT);
    assertThat(exact.with(AlternativeHypothesis.GREATER_THAN).test(TRITIATED, AT_TERM).getPValue())
        .isCloseTo(0.1272061272, within(1e-10));
    assertThat(exact.with(AlternativeHypothesis.LESS_THAN).test(TRITIATED, AT_TERM).getPValue())
        .isCloseTo(0.8967698968, within(1e-10));
    assertThat(MannWhitney.asymptotic(TRITIATED, AT_TERM))
        .isCloseTo(0.24462360512698333, within(1e-12));
    assertThat(MannWhitney.asymptotic(BEFORE, AFTER)).isCloseTo(0.0039993922493750, within(1e-12));
  }

  @Test
  void mannAndWhitneyWithTiesAreExactGivenTheTies() {
    MannWhitney few = MannWhitney.of(values(1, 2, 2, 3), values(2, 3, 4, 4));
    assertThat(few.u()).isEqualTo(2.5);
    assertThat(few.p()).isCloseTo(14 / 70.0, within(1e-15));
    MannWhitney whole = MannWhitney.of(BEFORE, AFTER);
    assertThat(whole.u()).isEqualTo(4.5);
    // what ignores the ties has 0.0029526
    assertThat(whole.p()).isCloseTo(26 / 12870.0, within(1e-15));
  }

  @Test
  void valuesThatAreAllTheSameDoNotDiffer() {
    assertThat(MannWhitney.of(new double[10], new double[10])).isEqualTo(new MannWhitney(50, 1));
    assertThat(MannWhitney.of(new double[30], new double[30])).isEqualTo(new MannWhitney(450, 1));
  }

  @Test
  void withoutTiesTheDistributionGivenTheTiesIsThatOfTheLibrary() {
    double[] x = values(1, 4, 6, 7, 11, 13, 17, 22, 23, 31, 37, 39, 42, 44, 50, 51, 53, 54, 57, 60);
    double[] y = values(2, 3, 5, 8, 9, 10, 12, 14, 15, 16, 18, 19, 20, 21, 24, 25, 26, 27, 28, 29);
    assertThat(ExactRankSum.twoSided(Ranks.of(x, y), x.length))
        .isCloseTo(MannWhitney.of(x, y).p(), within(1e-12));
  }

  @Test
  void hodgesAndLehmannsShiftHasRsInterval() {
    assertShift(HodgesLehmann.of(TRITIATED, AT_TERM), 0.305, -0.15, 0.76);
    assertThat(HodgesLehmann.quantile(10, 5)).isEqualTo(9);
    assertShift(HodgesLehmann.of(MALES, FEMALES), 7, -1, 17);
    assertThat(HodgesLehmann.quantile(5, 4)).isEqualTo(2);
    assertThat(HodgesLehmann.of(values(1, 2, 2, 3), values(2, 3, 4, 4)).shift()).isEqualTo(-1);
    assertThat(HodgesLehmann.of(BEFORE, AFTER).shift()).isEqualTo(-4);
  }

  private static void assertShift(HodgesLehmann it, double shift, double low, double high) {
    assertThat(it.shift()).isCloseTo(shift, within(1e-12));
    assertThat(it.low()).isCloseTo(low, within(1e-12));
    assertThat(it.high()).isCloseTo(high, within(1e-12));
  }

  @Test
  void cliffsDeltaIsTheShareOfLargerPairsLessThatOfSmaller() {
    assertThat(delta(TRITIATED, AT_TERM)).isCloseTo(0.4, within(1e-12));
    assertThat(delta(MALES, FEMALES)).isCloseTo(0.7, within(1e-12));
    assertThat(delta(values(1, 2, 2, 3), values(2, 3, 4, 4))).isEqualTo(-0.6875);
    assertThat(delta(BEFORE, AFTER)).isEqualTo(-0.859375);
    assertThat(CliffsDelta.probability(35, 10, 5)).isCloseTo(0.7, within(1e-12));
  }

  private static double delta(double[] x, double[] y) {
    return CliffsDelta.of(MannWhitney.of(x, y).u(), x.length, y.length);
  }

  @Test
  void kolmogorovAndSmirnovAreTheLibrarys() {
    assertThat(SpreadTest.p(TRITIATED, AT_TERM)).isCloseTo(0.16583416583, within(1e-10));
    assertThat(SpreadTest.p(MALES, FEMALES)).isCloseTo(0.2857142857, within(1e-10));
  }

  @Test
  void familiesAreAdjustedByHolmAndByBenjaminiAndHochberg() {
    assertThat(Adjusted.holm(.01, .04, .03, .005))
        .containsExactly(new double[] {.03, .06, .06, .02}, within(1e-12));
    assertThat(Adjusted.benjaminiHochberg(.01, .04, .03, .005))
        .containsExactly(new double[] {.02, .04, .04, .02}, within(1e-12));
    assertThat(Adjusted.holm()).isEmpty();
    assertThat(Adjusted.holm(.9, .8)).containsExactly(1, 1);
  }

  private static double[] values(double... values) {
    return values;
  }
}
