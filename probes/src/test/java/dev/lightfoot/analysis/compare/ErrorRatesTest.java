package dev.lightfoot.analysis.compare;

import static dev.lightfoot.analysis.compare.GeneratedRuns.START;
import static dev.lightfoot.analysis.compare.GeneratedRuns.nanos;
import static dev.lightfoot.analysis.compare.GeneratedRuns.probe;
import static dev.lightfoot.analysis.compare.GeneratedRuns.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How often a verdict is wrong, and how often a change is found: 20 runs a side, noise like a
/// logarithmic normal distribution's with a standard deviation of 3 ms.
final class ErrorRatesTest {
  private static final int RUNS = 20;
  private static final int PAIRS = 1_000;
  private static final double SPREAD_MILLIS = 3;
  private static final double SHAPE = 0.4;

  /// In which order the runs of the two sides are made.
  enum Order {
    APART,
    ABAB,
    ABBA;

    boolean isB(int run) {
      return switch (this) {
        case APART -> run >= RUNS;
        case ABAB -> run % 2 == 1;
        case ABBA -> run % 4 == 1 || run % 4 == 2;
      };
    }
  }

  private static double[] noise(Random random, double correlation, double drift) {
    double[] values = new double[2 * RUNS];
    double before = 0;
    for (int i = -50; i < values.length; i++) {
      double fresh = lognormal(random) * Math.sqrt(1 - correlation * correlation);
      before = correlation * before + fresh;
      if (i >= 0) {
        values[i] = before + drift * i;
      }
    }
    return values;
  }

  /// Mean 0, standard deviation 3 ms.
  private static double lognormal(Random random) {
    double variance = SHAPE * SHAPE;
    double value = Math.exp(SHAPE * random.nextGaussian());
    double spread = Math.sqrt(Math.expm1(variance) * Math.exp(variance));
    return SPREAD_MILLIS * (value - Math.exp(variance / 2)) / spread;
  }

  /// Runs over a way of 40 ms: one trip each for TCP and TLS and in the wait, whose noise is that
  /// of a server.
  private static Comparison compare(double[] noise, Order order, Phase slower, double byMillis) {
    List<Run> a = new ArrayList<>();
    List<Run> b = new ArrayList<>();
    for (int i = 0; i < noise.length; i++) {
      boolean isB = order.isB(i);
      Map<Phase, Long> phases = new EnumMap<>(Phase.class);
      phases.put(Phase.TCP, nanos(40));
      phases.put(Phase.TLS, nanos(40));
      phases.put(Phase.WAIT, nanos(45 + noise[i]));
      if (isB) {
        phases.merge(slower, nanos(byMillis), Long::sum);
      }
      (isB ? b : a).add(probe(START.plusSeconds(i), phases));
    }
    return Comparison.of(snapshot(a), snapshot(b));
  }

  /// A warm request alone, so that the floor is 1 ms and the statistics have to hold on their own.
  private static Comparison compareWaits(double[] noise, Order order) {
    List<Run> a = new ArrayList<>();
    List<Run> b = new ArrayList<>();
    for (int i = 0; i < noise.length; i++) {
      Map<Phase, Long> phases = Map.of(Phase.WAIT, nanos(45 + noise[i]));
      (order.isB(i) ? b : a).add(probe(START.plusSeconds(i), phases));
    }
    return Comparison.of(snapshot(a), snapshot(b));
  }

  @ParameterizedTest
  @CsvSource({
    "APART,0,0",
    "APART,.3,0",
    "APART,0,.05",
    "ABBA,0,0",
    "ABBA,.3,0",
    "ABBA,0,.05",
    "ABAB,.3,0"
  })
  void whereNothingChangedAVerdictIsRare(Order order, double correlation, double drift) {
    assertThat(wrong(order, correlation, drift)).isLessThanOrEqualTo(PAIRS / 20);
  }

  /// An exact test of independent runs is wrong in 4.8 % of all pairs, so that 1 000 of them may
  /// show a few more. With A always before B nothing takes off it what drifts.
  @ParameterizedTest
  @CsvSource({"ABAB,0,0", "ABAB,0,.05"})
  void inPlainTurnsItIsAsRareAsTheLevelSays(Order order, double correlation, double drift) {
    double chance = 3 * Math.sqrt(Shifts.LEVEL * (1 - Shifts.LEVEL) / PAIRS);
    assertThat(wrong(order, correlation, drift) / (double) PAIRS)
        .isLessThanOrEqualTo(Shifts.LEVEL + chance);
  }

  private static int wrong(Order order, double correlation, double drift) {
    Random random = new Random(20_261_130);
    int wrong = 0;
    for (int i = 0; i < PAIRS; i++) {
      Comparison comparison = compareWaits(noise(random, correlation, drift), order);
      assertThat(comparison.order().interleaved()).isEqualTo(order != Order.APART);
      wrong += says(comparison) ? 1 : 0;
    }
    System.out.printf(
        "false verdicts, %s, correlation %.1f, drift %.2f ms a run: %d of %d%n",
        order, correlation, drift, wrong, PAIRS);
    return wrong;
  }

