package dev.lightfoot.analysis.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lightfoot.analysis.catalogue.Judged;
import dev.lightfoot.analysis.finding.FactValue;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.served.Recorded;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.SpanKind;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Causes, their repaired twins, and what is near them and none.
final class DatabaseRulesTest {
  private static final String USER = "SELECT a FROM app_user WHERE id = 7";
  private static final String WRITE = "UPDATE app_user SET a = 2 WHERE id = 7";

  @Test
  void theVerySameQueryAgainIsFound() {
    Finding finding =
        Judged.of(page().query(USER, 4).query(USER, 3).query(USER, 5)).only(Rule.IDENTICAL_QUERY);
    assertThat(finding.count()).isEqualTo(3);
    assertThat(finding.saving()).contains(new Saving(2, 0, 8_000_000, 8_000_000));
  }

  @Test
  void theSameQueryAfterAWriteIsAnother() {
    Rule rule = Rule.IDENTICAL_QUERY;
    assertThat(Judged.of(page().query(USER, 4).query(WRITE, 4).query(USER, 4)).found(rule))
        .isEmpty();
    assertThat(Judged.of(page().query(USER, 4).query("COMMIT", 1).query(USER, 4)).found(rule))
        .isEmpty();
    assertThat(
            Judged.of(page().query(USER, 4).query("UPDATE b SET a = 1", 4).query(USER, 4))
                .found(rule))
        .hasSize(1);
  }

  @Test
  void hiddenValuesVolatileAnswersAndShortOnesAreNotIdentical() {
    for (String sql :
        new String[] {"SELECT a FROM b WHERE id = $1", "SELECT nextval('s')", "SELECT now()"}) {
      assertThat(Judged.of(page().query(sql, 4).query(sql, 4)).found(Rule.IDENTICAL_QUERY))
          .as(sql)
          .isEmpty();
    }
    assertThat(Judged.of(page().query(USER, 1).query(USER, 1)).found(Rule.IDENTICAL_QUERY))
        .isEmpty();
  }

  @Test
  void parametersBesideTheTextTellQueriesApart() {
    Recorded same = page();
    Recorded different = page();
    for (int i = 0; i < 3; i++) {
      same.query("SELECT a FROM b WHERE id = $1", 4, "db.query.parameter.0", "7");
      different.query("SELECT a FROM b WHERE id = $1", 4, "db.query.parameter.0", "" + i);
      different.query("SELECT a FROM c WHERE id = ?", 4, "lightfoot.parameters.hash", "a" + i);
    }
    assertThat(Judged.of(same).found(Rule.IDENTICAL_QUERY)).hasSize(1);
    assertThat(Judged.of(different).found(Rule.IDENTICAL_QUERY)).isEmpty();
  }

  @Test
  void aLoopWhoseValuesComeAgainIsOneFinding() {
    Recorded request = page();
    IntStream.range(0, 20).forEach(i -> request.query("SELECT a FROM b WHERE c = " + i % 5, 2));
    assertThat(Judged.of(request).database()).containsExactly(Rule.REPEATED_QUERY);
  }

  @Test
  void aCountForEachRowIsFoundAndNotAlsoARepeatedQuery() {
    Recorded request = page();
    IntStream.range(0, 10)
        .forEach(i -> request.query("SELECT COUNT(*) FROM review WHERE product = " + i, 2));
    assertThat(Judged.of(request).database()).containsExactly(Rule.COUNT_PER_ROW);
    assertThat(Judged.of(request).answer(Rule.REPEATED_QUERY))
        .isEqualTo(RuleAnswer.notApplicable(Reason.Kind.TAKEN));
    Recorded grouped = page().query("SELECT product, COUNT(*) FROM review GROUP BY product", 8);
    assertThat(Judged.of(grouped).database()).isEmpty();
  }

  @Test
  void askingHowManyBeforeFetchingTheSameIsFound() {
    Recorded request =
        page()
            .query("SELECT COUNT(*) FROM item WHERE shop = 3", 4)
            .query("SELECT a, b FROM item WHERE shop = 3 ORDER BY a", 9);
    Finding finding = Judged.of(request).only(Rule.COUNT_THEN_FETCH);
    assertThat(finding.saving()).contains(new Saving(1, 0, 4_000_000, 4_000_000));
    assertThat(finding.fact("variant")).contains(new FactValue.Word("count"));
    Recorded exists =
        page()
            .query("SELECT 1 AS \"a\" FROM item WHERE shop = 3 LIMIT 1", 4)
            .query("SELECT a, b FROM item WHERE shop = 3", 9);
    assertThat(Judged.of(exists).only(Rule.COUNT_THEN_FETCH).fact("variant"))
        .contains(new FactValue.Word("exists"));
  }

