package dev.lightfoot.analysis.cache;

import static dev.lightfoot.analysis.served.Answers.finding;
import static dev.lightfoot.analysis.served.Answers.judge;
import static dev.lightfoot.analysis.served.Answers.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.analysis.served.Recorded;
import dev.lightfoot.model.span.Evidence;
import org.junit.jupiter.api.Test;

class CacheAndSourceTest {
  private static final String SQL = "SELECT * FROM shop_item WHERE id = ";

  private static Recorded missing(int trace, String key) {
    return Recorded.request(trace, "/item", 100)
        .cache("GET " + key, 2)
        .query(SQL + trace, 4)
        .cache("SET " + key + " ?", 1);
  }

  private static Recorded hitting(int trace, String key) {
    return Recorded.request(trace, "/item", 100).cache("GET " + key, 2, "cache.hit", "true");
  }

  @Test
  void aCacheThatMissesEachTimeIsFound() {
    Finding finding =
        finding(
            judge(
                new CacheMissThenQuery(),
                missing(0, "item:1"),
                missing(1, "item:1"),
                missing(2, "item:2")));

    assertThat(finding.traces()).isEqualTo(3);
    assertThat(finding.count()).isEqualTo(1);
    assertThat(finding.subject().text()).isEqualTo("GET item:#");
    assertThat(finding.grade()).isEqualTo(Evidence.IMPORTED);
    assertThat(finding.facts())
        .contains(
            Fact.word("variant", "single"), Fact.count("misses", 3), Fact.name("query", SQL + "?"));
    // get and set: two trips, 3 ms; the set alone 1, with the query 7
    assertThat(finding.saving()).contains(new Saving(2, 1_000_000, 3_000_000, 7_000_000));
    assertThat(finding.evidence()).hasSize(9);
  }

