package dev.lightfoot.analysis.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lightfoot.analysis.catalogue.Judged;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.served.Recorded;
import dev.lightfoot.model.span.AttributeNames;
import org.junit.jupiter.api.Test;

/// Statements that look alike, and are not the same.
final class OtherQuestionsTest {
  private static final String USER = "SELECT a FROM app_user WHERE id = 7";
  private static final String WRITE = "UPDATE app_user SET a = 2 WHERE id = 7";
  private static final String COUNT = "SELECT COUNT(*) FROM item WHERE shop = 3";
  private static final String ROWS = "SELECT a FROM item WHERE shop = 3";

  @Test
  void theSameQueryToAnotherDatabaseIsAnother() {
    Recorded request = at(at(page(), USER, "shard1"), USER, "shard2");
    assertThat(Judged.of(request).found(Rule.IDENTICAL_QUERY)).isEmpty();
  }

  @Test
  void rowsOfAnotherDatabaseDoNotTellHowManyThereAre() {
    Recorded request = at(at(page(), COUNT, "shard1"), ROWS, "shard2");
    assertThat(Judged.of(request).found(Rule.COUNT_THEN_FETCH)).isEmpty();
  }

  @Test
  void askingEachDatabaseOnceIsNoLoop() {
    Recorded request = page();
    for (int i = 0; i < 10; i++) {
      at(request, "SELECT a FROM b WHERE id = $1", "shard" + i);
    }
    assertThat(Judged.of(request).found(Rule.REPEATED_QUERY)).isEmpty();
  }

  @Test
  void askingEachDatabaseTheSameGroupIsNoPattern() {
    Recorded request = page();
    for (int i = 0; i < 10; i++) {
      at(request, "SELECT a FROM b WHERE id = " + i, "shard" + i);
      at(request, "SELECT c FROM d WHERE id = " + i, "shard" + i);
    }
    assertThat(Judged.of(request).found(Rule.REPEATED_PATTERN)).isEmpty();
  }

  @Test
  void aRequestThatLoopsOverTwoDatabasesIsOneRequest() {
    Recorded request = page();
    for (int i = 0; i < 20; i++) {
      at(request, "SELECT a FROM b WHERE id = " + i, "shard" + i % 2);
    }
    assertThat(Judged.of(request).found(Rule.REPEATED_QUERY))
        .extracting(Finding::traces, Finding::count)
        .containsExactly(tuple(1, 20));
  }

  @Test
  void theFirstRowDoesNotTellHowManyThereAre() {
    Recorded request = page().query(COUNT, 4).query(ROWS + " LIMIT 1", 4);
    assertThat(Judged.of(request).found(Rule.COUNT_THEN_FETCH)).isEmpty();
  }

  @Test
  void allRowsTellHowManyThereAreAlsoAfterTheFirstOne() {
    Recorded request = page().query(COUNT, 4).query(ROWS + " LIMIT 1", 4).query(ROWS, 4);
    assertThat(Judged.of(request).found(Rule.COUNT_THEN_FETCH)).hasSize(1);
  }

  @Test
  void theFirstRowTellsWhetherThereIsOne() {
    Recorded request =
        page().query("SELECT 1 FROM item WHERE shop = 3 LIMIT 1", 4).query(ROWS + " LIMIT 1", 4);
    assertThat(Judged.of(request).found(Rule.COUNT_THEN_FETCH)).hasSize(1);
  }

  @Test
  void whatIsLeftOfCutQueriesDoesNotTellThatTheyAreIdentical() {
    String cut = "SELECT a FROM app_user WHERE name = 'x' AND ...";
    assertThat(Judged.of(page().query(cut, 4).query(cut, 4)).found(Rule.IDENTICAL_QUERY)).isEmpty();
  }

  @Test
  void whatIsLeftOfCutRowsDoesNotTellThatTheyWereCounted() {
    Recorded request = page().query(COUNT + " ...", 4).query(ROWS + " ...", 4);
    assertThat(Judged.of(request).found(Rule.COUNT_THEN_FETCH)).isEmpty();
  }

  @Test
  void wordsOfTransactionsAroundCutQueriesDoNotPutThemInOrder() {
    Recorded request = page().query("BEGIN", 0.1);
    for (int i = 0; i < 50; i++) {
      request.query("SELECT a, b, c ...", 0.1);
    }
    request.query("COMMIT", 0.1);
    assertThat(Judged.of(request).answer(Rule.REPEATED_QUERY))
        .isEqualTo(new RuleAnswer.NotApplicable(Reason.cannotTell(Rule.STATEMENT_TEXT_CUT)));
  }

  @Test
  void aWriteBeforeATransactionIsNotItsOwn() {
    Recorded request =
        page().query(WRITE, 5).query("BEGIN", 2).query(USER, 5).query("COMMIT", 2).query(USER, 5);
    assertThat(Judged.of(request).only(Rule.TRANSACTION_TRIPS).count()).isEqualTo(2);
  }

  @Test
  void writesBeforeTheWorkOfEveryRouteAreNoLookUps() {
    Recorded[] requests = new Recorded[6];
    for (int i = 0; i < 6; i++) {
      requests[i] =
          Recorded.request(i, "/page" + i % 3, 50)
              .query("INSERT INTO visit (a) VALUES (" + i + ")", 2)
              .query("SELECT a FROM auth_user WHERE id = " + i, 6)
              .query("SELECT a FROM page" + i % 3 + "_t WHERE id = " + i, 2);
    }
    assertThat(Judged.of(requests).only(Rule.PER_REQUEST_LOOKUP).subject().text())
        .isEqualTo("SELECT a FROM auth_user WHERE id = ?");
  }

  private static Recorded at(Recorded request, String sql, String server) {
    return request.query(sql, 4, AttributeNames.SERVER_ADDRESS, server);
  }

  private static Recorded page() {
    return Recorded.request("/page", 200).at(5);
  }
}