  @Test
  void aTotalBesideAPageIsNeeded() {
    Rule rule = Rule.COUNT_THEN_FETCH;
    String count = "SELECT COUNT(*) FROM item WHERE shop = 3";
    String fetch = "SELECT a FROM item WHERE shop = ";
    assertThat(Judged.of(page().query(count, 4).query(fetch + "3 LIMIT 20", 4)).found(rule))
        .isEmpty();
    assertThat(
            Judged.of(page().query(count, 4).query(fetch + "3 LIMIT 20 OFFSET 20", 4)).found(rule))
        .isEmpty();
    assertThat(Judged.of(page().query(count, 4).query(fetch + "4", 4)).found(rule)).isEmpty();
    assertThat(Judged.of(page().query(fetch + "3", 4).query(count, 4)).found(rule)).isEmpty();
    assertThat(
            Judged.of(
                    page()
                        .query(count, 4)
                        .query("DELETE FROM item WHERE shop = 3", 4)
                        .query(fetch + "3", 4))
                .found(rule))
        .isEmpty();
  }

  @Test
  void aGroupOfStatementsForEachRowIsOneFinding() {
    Recorded request = page().query("SELECT a FROM orders", 3);
    for (int i = 0; i < 5; i++) {
      request
          .query("SELECT a FROM customer WHERE id = " + i, 2)
          .query("SELECT a FROM line WHERE o = " + i, 2)
          .query("SELECT a FROM line WHERE o = " + i + 100, 2);
    }
    Judged judged = Judged.of(request);
    assertThat(judged.database()).containsExactly(Rule.REPEATED_PATTERN);
    Finding finding = judged.only(Rule.REPEATED_PATTERN);
    assertThat(finding.count()).isEqualTo(15);
    assertThat(finding.saving().orElseThrow().trips()).isEqualTo(13);
    assertThat(finding.fact("rounds")).contains(new FactValue.Count(5));
  }

  @Test
  void twoRoundsOrWordsOfTransactionsAreNoPattern() {
    Recorded twice = page();
    Recorded words = page();
    for (int i = 0; i < 5; i++) {
      if (i < 2) {
        twice
            .query("SELECT a FROM b WHERE id = " + i, 4)
            .query("SELECT c FROM d WHERE id = " + i, 4);
      }
      words.query("BEGIN", 1).query("INSERT INTO a (b) VALUES (" + i + ")", 3).query("COMMIT", 1);
    }
    assertThat(Judged.of(twice).found(Rule.REPEATED_PATTERN)).isEmpty();
    assertThat(Judged.of(words).database())
        .containsExactly(Rule.REPEATED_QUERY, Rule.TRANSACTION_TRIPS);
  }

  @Test
  void aTransactionAroundReadsIsFound() {
    Finding finding =
        Judged.of(page().query("BEGIN", 2).query(USER, 5).query("COMMIT", 2))
            .only(Rule.TRANSACTION_TRIPS);
    assertThat(finding.count()).isEqualTo(2);
    assertThat(finding.saving()).contains(new Saving(2, 0, 4_000_000, 4_000_000));
  }

