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
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import org.junit.jupiter.api.Test;

class CacheGetsTest {
  private static Recorded gets(int count, double lasting) {
    Recorded request = Recorded.request("/items", 100).at(5);
    for (int i = 0; i < count; i++) {
      request.cache("GET item:" + i, lasting);
    }
    return request;
  }

  @Test
  void oneGetForOneItemAfterAnotherIsFound() {
    Finding finding = finding(judge(new RepeatedCacheGet(), gets(10, 1.0)));

    assertThat(finding.count()).isEqualTo(10);
    assertThat(finding.subject().text()).isEqualTo("GET");
    assertThat(finding.evidence()).hasSize(10);
    assertThat(finding.facts()).contains(Fact.word("variant", "items"), Fact.count("keys", 10));
    // f = 1, d = 1, T = 10: low 9, mid 9, high 9
    assertThat(finding.saving()).contains(new Saving(9, 9_000_000, 9_000_000, 9_000_000));
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void oneCommandForAllItemsIsInOrder() {
    Recorded many = Recorded.request("/items", 100).at(5).cache("MGET a b c d e f", 3);
    Recorded pipeline =
        Recorded.request(1, "/items", 100)
            .cache("GET a", 9, "db.operation.batch.size", "12")
            .cache("GET b", 9, "db.operation.batch.size", "12");

    assertThat(judge(new RepeatedCacheGet(), many)).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(judge(new RepeatedCacheGet(), pipeline)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void fewOrQuickGetsAreInOrder() {
    assertThat(judge(new RepeatedCacheGet(), gets(4, 5))).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(judge(new RepeatedCacheGet(), gets(19, 0.1))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void twentyAreToldWhateverTheyTook() {
    Finding finding = finding(judge(new RepeatedCacheGet(), gets(20, 0.1)));

    assertThat(finding.severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void writesAndOtherMachinesDoNotCount() {
    Recorded sets = Recorded.request("/items", 100);
    for (int i = 0; i < 10; i++) {
      sets.cache("SET item:" + i + " ?", 1).cache("GET item:" + i, 1, "server.address", "c" + i);
    }

    assertThat(judge(new RepeatedCacheGet(), sets)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void theSameKeyEachTimeIsSaid() {
    Recorded same = Recorded.request("/items", 100);
    for (int i = 0; i < 6; i++) {
      same.cache("GET settings", 1);
    }

    assertThat(finding(judge(new RepeatedCacheGet(), same)).facts())
        .contains(Fact.word("variant", "same"));
  }

  @Test
  void callsThatARecorderPutIntoOneCountEach() {
    Recorded folded =
        Recorded.request("/items", 100)
            .cache("GET", 12, "lightfoot.calls", "12", "composite.count", "12");

    assertThat(finding(judge(new RepeatedCacheGet(), folded)).count()).isEqualTo(12);
  }

  @Test
  void aRequestWithoutACacheHasNothingToLookAt() {
    Recorded none = Recorded.request("/items", 100).query("SELECT a FROM b", 3);

    assertThat(reason(judge(new RepeatedCacheGet(), none)))
        .isEqualTo(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  @Test
  void aCacheWhoseCallsNobodyRecordsCannotBeJudged() {
    Recorded unseen =
        Recorded.request("/items", 100)
            .query("SELECT a FROM b", 3)
            .call(Layer.TCP, 1, Attributes.of("server.address", "cache", "server.port", "6379"));

    assertThat(reason(judge(new RepeatedCacheGet(), unseen))).isEqualTo(Reason.Kind.CANNOT_TELL);
  }

  private static Recorded fragments(int count) {
    Recorded page = Recorded.request("/page", 100);
    for (int i = 0; i < count; i++) {
      page.cache("GET :1:template.cache.row." + i, 1);
    }
    return page;
  }

  @Test
  void fragmentsFetchedSinglyAreFound() {
    Finding finding = finding(judge(new FragmentsOneByOne(), fragments(4)));

    assertThat(finding.saving()).hasValueSatisfying(s -> assertThat(s.trips()).isEqualTo(3));
    assertThat(finding.facts()).contains(Fact.count("fragments", 4));
  }

  @Test
  void getsByATemplateAreFragments() {
    Recorded page = Recorded.request("/page", 100).within("page.html", Layer.TEMPLATE, 90);
    for (int i = 0; i < 3; i++) {
      page.cache("GET ?", 1);
    }

    assertThat(finding(judge(new FragmentsOneByOne(), page)).count()).isEqualTo(3);
  }

  @Test
  void oneFragmentAroundThePageIsInOrder() {
    assertThat(judge(new FragmentsOneByOne(), fragments(2))).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(judge(new FragmentsOneByOne(), gets(10, 1))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void fragmentsAreNotToldASecondTime() {
    ServedTraces traces = ServedTraces.of(Recorded.all(fragments(6)));
    new FragmentsOneByOne().judge(traces);

    assertThat(reason(new RepeatedCacheGet().judge(traces))).isEqualTo(Reason.Kind.TAKEN);
  }
}
