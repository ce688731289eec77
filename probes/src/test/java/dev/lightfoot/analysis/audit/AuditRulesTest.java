package dev.lightfoot.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.Judged;
import dev.lightfoot.analysis.finding.FactValue;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.analysis.served.Recorded;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What cannot be told is said, and nothing is said where it can.
final class AuditRulesTest {
  @Test
  void statementsWithoutATextAreSaidAndTheirRulesCannotTell() {
    Recorded request = Recorded.request("/", 100);
    for (int i = 0; i < 6; i++) {
      request.call(Layer.DATABASE, 3, Attributes.of(AttributeNames.DB_SYSTEM, "mysql"));
    }
    Judged judged = Judged.of(request);
    Finding finding = judged.only(Rule.STATEMENT_TEXT_CUT);
    assertThat(finding.count()).isEqualTo(6);
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(finding.saving()).isEmpty();
    assertThat(finding.fact("variant")).contains(new FactValue.Word("absent"));
    assertThat(judged.answer(Rule.REPEATED_QUERY))
        .isEqualTo(new RuleAnswer.NotApplicable(Reason.cannotTell(Rule.STATEMENT_TEXT_CUT)));
  }

  @Test
  void aLongStatementAmongWholeOnesAndANamedCollectionAreInOrder() {
    Recorded request =
        Recorded.request("/", 100).query("SELECT a FROM b WHERE c IN (1, 2, 3, 4...", 3);
    for (int i = 0; i < 4; i++) {
      request
          .query("SELECT a FROM b" + i, 3)
          .call(
              Layer.DATABASE,
              1,
              Attributes.of(
                  AttributeNames.DB_SYSTEM,
                  "mongodb",
                  AttributeNames.DB_OPERATION,
                  "find",
                  AttributeNames.DB_COLLECTION,
                  "items"));
    }
    assertThat(Judged.of(request).answer(Rule.STATEMENT_TEXT_CUT)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aPartWithoutItsParentIsSaid() {
    List<Span> spans =
        new ArrayList<>(
            Recorded.request("/", 100)
                .within("view", Layer.APP, 50)
                .query("SELECT a FROM b", 3)
                .spans());
    assertThat(Judged.of(spans).answer(Rule.PARTIAL_TRACE)).isEqualTo(RuleAnswer.IN_ORDER);
    spans.remove(1);
    Finding finding = Judged.of(spans).only(Rule.PARTIAL_TRACE);
    assertThat(finding.fact("variant")).contains(new FactValue.Word("parent"));
    assertThat(finding.evidence()).hasSize(1);
  }

  @Test
  void aPartOfATraceMayStillBeOnItsWayForTenSeconds() {
    List<Span> spans =
        new ArrayList<>(
            Recorded.request("/", 100)
                .within("view", Layer.APP, 50)
                .query("SELECT a FROM b", 3)
                .spans());
    long end = spans.getFirst().time().atUnixNanos() + spans.getFirst().time().durationNanos();
    spans.remove(1);
    ServedSpans soon = ServedSpans.of(spans);
    soon.lookedAt(end + 9_900_000_000L);
    assertThat(Judged.of(soon).answer(Rule.PARTIAL_TRACE))
        .isEqualTo(RuleAnswer.notApplicable(Reason.Kind.STILL_ARRIVING));
    ServedSpans later = ServedSpans.of(spans);
    later.lookedAt(end + 10_100_000_000L);
    assertThat(Judged.of(later).found(Rule.PARTIAL_TRACE)).hasSize(1);
  }

  @Test
  void aTraceOfASenderWhoseClockIsAheadIsNotWaitedFor() {
    List<Span> spans =
        new ArrayList<>(
            Recorded.request("/", 100)
                .within("view", Layer.APP, 50)
                .query("SELECT a FROM b", 3)
                .spans());
    spans.remove(1);
    ServedSpans ahead = ServedSpans.of(spans);
    ahead.lookedAt(spans.getFirst().time().atUnixNanos() - 3_600_000_000_000L);
    assertThat(Judged.of(ahead).found(Rule.PARTIAL_TRACE)).hasSize(1);
  }

  @Test
  void callsWithoutTheirRequestAreSaid() {
    List<Span> spans =
        new ArrayList<>(Recorded.request("/", 100).query("SELECT a FROM b", 3).spans());
    spans.removeFirst();
    assertThat(Judged.of(spans).only(Rule.PARTIAL_TRACE).fact("variant"))
        .contains(new FactValue.Word("request"));
  }

  @Test
  void aRequestWhoseCallerIsNotThereIsWhole() {
    List<Span> spans = new ArrayList<>(Recorded.request("/", 100).spans());
    spans.set(
        0,
        spans
            .getFirst()
            .inTrace(spans.getFirst().traceId().orElseThrow(), Optional.of("00000000000000ff")));
    assertThat(Judged.of(spans).answer(Rule.PARTIAL_TRACE)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aSamplersShareIsSaid() {
    assertThat(sampled("sampling.probability", "0.25")).isEqualTo(0.25);
    assertThat(sampled("SampleRate", "10")).isEqualTo(0.1);
    assertThat(sampled("tracestate", "x=1,ot=p:2;r:5")).isEqualTo(0.25);
    assertThat(sampled("tracestate", "ot=th:c")).isEqualTo(0.25);
    assertThat(sampled("tracestate", "ot=th:0")).isEqualTo(1);
    assertThat(sampled("sampler.param", "1")).isEqualTo(1);
    assertThat(sampled("sampler.param", "true")).isEqualTo(1);
  }

  private static double sampled(String name, String value) {
    List<Span> spans = new ArrayList<>(Recorded.request("/", 100).spans());
    spans.set(0, spans.getFirst().with(spans.getFirst().attributes().with(name, value)));
    return Judged.of(spans).found(Rule.SAMPLED_TRACE).stream()
        .flatMap(finding -> finding.fact("sampled").stream())
        .map(FactValue.Share.class::cast)
        .mapToDouble(FactValue.Share::share)
        .findFirst()
        .orElse(1);
  }

  @Test
  void whatARecorderThrewAwayIsSaid() {
    Rule rule = Rule.SPANS_DROPPED;
    String count = "otel.dropped_attributes_count";
    assertThat(Judged.of(Recorded.request("/", 9).query("SELECT 1", 1, count, "3")).found(rule))
        .hasSize(1);
    assertThat(Judged.of(Recorded.request("/", 9).query("SELECT 1", 1, count, "0")).answer(rule))
        .isEqualTo(RuleAnswer.IN_ORDER);
    Attributes dropped = Attributes.of("otel.dropped_events_count", "2");
    Recorded within =
        Recorded.request("/", 9).add("view", Layer.APP, SpanKind.INTERNAL, 5, dropped);
    assertThat(Judged.of(within).answer(rule)).isEqualTo(RuleAnswer.IN_ORDER);
    Recorded full = Recorded.request("/", 999);
    for (int i = 0; i < 499; i++) {
      full.add("part", Layer.APP, SpanKind.INTERNAL, 1, Attributes.NONE);
    }
    assertThat(Judged.of(full).only(rule).fact("variant")).contains(new FactValue.Word("limit"));
  }

  @Test
  void aCacheWhoseCallsAreNotRecordedIsSaid() {
    Attributes redis =
        Attributes.of(AttributeNames.SERVER_ADDRESS, "10.0.0.7", AttributeNames.PEER_PORT, "6379");
    Recorded unseen =
        Recorded.request("/", 50).add("tcp.connect", Layer.TCP, SpanKind.INTERNAL, 2, redis);
    assertThat(Judged.of(unseen).only(Rule.CACHE_UNSEEN).fact("peer"))
        .contains(new FactValue.Name("10.0.0.7:6379"));
    assertThat(Judged.of(unseen.cache("GET a", 1)).answer(Rule.CACHE_UNSEEN))
        .isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(Judged.of(Recorded.request("/", 50)).answer(Rule.CACHE_UNSEEN))
        .isEqualTo(RuleAnswer.notApplicable(Reason.Kind.NOTHING_TO_LOOK_AT));
  }

  @Test
  void aLogWithoutTimesIsSaid() {
    List<Span> untimed = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      untimed.add(entry(i, SpanTime.instant(1_790_000_000_000_000_000L + i, 1), "apache"));
    }
    Finding finding = Judged.of(untimed).only(Rule.NO_DURATIONS);
    assertThat(finding.subject().text()).isEqualTo("apache");
    assertThat(finding.count()).isEqualTo(10);
    untimed.add(entry(10, SpanTime.of(1_790_000_000_000_000_000L, 5, 1), "nginx"));
    assertThat(Judged.of(untimed).answer(Rule.NO_DURATIONS)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  private static Span entry(int id, SpanTime time, String format) {
    return Span.of("%016x".formatted(id + 1), "GET /", Layer.PROXY, SpanKind.SERVER, time)
        .with(
            Attributes.of(
                AttributeNames.METHOD,
                "GET",
                AttributeNames.PATH,
                "/",
                AttributeNames.FORMAT,
                format));
  }
}