  @Test
  void aColdCacheThatIsFilledOnceIsInOrder() {
    assertThat(
            judge(
                new CacheMissThenQuery(),
                missing(0, "menu"),
                hitting(1, "menu"),
                hitting(2, "menu"),
                hitting(3, "menu")))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void whereNoKeyMissedTwiceItIsInferred() {
    Finding finding =
        finding(
            judge(
                new CacheMissThenQuery(),
                missing(0, "item:1"),
                missing(1, "item:2"),
                missing(2, "item:3")));

    assertThat(finding.grade()).isEqualTo(Evidence.INFERRED);
  }

  @Test
  void aGetThatMostlyHitsIsInOrder() {
    Recorded[] requests = new Recorded[8];
    for (int i = 0; i < 8; i++) {
      requests[i] = i < 3 ? missing(i, "item:" + i) : hitting(i, "item:" + i);
    }

    assertThat(judge(new CacheMissThenQuery(), requests)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aSetWithoutAQueryIsInOrder() {
    Recorded[] requests = new Recorded[3];
    for (int i = 0; i < 3; i++) {
      requests[i] = Recorded.request(i, "/item", 100).cache("GET a", 2).cache("SET a ?", 2);
    }

    assertThat(judge(new CacheMissThenQuery(), requests)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void threeTimesInOneRequestAreALoop() {
    Recorded loop = Recorded.request("/items", 100);
    for (int i = 0; i < 4; i++) {
      loop.cache("GET item:" + i, 1).query(SQL + i, 2).cache("SET item:" + i + " ?", 1);
    }
    Finding finding = finding(judge(new CacheMissThenQuery(), loop));

    assertThat(finding.count()).isEqualTo(4);
    assertThat(finding.facts()).contains(Fact.word("variant", "loop"));
    assertThat(finding.saving()).contains(new Saving(8, 4_000_000, 8_000_000, 16_000_000));
  }

  @Test
  void withoutKeysAnswersAreThoseOfTheSameMachine() {
    Recorded[] requests = new Recorded[3];
    for (int i = 0; i < 3; i++) {
      requests[i] =
          Recorded.request(i, "/item", 100).cache("GET ?", 2).query(SQL + i, 4).cache("SET ? ?", 1);
    }

    assertThat(finding(judge(new CacheMissThenQuery(), requests)).grade())
        .isEqualTo(Evidence.INFERRED);
  }

  private static Recorded hitAndQuery(int trace) {
    return Recorded.request(trace, "/item", 100)
        .cache("GET item:" + trace, 2, "cache.hit", "true")
        .query(SQL + trace, 20);
  }

  @Test
  void aQueryAfterAHitIsFoundWhereItFollowsMissesToo() {
    Finding finding =
        finding(
            judge(
                new CacheHitAndQuery(),
                missing(0, "item:0"),
                hitAndQuery(1),
                hitAndQuery(2),
                hitAndQuery(3)));

    assertThat(finding.traces()).isEqualTo(3);
    assertThat(finding.grade()).isEqualTo(Evidence.IMPORTED);
    assertThat(finding.subject().text()).isEqualTo(SQL + "?");
    assertThat(finding.saving()).contains(new Saving(1, 0, 20_000_000, 20_000_000));
  }

  @Test
  void whereNoMissWasSeenItIsInferredFromTheName() {
    Finding finding =
        finding(
            judge(
                new CacheHitAndQuery(),
                hitAndQuery(0),
                hitAndQuery(1),
                hitAndQuery(2),
                hitAndQuery(3),
                hitAndQuery(4)));

    assertThat(finding.grade()).isEqualTo(Evidence.INFERRED);
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void aSessionFromTheCacheBeforeTheUserFromTheDatabaseIsInOrder() {
    Recorded[] requests = new Recorded[6];
    for (int i = 0; i < 6; i++) {
      requests[i] =
          Recorded.request(i, "/item", 100)
              .cache("GET session:9f", 2, "cache.hit", "true")
              .query("SELECT * FROM auth_user WHERE id = 7", 20);
    }

    assertThat(judge(new CacheHitAndQuery(), requests)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aQueryThatOthersMakeWithoutTheGetIsAnotherThing() {
    Recorded other = Recorded.request(9, "/list", 100).query(SQL + 9, 20);

    assertThat(
            judge(
                new CacheHitAndQuery(),
                missing(0, "item:0"),
                hitAndQuery(1),
                hitAndQuery(2),
                hitAndQuery(3),
                other))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void withoutAWordOnHitsItIsNotKnown() {
    Recorded silent = Recorded.request("/item", 100).cache("GET item:1", 2).query(SQL + 1, 20);

    assertThat(reason(judge(new CacheHitAndQuery(), silent))).isEqualTo(Reason.Kind.NOT_RECORDED);
  }

  private static Recorded slow(int trace, boolean hit, double get, double query) {
    Recorded request =
        Recorded.request(trace, "/item", 100)
            .cache("GET item:" + trace, get, "cache.hit", Boolean.toString(hit));
    return hit ? request : request.query(SQL + trace, query).cache("SET item:" + trace + " ?", 0.1);
  }

  private static Recorded[] slow(double get, double query) {
    Recorded[] requests = new Recorded[6];
    for (int i = 0; i < 6; i++) {
      requests[i] = slow(i, i >= 3, get, query);
    }
    return requests;
  }

  @Test
  void aCacheNoQuickerThanWhatItStandsForIsFound() {
    Finding finding = finding(judge(new CacheSlowerThanSource(), slow(6, 4)));

    assertThat(finding.traces()).isEqualTo(6);
    // (6 - 4) × ½ + 6 × ½
    assertThat(finding.saving()).contains(new Saving(1, 0, 4_000_000, 6_000_000));
    assertThat(finding.facts())
        .contains(Fact.time("get", 6_000_000), Fact.time("queryTime", 4_000_000));
  }

  @Test
  void aQuickerOneIsInOrder() {
    assertThat(judge(new CacheSlowerThanSource(), slow(1, 4))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void twoQueriesDoNotTell() {
    Recorded[] requests = new Recorded[6];
    for (int i = 0; i < 6; i++) {
      requests[i] = slow(i, i >= 2, 6, 4);
    }

    assertThat(reason(judge(new CacheSlowerThanSource(), requests))).isEqualTo(Reason.Kind.TOO_FEW);
  }

  private static Recorded[] same(String key, int with, double lasting, String... more) {
    Recorded[] requests = new Recorded[6];
    for (int i = 0; i < 6; i++) {
      requests[i] = Recorded.request(i, "/page", 50);
      if (i < with) {
        requests[i].cache("GET " + key, lasting, more);
      }
    }
    return requests;
  }

  @Test
  void aKeyThatEveryRequestReadsIsFound() {
    Finding finding =
        finding(judge(new SameKeyEveryRequest(), same(":1:menu", 5, 3, "cache.hit", "true")));

    assertThat(finding.subject().text()).isEqualTo(":1:menu");
    assertThat(finding.traces()).isEqualTo(5);
    assertThat(finding.grade()).isEqualTo(Evidence.IMPORTED);
    assertThat(finding.saving()).contains(new Saving(1, 3_000_000, 3_000_000, 3_000_000));
  }

  @Test
  void whereNobodySaysThatItHitItIsInferred() {
    assertThat(finding(judge(new SameKeyEveryRequest(), same("menu", 6, 3))).grade())
        .isEqualTo(Evidence.INFERRED);
  }

  @Test
  void keysOfOnePersonOrThingAreInOrder() {
    assertThat(judge(new SameKeyEveryRequest(), same("session:ab", 6, 3)))
        .isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(judge(new SameKeyEveryRequest(), same("item:7", 6, 3)))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void rareMissedQuickAndLargeOnesAreInOrder() {
    assertThat(judge(new SameKeyEveryRequest(), same("menu", 4, 3))).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(judge(new SameKeyEveryRequest(), same("menu", 6, 3, "cache.hit", "false")))
        .isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(judge(new SameKeyEveryRequest(), same("menu", 6, 0.5)))
        .isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(judge(new SameKeyEveryRequest(), same("menu", 6, 3, "cache.item_size", "200000")))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aKeyThatIsWrittenTooIsInOrder() {
    Recorded[] requests = same("menu", 6, 3);
    requests[2].cache("SET menu ?", 1);

    assertThat(judge(new SameKeyEveryRequest(), requests)).isEqualTo(RuleAnswer.IN_ORDER);
  }
}
