package dev.lightfoot.analysis.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.Judged;
import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.FactValue;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.analysis.served.Recorded;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RepeatedQueryTest {
  private static final Rule RULE = Rule.REPEATED_QUERY;

  @Test
  void oneQueryForEachRowIsFoundWithWhatItCosts() {
    Finding finding = Judged.of(loop(50, 2)).only(RULE);
    assertThat(finding.count()).isEqualTo(50);
    assertThat(finding.traces()).isEqualTo(1);
    assertThat(finding.subject().route()).isEqualTo("GET /orders");
    assertThat(finding.subject().text()).isEqualTo("SELECT name FROM supplier WHERE id = ?");
    assertThat(finding.grade()).isEqualTo(Evidence.IMPORTED);
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.evidence()).hasSize(50);
    assertThat(finding.fact("values")).contains(Fact.count("values", 50).value());
    assertThat(finding.fact("variant")).contains(new FactValue.Word("read"));
    // 50 calls of 2 ms each without a known floor: half of it may be work that stays
    assertThat(finding.saving()).contains(new Saving(49, 0, 100_000_000 - 50_000_000, 100_000_000));
  }

  @Test
  void theJoinedTwinIsInOrder() {
    Judged judged =
        Judged.of(
            Recorded.request("/orders", 30)
                .query("SELECT a FROM orders JOIN supplier ON supplier.id = orders.s", 9));
    assertThat(judged.answer(RULE)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void theWayToTheDatabaseIsTheLeastThatIsSaved() {
    Recorded request = loop(50, 2);
    request.query("SELECT a FROM b", 2).query("SELECT c FROM d", 2);
    Saving saving = Judged.of(request).only(RULE).saving().orElseThrow();
    assertThat(saving).isEqualTo(new Saving(49, 98_000_000, 98_000_000, 98_000_000));
  }

  @Test
  void fewFastOnesAreNoLoop() {
    assertThat(Judged.of(loop(4, 20)).found(RULE)).isEmpty();
    assertThat(Judged.of(loop(19, 0.2)).found(RULE)).isEmpty();
    assertThat(Judged.of(loop(5, 2)).found(RULE)).hasSize(1);
  }

  @Test
  void twentyCountWhateverTheirTime() {
    assertThat(Judged.of(loop(20, 0.05)).only(RULE).severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void hiddenValuesAreSaid() {
    Recorded request = Recorded.request("/orders", 200);
    for (int i = 0; i < 10; i++) {
      request.query("SELECT name FROM supplier WHERE id = $1", 3);
    }
    Finding finding = Judged.of(request).only(RULE);
    assertThat(finding.grade()).isEqualTo(Evidence.INFERRED);
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(finding.fact("variant")).contains(new FactValue.Word("unknown"));
  }

  @Test
  void writesCountToo() {
    Recorded request = Recorded.request("/import", 200);
    for (int i = 0; i < 10; i++) {
      request.query("INSERT INTO item (name) VALUES ('n" + i + "')", 3);
    }
    assertThat(Judged.of(request).only(RULE).fact("variant")).contains(new FactValue.Word("write"));
  }

  @Test
  void theSameWriteAgainIsNoLoopOverRows() {
    Recorded request = Recorded.request("/import", 200);
    for (int i = 0; i < 10; i++) {
      request.query("INSERT INTO item (name) VALUES ('n')", 3);
    }
    assertThat(Judged.of(request).answer(RULE)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void writesOfHiddenValuesMayBeOfOneRowAfterAnother() {
    Recorded request = Recorded.request("/import", 200);
    for (int i = 0; i < 20; i++) {
      request.query("UPDATE item SET name = %s WHERE id = %s", 3);
    }
    assertThat(Judged.of(request).only(RULE).grade()).isEqualTo(Evidence.INFERRED);
  }

  @Test
  void whatTravelsTogetherIsTheRemedy() {
    Recorded request = Recorded.request("/import", 200);
    for (int i = 0; i < 10; i++) {
      request.query("INSERT INTO item (name) VALUES ('a" + i + "'), ('b')", 3);
      request.query("UPDATE item SET a = " + i, 3, AttributeNames.DB_BATCH, "50");
    }
    assertThat(Judged.of(request).found(RULE)).isEmpty();
  }

  @Test
  void pagesOfOneAnswerAreNoLoop() {
    Recorded request = Recorded.request("/export", 200);
    for (int i = 0; i < 10; i++) {
      request.query("SELECT a FROM item ORDER BY id LIMIT 100 OFFSET " + i * 100, 3);
      request.query("FETCH FORWARD 100 FROM c" + i, 3);
    }
    assertThat(Judged.of(request).found(RULE)).isEmpty();
  }

  @Test
  void callsSideBySideSaveTripsAndTheTimeOfTheLast() {
    Recorded request = Recorded.request("/orders", 40);
    for (int i = 0; i < 25; i++) {
      request.at(5).query("SELECT name FROM supplier WHERE id = " + i, 20);
    }
    Saving saving = Judged.of(request).only(RULE).saving().orElseThrow();
    assertThat(saving.trips()).isEqualTo(24);
    assertThat(saving.highNanos()).isEqualTo(20_000_000);
  }

  @Test
  void callsThatARecorderPutIntoOneAreAsMany() {
    Recorded request =
        Recorded.request("/orders", 200)
            .query("SELECT name FROM supplier WHERE id = ?", 100, AttributeNames.CALLS, "50");
    assertThat(Judged.of(request).only(RULE).count()).isEqualTo(50);
  }

  @Test
  void cutStatementsCannotBeToldApart() {
    Recorded request = Recorded.request("/orders", 200);
    for (int i = 0; i < 10; i++) {
      request.query("SELECT name, address, something FROM supplier WHERE i...", 3);
    }
    assertThat(Judged.of(request).answer(RULE))
        .isEqualTo(new RuleAnswer.NotApplicable(Reason.cannotTell(Rule.STATEMENT_TEXT_CUT)));
  }

  @Test
  void aWorkerThatPollsItsTableIsNoLoop() {
    Recorded request = Recorded.request("/work", 2000);
    for (int i = 0; i < 10; i++) {
      request.query("SELECT a FROM job WHERE id > $1 LIMIT 1 FOR UPDATE SKIP LOCKED", 30);
    }
    assertThat(Judged.of(request).found(RULE)).isEmpty();
  }

  @Test
  void theSameOfSeveralRequestsIsOneFindingOfTheMedianOne() {
    Finding finding = Judged.of(loop(0, 10, 2), loop(1, 50, 2), loop(2, 20, 2)).only(RULE);
    assertThat(finding.traces()).isEqualTo(3);
    assertThat(finding.count()).isEqualTo(20);
    assertThat(finding.saving().orElseThrow().trips()).isEqualTo(19);
    assertThat(finding.evidence()).hasSize(80);
  }

  @Test
  void itsFingerprintStaysWhenCountsAndValuesChange() {
    String fingerprint = Judged.of(loop(10, 2)).only(RULE).fingerprint();
    assertThat(Judged.of(loop(50, 3)).only(RULE).fingerprint()).isEqualTo(fingerprint);
  }

  @Test
  void logLinesOfWhichNobodySaysWhoseTheyAreCannotBeJudged() {
    List<Span> entries = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      SpanTime time = SpanTime.of(1_790_000_000_000_000_000L + i * 3_000_000L, 2_000_000, 1);
      entries.add(
          Span.of("%016x".formatted(i + 1), "SELECT", Layer.DATABASE, SpanKind.SERVER, time)
              .with(Attributes.of(AttributeNames.DB_QUERY, "SELECT a FROM b WHERE c = " + i)));
    }
    assertThat(Judged.of(entries).answer(RULE))
        .isEqualTo(RuleAnswer.notApplicable(Reason.Kind.NO_REQUESTS));
    entries.replaceAll(
        entry -> entry.with(entry.attributes().with(AttributeNames.PROCESS_ID, "7")));
    assertThat(Judged.of(entries).only(RULE).grade()).isEqualTo(Evidence.INFERRED);
  }

  @Test
  void aRequestWithoutQueriesHasNothingToLookAt() {
    assertThat(Judged.of(Recorded.request("/", 10)).answer(RULE))
        .isEqualTo(RuleAnswer.notApplicable(Reason.Kind.NOTHING_TO_LOOK_AT));
  }

  private static Recorded loop(int count, double millis) {
    return loop(0, count, millis);
  }

  private static Recorded loop(int trace, int count, double millis) {
    Recorded request = Recorded.request(trace, "/orders", 20 + count * millis);
    request.at(10);
    for (int i = 0; i < count; i++) {
      request.query("SELECT name FROM supplier WHERE id = " + (100 + i), millis);
    }
    return request;
  }
}
