package dev.lightfoot.analysis.calls;

import static dev.lightfoot.analysis.served.Answers.finding;
import static dev.lightfoot.analysis.served.Answers.judge;
import static dev.lightfoot.analysis.served.Answers.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.served.Recorded;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import org.junit.jupiter.api.Test;

/// Calls whose records do not tell what a rule would have to know.
final class UntoldCallsTest {
  private static final String CUT = "SELECT * FROM settings WHERE shop = 1 AND ...";

  @Test
  void whatIsLeftOfCutStatementsIsNotTheSameWork() {
    Recorded[] requests = new Recorded[3];
    for (int i = 0; i < 3; i++) {
      requests[i] = Recorded.request("/api/" + i, 50).as(i).query(CUT, 6);
    }
    assertThat(reason(judge(new SameWorkAcrossRequests(), requests)))
        .isEqualTo(Reason.Kind.NOT_RECORDED);
  }

  @Test
  void requestsOfALogWithoutTracesAreNotOnePage() {
    ServedSpans spans = new ServedSpans();
    for (int i = 0; i < 3; i++) {
      for (Span span : Recorded.request(i, "/api/" + i, 50).query("SELECT * FROM s", 6).spans()) {
        spans.add(untraced(span));
      }
    }
    assertThat(reason(new SameWorkAcrossRequests().judge(ServedTraces.of(spans))))
        .isEqualTo(Reason.Kind.NOT_RECORDED);
  }

  private static Span untraced(Span span) {
    return Span.of(span.spanId(), span.name(), span.layer(), span.kind(), span.time())
        .identified(span.spanId(), span.parentSpanId())
        .with(span.attributes());
  }

  @Test
  void cutReadsMayDependOnOneAnother() {
    Recorded request =
        Recorded.request("/home", 200)
            .query("SELECT * FROM news ...", 30)
            .query("SELECT * FROM offers ...", 40)
            .query("SELECT * FROM events ...", 50);
    assertThat(judge(new SequentialCalls(), request)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void thatCutStatementsWereTriedAgainIsInferred() {
    Recorded request = Recorded.request("/pay", 900).query(CUT, 100).failing().query(CUT, 30);
    assertThat(finding(judge(new Retries(), request)).grade()).isEqualTo(Evidence.INFERRED);
  }

  @Test
  void otherWorkBetweenTwoAttemptsIsNoPause() {
    Recorded request =
        Recorded.request("/pay", 900)
            .get("http://bank.test/rates", 100)
            .failing()
            .query("SELECT a FROM b", 40)
            .at(150)
            .get("http://bank.test/rates", 30);
    assertThat(finding(judge(new Retries(), request)).facts())
        .contains(Fact.time("pauses", 10_000_000));
  }

  @Test
  void otherWorkBetweenTwoAttemptsIsNotSaved() {
    Recorded request =
        Recorded.request("/pay", 900)
            .get("http://bank.test/rates", 100)
            .failing()
            .query("SELECT a FROM b", 40)
            .at(150)
            .get("http://bank.test/rates", 30);
    assertThat(finding(judge(new Retries(), request)).saving())
        .contains(new Saving(1, 100_000_000, 110_000_000, 110_000_000));
  }

  @Test
  void wholeSecondsOfAProxyDoNotTellAQueue() {
    Recorded request = stamped("t=1789999999");
    assertThat(reason(judge(new QueueBeforeApp(), request))).isEqualTo(Reason.Kind.NOT_RECORDED);
  }

  @Test
  void theStepOfTheApplicationsClockIsNoQueue() {
    Span app = stamped("t=1789999999.980").spans().getFirst();
    SpanTime coarse = SpanTime.of(app.time().atUnixNanos(), app.time().durationNanos(), 5_000_000);
    ServedSpans spans = new ServedSpans();
    spans.add(
        Span.of(app.spanId(), app.name(), Layer.APP, SpanKind.SERVER, coarse)
            .inTrace(app.traceId().orElseThrow(), app.parentSpanId())
            .with(app.attributes()));
    assertThat(finding(new QueueBeforeApp().judge(ServedTraces.of(spans))).saving())
        .hasValueSatisfying(saving -> assertThat(saving.nanos()).isEqualTo(15_000_000));
  }

  private static Recorded stamped(String header) {
    return Recorded.request("/page", 80)
        .having("http.request.header.x-request-start", header)
        .having(AttributeNames.PEER_ADDRESS, "127.0.0.1");
  }
}