  private static boolean says(Comparison comparison) {
    return isVerdict(comparison.total())
        || comparison.phases().stream().anyMatch(phase -> isVerdict(phase.shift()))
        || comparison.exchanges().stream().anyMatch(exchange -> isVerdict(exchange.shift()));
  }

  private static boolean isVerdict(Shift shift) {
    return shift.verdict() == Verdict.FASTER || shift.verdict() == Verdict.SLOWER;
  }

  @ParameterizedTest
  @CsvSource({"APART,WAIT", "ABBA,TCP"})
  void fiveMillisecondsMoreInOnePhaseAreFoundAndGivenToThatPhase(Order order, Phase slower) {
    Random random = new Random(7);
    int found = 0;
    int attributed = 0;
    for (int i = 0; i < PAIRS; i++) {
      Comparison comparison = compare(noise(random, 0, 0), order, slower, 5);
      boolean isFound = comparison.total().verdict() == Verdict.SLOWER;
      Part largest = comparison.attribution().orElseThrow().parts().getFirst();
      found += isFound ? 1 : 0;
      attributed += isFound && largest.name().equals(slower.label()) ? 1 : 0;
    }
    System.out.printf(
        "+5 ms in %s, %s: found %d, attributed %d of %d%n",
        slower, order, found, attributed, PAIRS);
    assertThat(attributed).isGreaterThanOrEqualTo(PAIRS * 95 / 100);
  }

  @Test
  void aLinkFiveMillisecondsLongerIsGivenToTcpTlsAndWait() {
    Random random = new Random(9);
    double[] noise = noise(random, 0, 0);
    List<Run> a = new ArrayList<>();
    List<Run> b = new ArrayList<>();
    for (int i = 0; i < noise.length; i++) {
      long trip = nanos(Order.ABBA.isB(i) ? 45 : 40);
      Map<Phase, Long> phases =
          Map.of(Phase.TCP, trip, Phase.TLS, trip, Phase.WAIT, trip + nanos(5 + noise[i] / 10));
      (Order.ABBA.isB(i) ? b : a).add(probe(START.plusSeconds(i), phases));
    }
    Attribution attribution = Comparison.of(snapshot(a), snapshot(b)).attribution().orElseThrow();
    assertThat(attribution.parts().subList(0, 3))
        .extracting(Part::name)
        .containsExactlyInAnyOrder("tcp", "tls", "wait");
    assertThat(attribution.parts().subList(0, 3))
        .allSatisfy(part -> assertThat(part.nanos()).isBetween(nanos(4), nanos(6)));
  }

  /// What this computer itself took: about 8 ms a run, some more in the first ones of a start of
  /// the program, and so much more or less in all runs of one start than of the next that a shift
  /// of 5 ms in the network drowns. None of it is the network's or a server's.
  private static List<Run> session(Random random, OffsetDateTime start, double tripMillis) {
    double level = 8 + 4 * random.nextGaussian();
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      double own = Math.max(0.5, level + 5.0 / (i + 1) + 3 * random.nextGaussian());
      Map<Phase, Long> phases = new EnumMap<>(Phase.class);
      phases.put(Phase.DNS, nanos(10 + Math.abs(random.nextGaussian())));
      phases.put(Phase.TCP, nanos(tripMillis + 0.1 * random.nextGaussian()));
      phases.put(Phase.TLS, nanos(tripMillis + 0.6 + 0.2 * random.nextGaussian()));
      phases.put(Phase.WAIT, nanos(tripMillis + 0.4 + 0.2 * random.nextGaussian()));
      runs.add(GeneratedRuns.measured(start.plusSeconds(i), phases, nanos(own)));
    }
    return runs;
  }

  private static Comparison sessions(Random random, double longerMillis) {
    return Comparison.of(
        snapshot(session(random, START, 40)),
        snapshot(session(random, START.plusMinutes(3), 40 + longerMillis)));
  }

  @Test
  void whatThisComputerTookFromOneStartToTheNextIsNoChangeOfTheTarget() {
    Random random = new Random(31);
    int wrong = 0;
    for (int i = 0; i < PAIRS; i++) {
      wrong += says(sessions(random, 0)) ? 1 : 0;
    }
    System.out.printf("false verdicts, one start after another: %d of %d%n", wrong, PAIRS);
    assertThat(wrong).isLessThanOrEqualTo(PAIRS / 20);
  }

  @Test
  void aLongerLinkIsFoundAndGivenToItsPhasesThoughThisComputerTookMoreOrLess() {
    Random random = new Random(37);
    int right = 0;
    for (int i = 0; i < PAIRS; i++) {
      Comparison comparison = sessions(random, 5);
      Map<String, Long> parts =
          comparison.attribution().orElseThrow().parts().stream()
              .collect(Collectors.toMap(Part::name, Part::nanos));
      boolean given =
          Stream.of("tcp", "tls", "wait")
              .allMatch(name -> Math.abs(parts.getOrDefault(name, 0L) - nanos(5)) <= nanos(1));
      right += comparison.total().verdict() == Verdict.SLOWER && given ? 1 : 0;
    }
    System.out.printf("link +5 ms, one start after another: right %d of %d%n", right, PAIRS);
    assertThat(right).isGreaterThanOrEqualTo(PAIRS * 95 / 100);
  }
}
