package dev.lightfoot.analysis.calls;

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

class CallsRulesTest {
  private static Recorded calls(int count, double lasting, String url) {
    Recorded request = Recorded.request("/orders", 400);
    for (int i = 0; i < count; i++) {
      request.get(url.replace("#", Integer.toString(100 + i)), lasting);
    }
    return request;
  }

  @Test
  void anotherServiceAskedItemByItemIsFound() {
    Finding finding = finding(judge(new RepeatedCall(), calls(6, 20, "http://api.test/users/#")));

    assertThat(finding.count()).isEqualTo(6);
    assertThat(finding.subject().text()).isEqualTo("GET api.test/users/{id}");
    assertThat(finding.facts()).contains(Fact.word("variant", "items"));
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    // no floor known to be a distance: f = 0, d = 20, T = 120
    assertThat(finding.saving()).contains(new Saving(5, 0, 60_000_000, 120_000_000));
  }

  @Test
  void aBatchOfThemIsInOrder() {
    assertThat(judge(new RepeatedCall(), calls(1, 30, "http://api.test/users?ids=1,2,3")))
        .isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(judge(new RepeatedCall(), calls(4, 30, "http://api.test/users/#")))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void pagesAndPartsAreInOrder() {
    assertThat(judge(new RepeatedCall(), calls(9, 20, "http://api.test/users?page=#")))
        .isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(judge(new RepeatedCall(), calls(9, 20, "http://api.test/f?partNumber=#&uploadId=x")))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void theVerySameCallIsSaid() {
    assertThat(finding(judge(new RepeatedCall(), calls(5, 20, "http://api.test/rates"))).facts())
        .contains(Fact.word("variant", "same"));
  }

  private static Recorded independent() {
    return Recorded.request("/home", 200)
        .query("SELECT * FROM news", 30)
        .query("SELECT * FROM offers", 40)
        .query("SELECT * FROM events", 50);
  }

  @Test
  void independentReadsThatWaitForOneAnotherAreFound() {
    Finding finding = finding(judge(new SequentialCalls(), independent()));

    assertThat(finding.grade()).isEqualTo(Evidence.INFERRED);
    assertThat(finding.saving()).contains(new Saving(0, 0, 35_000_000, 70_000_000));
    assertThat(finding.facts())
        .contains(Fact.time("longest", 50_000_000), Fact.time("sum", 120_000_000));
  }

  @Test
  void callsToTwoHostsAreIndependentWhereTheyNameNothing() {
    Recorded hosts =
        Recorded.request("/home", 300)
            .get("http://a.test/news", 60, "server.address", "a.test")
            .get("http://b.test/offers", 80, "server.address", "b.test");
    Recorded named =
        Recorded.request("/home", 300)
            .get("http://a.test/me", 60, "server.address", "a.test")
            .get("http://b.test/users/17", 80, "server.address", "b.test");

    assertThat(finding(judge(new SequentialCalls(), hosts)).saving())
        .contains(new Saving(0, 0, 30_000_000, 60_000_000));
    assertThat(judge(new SequentialCalls(), named)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void overlappingDependentWrittenAndShortOnesAreInOrder() {
    Recorded overlapping =
        Recorded.request("/home", 200)
            .at(0)
            .query("SELECT * FROM news", 30)
            .at(0)
            .query("SELECT * FROM offers", 40)
            .at(0)
            .query("SELECT * FROM events", 50);
    Recorded values =
        Recorded.request("/home", 200)
            .query("SELECT * FROM a WHERE id = 1", 40)
            .query("SELECT * FROM b WHERE id = 2", 40)
            .query("SELECT * FROM c WHERE id = 3", 40);
    Recorded written =
        Recorded.request("/home", 200)
            .query("SELECT * FROM a", 40)
            .query("SELECT * FROM b", 40)
            .query("UPDATE d SET x = 1", 2)
            .query("SELECT * FROM c", 40);
    Recorded transaction =
        Recorded.request("/home", 200)
            .query("BEGIN", 1)
            .query("SELECT * FROM a", 40)
            .query("SELECT * FROM b", 40)
            .query("SELECT * FROM c", 40)
            .query("COMMIT", 1);
    Recorded paused =
        Recorded.request("/home", 300)
            .pausing(6)
            .query("SELECT * FROM a", 40)
            .query("SELECT * FROM b", 40)
            .query("SELECT * FROM c", 40);

    for (Recorded twin : new Recorded[] {overlapping, values, written, transaction, paused}) {
      assertThat(judge(new SequentialCalls(), twin)).isEqualTo(RuleAnswer.IN_ORDER);
    }
  }

  private static Recorded failing(int times, double lasting, double pause) {
    Recorded request = Recorded.request("/pay", 2_000).pausing(pause);
    for (int i = 0; i < times; i++) {
      request.get("http://bank.test/rates", lasting).failing();
    }
    return request.get("http://bank.test/rates", 30);
  }

  @Test
  void failedAttemptsAndTheirPausesAreFound() {
    Finding finding = finding(judge(new Retries(), failing(2, 100, 50)));

    assertThat(finding.count()).isEqualTo(2);
    assertThat(finding.facts())
        .contains(
            Fact.word("variant", "failed"),
            Fact.count("failed", 2),
            Fact.time("failedTime", 200_000_000),
            Fact.time("pauses", 100_000_000));
    assertThat(finding.saving()).contains(new Saving(2, 200_000_000, 300_000_000, 300_000_000));
    assertThat(finding.evidence()).hasSize(3);
  }

  @Test
  void attemptsThatEndAtALimitNameIt() {
    assertThat(finding(judge(new Retries(), failing(1, 1_005, 20))).facts())
        .contains(Fact.word("variant", "timeout"), Fact.time("limit", 1_000_000_000));
  }

  @Test
  void aFailureThatNobodyRepeatsIsInOrder() {
    Recorded once = Recorded.request("/pay", 900).get("http://bank.test/rates", 300).failing();
    Recorded other =
        Recorded.request("/pay", 900)
            .get("http://bank.test/rates", 300)
            .failing()
            .get("http://other.test/rates", 30);
    Recorded missing =
        Recorded.request("/pay", 900)
            .get("http://bank.test/rates", 300, "http.response.status_code", "404")
            .failing()
            .get("http://bank.test/rates", 30);

    assertThat(judge(new Retries(), once)).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(judge(new Retries(), other)).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(judge(new Retries(), missing)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void tooManyRequestsIsAnAnswerToTryAgain() {
    Recorded limited =
        Recorded.request("/pay", 900)
            .get("http://bank.test/rates", 100, "http.response.status_code", "429")
            .get("http://bank.test/rates", 30);

    assertThat(finding(judge(new Retries(), limited)).count()).isEqualTo(1);
  }

  @Test
  void aResentRequestTellsOfTheOneBefore() {
    Recorded resent =
        Recorded.request("/pay", 900)
            .get("http://bank.test/rates", 100)
            .get("http://bank.test/rates", 30, "http.request.resend_count", "1");
    Recorded redirected =
        Recorded.request("/pay", 900)
            .get("http://bank.test/rates", 100, "http.response.status_code", "302")
            .get("http://bank.test/rates", 30, "http.request.resend_count", "1");

    assertThat(finding(judge(new Retries(), resent)).count()).isEqualTo(1);
    assertThat(judge(new Retries(), redirected)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void oneLostTransactionIsMeantToBeTriedAgain() {
    String sql = "UPDATE stock SET n = 3 WHERE id = 1";
    Recorded one =
        Recorded.request("/pay", 900)
            .query(sql, 60, "db.response.status_code", "40001")
            .failing()
            .query(sql, 5);
    Recorded two =
        Recorded.request("/pay", 900)
            .query(sql, 60, "db.response.status_code", "40001")
            .failing()
            .query(sql, 60, "db.response.status_code", "40001")
            .failing()
            .query(sql, 5);

    assertThat(judge(new Retries(), one)).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(finding(judge(new Retries(), two)).count()).isEqualTo(2);
  }

  private static Recorded[] page(String sql, double lasting, String user) {
    Recorded[] requests = new Recorded[3];
    for (int i = 0; i < 3; i++) {
      requests[i] = Recorded.request("/api/" + i, 50).as(i).query(sql, lasting);
      if (!user.isEmpty()) {
        requests[i].having("user.id", user + i);
      }
    }
    return requests;
  }

  @Test
  void requestsOfOneTraceThatAskTheVerySameAreFound() {
    String sql = "SELECT * FROM settings WHERE shop = 1";
    Finding finding = finding(judge(new SameWorkAcrossRequests(), page(sql, 6, "")));

    assertThat(finding.count()).isEqualTo(3);
    assertThat(finding.subject().route()).isEqualTo("GET /api/0");
    assertThat(finding.saving()).contains(new Saving(2, 0, 6_000_000, 6_000_000));
  }

  @Test
  void hiddenValuesOtherPeopleAndShortWorkAreNot() {
    String sql = "SELECT * FROM settings WHERE shop = 1";

    assertThat(
            reason(judge(new SameWorkAcrossRequests(), page("SELECT * FROM s WHERE a = ?", 6, ""))))
        .isEqualTo(Reason.Kind.NOT_RECORDED);
    assertThat(judge(new SameWorkAcrossRequests(), page(sql, 6, "u")))
        .isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(judge(new SameWorkAcrossRequests(), page(sql, 3, "")))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }
}
