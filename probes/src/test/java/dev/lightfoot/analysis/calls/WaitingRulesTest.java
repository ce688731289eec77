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
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.SpanKind;
import org.junit.jupiter.api.Test;

class WaitingRulesTest {
  private static Recorded queued(int trace, double lasting) {
    return Recorded.request(trace, "/page", 100)
        .add("queue", Layer.QUEUE, SpanKind.INTERNAL, lasting, Attributes.NONE);
  }

  @Test
  void aRecordedQueueIsFoundWhereHalfOfTheRequestsWait() {
    Finding finding =
        finding(judge(new QueueBeforeApp(), queued(0, 20), queued(1, 20), queued(2, 1)));

    assertThat(finding.traces()).isEqualTo(2);
    assertThat(finding.facts())
        .contains(
            Fact.word("variant", "said"),
            Fact.time("medianQueue", 20_000_000),
            Fact.count("requests", 3));
    assertThat(finding.saving()).contains(new Saving(0, 10_000_000, 20_000_000, 20_000_000));
  }

  @Test
  void aShortOrRareQueueIsInOrder() {
    assertThat(judge(new QueueBeforeApp(), queued(0, 4))).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(judge(new QueueBeforeApp(), queued(0, 20), queued(1, 1), queued(2, 1)))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  /// A proxy asks at once, the application begins later.
  private static Recorded behind(String clock, double later) {
    return Recorded.request("/page", 100)
        .service("edge")
        .within("proxy", Layer.PROXY, 90)
        .call(
            Layer.EXTERNAL,
            60,
            Attributes.of(
                AttributeNames.METHOD, "GET",
                AttributeNames.CLOCK, "host-1",
                AttributeNames.CONNECT_NANOS, "1000000"))
        .at(later)
        .answering("shop", 20, AttributeNames.CLOCK, clock);
  }

  @Test
  void whatLiesBetweenProxyAndApplicationOnOneClockIsAQueue() {
    Finding finding = finding(judge(new QueueBeforeApp(), behind("host-1", 31)));

    assertThat(finding.facts()).contains(Fact.word("variant", "seen"));
    // 31 less 1 of connecting, less the clock's step
    assertThat(finding.saving())
        .hasValueSatisfying(saving -> assertThat(saving.nanos()).isEqualTo(29_999_999));
  }

  @Test
  void twoClocksDoNotTell() {
    assertThat(reason(judge(new QueueBeforeApp(), behind("host-2", 31))))
        .isEqualTo(Reason.Kind.NOT_RECORDED);
  }

  @Test
  void aHeaderOfAProxyNextDoorTells() {
    // requests of tests begin at 1790000000 s
    Recorded stamped =
        Recorded.request("/page", 80)
            .having("http.request.header.x-request-start", "t=1789999999.980")
            .having("network.peer.address", "127.0.0.1");
    Recorded remote =
        Recorded.request("/page", 80)
            .having("http.request.header.x-request-start", "t=1789999999.980")
            .having("network.peer.address", "10.0.0.7");

    // 20 less the clock's step
    assertThat(finding(judge(new QueueBeforeApp(), stamped)).saving())
        .contains(new Saving(0, 9_999_999, 19_999_999, 19_999_999));
    assertThat(reason(judge(new QueueBeforeApp(), remote))).isEqualTo(Reason.Kind.NOT_RECORDED);
  }

  private static Recorded pool(double lasting) {
    return Recorded.request("/page", 100)
        .add("pg-pool.connect", Layer.DATABASE, SpanKind.CLIENT, lasting, Attributes.NONE);
  }

  @Test
  void waitingForAFreeConnectionIsFound() {
    Finding finding = finding(judge(new PoolWait(), pool(30).query("SELECT 1", 3)));

    assertThat(finding.count()).isEqualTo(1);
    assertThat(finding.facts()).contains(Fact.name("pool", "pg-pool.connect"));
    assertThat(finding.saving()).contains(new Saving(0, 0, 30_000_000, 30_000_000));
  }

  @Test
  void aPoolWithAFreeOneIsInOrder() {
    assertThat(judge(new PoolWait(), pool(0.2).query("SELECT 1", 3)))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aConnectionMadeMeanwhileIsAnothersFinding() {
    Recorded made =
        Recorded.request("/page", 100)
            .within("pg-pool.connect", Layer.DATABASE, 30)
            .add("pg.connect", Layer.DATABASE, SpanKind.CLIENT, 28, Attributes.NONE);

    assertThat(reason(judge(new PoolWait(), made))).isEqualTo(Reason.Kind.TAKEN);
  }

  private static Recorded dark(double silence) {
    return Recorded.request("/page", 300)
        .query("SELECT 1", 10)
        .query("SELECT a FROM b", 10)
        .at(20 + silence)
        .query("SELECT c FROM d", 280 - silence);
  }

  @Test
  void aStretchThatNobodyRecordedIsFound() {
    Finding finding = finding(judge(new DarkTime(), dark(100)));

    assertThat(finding.saving()).isEmpty();
    assertThat(finding.severity()).isEqualTo(Severity.LOW);
    assertThat(finding.facts())
        .contains(
            Fact.word("variant", "between"),
            Fact.time("dark", 100_000_000),
            Fact.count("stretches", 1));
  }

  @Test
  void shortOnesAreInOrder() {
    assertThat(judge(new DarkTime(), dark(49))).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(judge(new DarkTime(), dark(59))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void namedWorkIsNotDark() {
    Recorded work =
        Recorded.request("/page", 300)
            .query("SELECT 1", 10)
            .query("SELECT a FROM b", 10)
            .query("SELECT c FROM d", 10)
            .add("resize", Layer.APP, SpanKind.INTERNAL, 270, Attributes.NONE);

    assertThat(judge(new DarkTime(), work)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void whatOnlyHoldsOtherPartsDoesNotCoverTheTimeBetweenThem() {
    Recorded wrapped =
        Recorded.request("/page", 300)
            .within("handler", Layer.APP, 300)
            .query("SELECT 1", 10)
            .query("SELECT a FROM b", 10)
            .query("SELECT c FROM d", 10);

    assertThat(finding(judge(new DarkTime(), wrapped)).facts())
        .contains(Fact.word("variant", "last"), Fact.time("dark", 270_000_000));
  }

  @Test
  void anotherServiceThatAnswersMeanwhileIsNotDark() {
    Recorded answered =
        Recorded.request("/page", 300)
            .query("SELECT 1", 10)
            .query("SELECT a FROM b", 10)
            .query("SELECT c FROM d", 10)
            .add("proxy", Layer.APP, SpanKind.SERVER, 260, Attributes.NONE);

    assertThat(judge(new DarkTime(), answered)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aRequestOfWhichLittleIsRecordedIsNotJudged() {
    assertThat(reason(judge(new DarkTime(), Recorded.request("/page", 300).query("SELECT 1", 2))))
        .isEqualTo(Reason.Kind.NOT_RECORDED);
  }
}