  @Test
  void aTransactionAroundWritesIsAsItShouldBe() {
    Rule rule = Rule.TRANSACTION_TRIPS;
    assertThat(Judged.of(page().query("BEGIN", 2).query(WRITE, 5).query("COMMIT", 2)).found(rule))
        .isEmpty();
    assertThat(
            Judged.of(
                    page()
                        .query("BEGIN", 2)
                        .query("SELECT a FROM b WHERE id = 1 FOR UPDATE", 5)
                        .query("COMMIT", 2))
                .found(rule))
        .isEmpty();
    assertThat(Judged.of(page().query(USER, 5)).answer(rule)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void whatADriverAsksOfANewConnectionIsTheConnections() {
    Recorded request =
        page()
            .add(
                "connect",
                Layer.DATABASE,
                SpanKind.CLIENT,
                5,
                Attributes.of(
                    AttributeNames.DB_SYSTEM, "postgresql", AttributeNames.DB_OPERATION, "connect"))
            .query("SET TIME ZONE 'UTC'", 2)
            .query("SELECT 1", 2)
            .query(USER, 5);
    assertThat(Judged.of(request).found(Rule.TRANSACTION_TRIPS)).isEmpty();
  }

  @Test
  void connectingInEachRequestIsFound() {
    Recorded[] requests = new Recorded[5];
    Recorded[] pooled = new Recorded[5];
    for (int i = 0; i < 5; i++) {
      requests[i] = connecting(i, true);
      pooled[i] = connecting(i, i == 0);
    }
    Finding finding = Judged.of(requests).only(Rule.CONNECTION_PER_REQUEST);
    assertThat(finding.subject().text()).isEqualTo("postgresql");
    assertThat(finding.traces()).isEqualTo(5);
    assertThat(finding.saving()).contains(new Saving(1, 3_000_000, 6_000_000, 6_000_000));
    assertThat(Judged.of(pooled).answer(Rule.CONNECTION_PER_REQUEST))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  private static Recorded connecting(int trace, boolean connects) {
    Attributes system = Attributes.of(AttributeNames.DB_SYSTEM, "postgresql");
    Recorded request = Recorded.request(trace, "/", 50);
    if (connects) {
      request.add("pg.connect", Layer.DATABASE, SpanKind.CLIENT, 6, system);
    }
    return request.query("SELECT a FROM b WHERE id = " + trace, 5);
  }

  @Test
  void theSameLookUpsBeforeTheWorkOfEveryRouteAreFound() {
    Recorded[] requests = new Recorded[6];
    Recorded[] one = new Recorded[6];
    for (int i = 0; i < 6; i++) {
      requests[i] = lookingUp(i, "/page" + i % 3);
      one[i] = lookingUp(i, "/page");
    }
    Finding finding = Judged.of(requests).only(Rule.PER_REQUEST_LOOKUP);
    assertThat(finding.count()).isEqualTo(2);
    assertThat(finding.traces()).isEqualTo(6);
    assertThat(finding.subject().text())
        .isEqualTo(
            "SELECT a FROM django_session WHERE key = ?; SELECT a FROM auth_user WHERE id = ?");
    assertThat(Judged.of(one).answer(Rule.PER_REQUEST_LOOKUP))
        .isEqualTo(RuleAnswer.notApplicable(Reason.Kind.TOO_FEW));
  }

  @Test
  void whatOnlySomeRequestsLookUpOrLateIsNone() {
    Recorded[] some = new Recorded[6];
    Recorded[] late = new Recorded[6];
    for (int i = 0; i < 6; i++) {
      some[i] =
          i % 2 == 0
              ? lookingUp(i, "/page" + i)
              : Recorded.request(i, "/page" + i, 50).query("SELECT 7 FROM x" + i, 3);
      late[i] =
          Recorded.request(i, "/page" + i, 50)
              .query("SELECT a FROM t" + (char) ('a' + i), 3)
              .query("SELECT a FROM b WHERE id = 7", 3)
              .query("SELECT a FROM c WHERE id = 7", 3);
    }
    assertThat(Judged.of(some).found(Rule.PER_REQUEST_LOOKUP)).isEmpty();
    assertThat(Judged.of(late).found(Rule.PER_REQUEST_LOOKUP)).isEmpty();
  }

  private static Recorded lookingUp(int trace, String route) {
    return Recorded.request(trace, route, 50)
        .query("SELECT a FROM django_session WHERE key = 's" + trace + "'", 2)
        .query("SELECT a FROM auth_user WHERE id = " + trace, 2)
        .query("SELECT a FROM " + route.substring(1) + "_t WHERE id = " + trace, 2);
  }

  @Test
  void aQueryBeforeTheCacheHasTheAnswerIsFound() {
    Recorded[] eager = new Recorded[3];
    Recorded[] lazy = new Recorded[3];
    Recorded[] missing = new Recorded[3];
    for (int i = 0; i < 3; i++) {
      eager[i] =
          Recorded.request(i, "/news", 50)
              .query(news(i), 8)
              .cache("GET news", 1, "cache.hit", "true");
      lazy[i] = Recorded.request(i, "/news", 50).cache("GET news", 1, "cache.hit", "true");
      missing[i] =
          Recorded.request(i, "/news", 50)
              .query(news(i), 8)
              .cache("GET news", 1, "cache.hit", "false");
    }
    Finding finding = Judged.of(eager).only(Rule.QUERY_BEFORE_CACHE_HIT);
    assertThat(finding.saving()).contains(new Saving(1, 0, 8_000_000, 8_000_000));
    assertThat(Judged.of(lazy).answer(Rule.QUERY_BEFORE_CACHE_HIT)).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(Judged.of(missing).found(Rule.QUERY_BEFORE_CACHE_HIT)).isEmpty();
  }

  @Test
  void oneStatementOfTwoDatabasesIsOneCauseThatNamesBoth() {
    Recorded loops = page();
    Recorded turns = page();
    for (int i = 0; i < 40; i++) {
      loops.query("SELECT a FROM b WHERE c = " + i, 3, "server.address", "db-" + i / 20);
      turns.query("SELECT a FROM b WHERE c = " + i, 3, "server.address", "db-" + i % 2);
    }
    for (Recorded each : new Recorded[] {loops, turns}) {
      assertThat(Judged.of(each).found(Rule.REPEATED_QUERY))
          .extracting(
              finding -> finding.subject().text(),
              Finding::count,
              finding -> finding.saving().orElseThrow().trips(),
              finding -> finding.fact("machines"),
              finding -> finding.fact("values"))
          .containsExactly(
              tuple(
                  "SELECT a FROM b WHERE c = ?",
                  40,
                  38,
                  Optional.of(new FactValue.Name("postgresql at db-0, postgresql at db-1")),
                  Optional.of(new FactValue.Count(40))));
    }
  }

  @Test
  void aFindingIsTheSameWhateverMachineItIsAndWhateverElseIsInTheFile() {
    Recorded elsewhere = Recorded.request(7, "/other", 200);
    elsewhere.query("SELECT a FROM b WHERE c = 1", 3, "server.address", "10.9.8.7");
    String alone = Judged.of(loop("172.18.0.3")).only(Rule.REPEATED_QUERY).fingerprint();
    assertThat(Judged.of(loop("172.18.0.9")).only(Rule.REPEATED_QUERY).fingerprint())
        .as("after a restart")
        .isEqualTo(alone);
    assertThat(Judged.of(loop("172.18.0.3"), elsewhere).only(Rule.REPEATED_QUERY).fingerprint())
        .as("beside another file")
        .isEqualTo(alone);
    assertThat(alone)
        .as("as it was acknowledged by earlier versions")
        .isEqualTo("11ca3d8735a83aca");
  }

  private static Recorded loop(String address) {
    Recorded request = page();
    for (int i = 0; i < 20; i++) {
      request.query("SELECT a FROM b WHERE c = " + i, 3, "server.address", address);
    }
    return request;
  }

  @Test
  void identicalQueriesOfTwoDatabasesAreCountedTogether() {
    Recorded request = page();
    for (int i = 0; i < 6; i++) {
      request.query("SELECT a FROM b WHERE c = 7", 3, "server.address", "db-" + i % 2);
    }
    Finding found = Judged.of(request).only(Rule.IDENTICAL_QUERY);
    assertThat(found.count()).isEqualTo(6);
    assertThat(found.fact("again")).contains(new FactValue.Count(4));
  }

  @Test
  void twoDatabasesThatAreAskedBeforeAHitAreOneSubject() {
    Recorded[] eager = new Recorded[3];
    for (int i = 0; i < 3; i++) {
      eager[i] =
          Recorded.request(i, "/news", 50)
              .query(news(i), 8, "server.address", "db-0")
              .query(news(i), 9, "server.address", "db-1")
              .cache("GET news", 1, "cache.hit", "true");
    }
    assertThat(Judged.of(eager).found(Rule.QUERY_BEFORE_CACHE_HIT))
        .extracting(Finding::count, Finding::traces)
        .containsExactly(tuple(2, 3));
  }

  @Test
  void roundsOfTwoDatabasesAreNamedByTheirStatements() {
    Recorded request = page();
    for (int i = 0; i < 12; i++) {
      request.query("SELECT a FROM b WHERE c = " + i, 3, "server.address", "db-0");
      request.query("SELECT a FROM b WHERE c = " + i, 3, "server.address", "db-1");
      request.query("SELECT d FROM e WHERE f = " + i, 3, "server.address", "db-1");
    }
    assertThat(Judged.of(request).only(Rule.REPEATED_PATTERN).subject().text())
        .isEqualTo(
            "SELECT a FROM b WHERE c = ?; SELECT a FROM b WHERE c = ?; SELECT d FROM e WHERE f ="
                + " ?");
  }

  @Test
  void aQueryThatMakesTheKeyIsNeeded() {
    Recorded[] keyed = new Recorded[3];
    for (int i = 0; i < 3; i++) {
      keyed[i] =
          Recorded.request(i, "/news", 50)
              .query("SELECT MAX(updated) FROM news", 8)
              .cache("GET news", 1, "cache.hit", "true");
    }
    assertThat(Judged.of(keyed).found(Rule.QUERY_BEFORE_CACHE_HIT)).isEmpty();
  }

  private static String news(int i) {
    return "SELECT a FROM news WHERE day = " + i;
  }

  private static Recorded page() {
    return Recorded.request("/page", 100).at(5);
  }
}
