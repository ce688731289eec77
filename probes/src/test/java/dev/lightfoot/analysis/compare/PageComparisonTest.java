package dev.lightfoot.analysis.compare;

import static dev.lightfoot.analysis.compare.GeneratedRuns.START;
import static dev.lightfoot.analysis.compare.GeneratedRuns.nanos;
import static dev.lightfoot.analysis.compare.GeneratedRuns.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.compare.match.MatchedBy;
import dev.lightfoot.analysis.compare.match.Origin;
import dev.lightfoot.analysis.summary.RunTime;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageMarks;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.model.page.ResourceType;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PageComparisonTest {
  private static final String HOST = "https://www.shop.test";

  /// One request of a page.
  private record Ask(String url, ResourceType type, long startNanos, long waitNanos) {
    static Ask of(String url, ResourceType type, double start, double millis) {
      return new Ask(url, type, nanos(start), nanos(millis));
    }

    Exchange exchange() {
      return GeneratedRuns.exchange(url, startNanos, Map.of(Phase.WAIT, waitNanos))
          .as(Resource.of(Optional.of(type)));
    }
  }

  private static Run page(OffsetDateTime at, List<Ask> asks) {
    List<Exchange> exchanges = asks.stream().map(Ask::exchange).toList();
    long end = exchanges.stream().mapToLong(Exchange::endNanos).max().orElse(0);
    return new Run(RunState.COLD, at, Optional.empty(), false, exchanges, List.of(), List.of())
        .as(
            new PageLoad(
                PageEngine.BUILTIN,
                Optional.empty(),
                OptionalInt.of(0),
                PageMarks.loadedAt(end),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
  }

  private static Snapshot pages(OffsetDateTime from, int runs, List<Ask> asks) {
    List<Run> all = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      all.add(page(from.plusSeconds(2L * i), asks));
    }
    return snapshot(all);
  }

  private static List<ExchangeShift> matched(List<Ask> a, List<Ask> b) {
    return Comparison.of(pages(START, 1, a), pages(START.plusHours(1), 1, b)).exchanges();
  }

  private static Ask document() {
    return Ask.of(HOST + "/", ResourceType.DOCUMENT, 0, 50);
  }

  private static Ask script(String url) {
    return Ask.of(url, ResourceType.SCRIPT, 60, 30);
  }

  private static MatchedBy matchedBy(String a, String b) {
    List<ExchangeShift> pairs =
        matched(List.of(document(), script(a)), List.of(document(), script(b)));
    assertThat(pairs.getFirst().matchedBy()).isEqualTo(MatchedBy.SAME_URL);
    assertThat(pairs).hasSize(2);
    return pairs.get(1).matchedBy();
  }

  @Test
  void whatABuildPutsIntoANameIsIgnored() {
    for (List<String> pair :
        List.of(
            List.of("/app.3f9a1c2b.js", "/app.77d0e19f.js"),
            List.of("/assets/index-DiwrgTda.js", "/assets/index-BxzQpLmn.js"),
            List.of("/app.js?v=12", "/app.js?v=13"),
            List.of("/app.js?_=1700000000000", "/app.js?_=1800000000000"),
            List.of("/static/9b1de2f4a7c3/app.js", "/static/0c2ef3a5b8d4/app.js"),
            List.of(
                "/f/123e4567-e89b-12d3-a456-426614174000.js",
                "/f/00112233-4455-6677-8899-aabbccddeeff.js"))) {
      assertThat(matchedBy(HOST + pair.getFirst(), HOST + pair.getLast()))
          .as(pair.toString())
          .isEqualTo(MatchedBy.HASH_IGNORED);
    }
  }

  @Test
  void anotherHostOrANumberInItIsIgnored() {
    assertThat(matchedBy("https://cdn1.test/a.js", "https://cdn2.test/a.js"))
        .isEqualTo(MatchedBy.HOST_IGNORED);
    assertThat(matchedBy("https://staging.test/a.js", "https://www.test/a.js"))
        .isEqualTo(MatchedBy.HOST_IGNORED);
    assertThat(matchedBy("https://cdn1.test/a.3f9a1c2b.js", "https://cdn2.test/a.77d0e19f.js"))
        .isEqualTo(MatchedBy.HOST_IGNORED);
  }

  @Test
  void theSameKindAtTheSamePlaceIsMatchedLast() {
    assertThat(matchedBy(HOST + "/old.js", HOST + "/new.js")).isEqualTo(MatchedBy.POSITION);
  }

  @Test
  void anOtherKindIsAddedAndRemovedAndRemovedOnesComeLast() {
    Ask image = Ask.of(HOST + "/logo.png", ResourceType.IMAGE, 60, 10);
    List<ExchangeShift> pairs =
        matched(
            List.of(document(), script(HOST + "/a.js"), script(HOST + "/b.js")),
            List.of(document(), image, script(HOST + "/b.js")));
    assertThat(pairs)
        .extracting(ExchangeShift::matchedBy)
        .containsExactly(
            MatchedBy.SAME_URL, MatchedBy.ADDED, MatchedBy.SAME_URL, MatchedBy.REMOVED);
    assertThat(pairs.get(1).b().orElseThrow().url()).isEqualTo(HOST + "/logo.png");
    assertThat(pairs.get(3).a().orElseThrow().url()).isEqualTo(HOST + "/a.js");
    assertThat(pairs.get(3).b()).isEmpty();
  }

  @Test
  void requestsInAnotherOrderAreMatchedByTheirUrls() {
    List<Ask> order = List.of(document(), script(HOST + "/a.js"), script(HOST + "/b.js"));
    List<ExchangeShift> pairs = matched(order, List.of(order.get(0), order.get(2), order.get(1)));
    assertThat(pairs)
        .allSatisfy(
            pair ->
                assertThat(pair.a().orElseThrow().url()).isEqualTo(pair.b().orElseThrow().url()));
  }

  @Test
  void aRequestWhoseHashChangesFromRunToRunIsOneWithAValueInEachRun() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Ask busted = script(HOST + "/app.js?_=170000000000" + i);
      runs.add(page(START.plusSeconds(i), List.of(document(), busted)));
    }
    List<ExchangeShift> pairs = Comparison.of(snapshot(runs), snapshot(runs)).exchanges();
    assertThat(pairs).hasSize(2);
    assertThat(pairs.get(1).shift().a()).hasSize(10);
  }

  @Test
  void theSameUrlTwiceIsTwoRequests() {
    List<Ask> twice = List.of(document(), script(HOST + "/a.js"), script(HOST + "/a.js"));
    assertThat(matched(twice, twice))
        .extracting(ExchangeShift::matchedBy)
        .containsExactly(MatchedBy.SAME_URL, MatchedBy.SAME_URL, MatchedBy.SAME_URL);
  }

  @Test
  void aSlowerScriptOnTheCriticalPathIsWhatMovedThePageAndOneOffThePathIsNot() {
    List<Ask> before =
        List.of(
            document(),
            Ask.of(HOST + "/slow.js", ResourceType.SCRIPT, 50, 100),
            Ask.of(HOST + "/pic.png", ResourceType.IMAGE, 50, 20));
    List<Ask> after =
        List.of(
            document(),
            Ask.of(HOST + "/slow.js", ResourceType.SCRIPT, 50, 130),
            Ask.of(HOST + "/pic.png", ResourceType.IMAGE, 50, 60));
    Comparison comparison =
        Comparison.of(pages(START, 10, before), pages(START.plusHours(1), 10, after));
    Attribution attribution = comparison.attribution().orElseThrow();
    assertThat(attribution.totalNanos()).isEqualTo(nanos(30));
    assertThat(attribution.parts())
        .extracting(Part::name, Part::nanos)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(HOST + "/slow.js", nanos(30)),
            org.assertj.core.groups.Tuple.tuple("", 0L));
    assertThat(comparison.phases()).isEmpty();
    assertThat(comparison.exchanges().get(2).shift().verdict()).isEqualTo(Verdict.SLOWER);
  }

  @Test
  void anEventMovesWhereTimesBegin() {
    List<Ask> asks = List.of(document(), script(HOST + "/app.3f9a1c2b.js"), script(HOST + "/b.js"));
    Snapshot a = pages(START, 10, asks);
    Comparison from =
        Comparison.of(
            a,
            pages(START.plusHours(1), 10, asks),
            CompareChoice.DEFAULT.from(new Origin.Request(HOST + "/app.77d0e19f.js")));
    assertThat(from.total().a()).allSatisfy(run -> assertThat(run.nanos()).isEqualTo(nanos(30)));
    Comparison none =
        Comparison.of(a, a, CompareChoice.DEFAULT.from(new Origin.Request(HOST + "/missing.css")));
    assertThat(none.a().counting()).isZero();
    assertThat(none.total().verdict()).isEqualTo(Verdict.NOT_ENOUGH_RUNS);
  }

  @Test
  void partsOfLargePagesAddUpAndTimeGrowsNoFasterThanPairsOfRuns() {
    Snapshot a = large(1, START, 100);
    Snapshot b = large(2, START.plusHours(1), 100);
    Snapshot quarterOfA = a.with(a.runs().subList(0, 25));
    Snapshot quarterOfB = b.with(b.runs().subList(0, 25));
    long quarter = best(quarterOfA, quarterOfB);
    long whole = best(a, b);
    System.out.printf(
        "2 x 100 runs x 300 requests: %.0f ms; 2 x 25: %.0f ms%n", whole / 1e6, quarter / 1e6);
    assertThat(whole).isLessThan(16 * quarter);
    Attribution attribution = Comparison.of(a, b).attribution().orElseThrow();
    assertThat(attribution.parts().stream().mapToLong(Part::nanos).sum())
        .isEqualTo(attribution.totalNanos());
    assertThat(RunTime.nanos(a.runs().getFirst())).isPositive();
  }

  private static long best(Snapshot a, Snapshot b) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      long start = System.nanoTime();
      assertThat(Comparison.of(a, b).exchanges()).hasSizeGreaterThanOrEqualTo(300);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  static Snapshot large(int seed, OffsetDateTime from, int runs) {
    Random random = new Random(seed);
    List<Run> all = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      List<Ask> asks = new ArrayList<>(List.of(document()));
      for (int i = 1; i < 300; i++) {
        String url =
            HOST + "/assets/part-" + i + "." + Integer.toHexString(seed * 77_777_777) + ".js";
        double noise = random.nextDouble();
        asks.add(Ask.of(url, ResourceType.SCRIPT, 50 + i, 40 + 5 * noise));
      }
      all.add(page(from.plusSeconds(3L * run), asks));
    }
    return snapshot(all);
  }
}
