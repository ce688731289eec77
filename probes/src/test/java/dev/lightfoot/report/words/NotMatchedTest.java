package dev.lightfoot.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.bill.RunBill;
import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.JoinRemark;
import dev.lightfoot.analysis.join.JoinRemark.Compared;
import dev.lightfoot.analysis.join.Joined;
import dev.lightfoot.analysis.join.ShopLogs;
import dev.lightfoot.analysis.stack.StackBuilder;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.report.headline.StackHeadline;
import dev.lightfoot.report.layout.WaitTenths;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NotMatchedTest {
  private static final long SECOND = 1_000_000_000;

  @ParameterizedTest
  @MethodSource("doubts")
  void whatIsNotMatchedIsNamedInTheHeadlineWithTheNextStep(JoinRemark doubt) {
    Run run = ShopLogs.run();
    assertThat(headline(run, List.of(run), List.of(doubt)))
        .startsWith("The 222.0 ms wait could not be opened. nginx is not matched: ")
        .containsAnyOf(
            "Log the header traceparent or X-Request-ID there, then measure again.",
            "Check that this server answered and that all of its logs are given.");
  }

  static Stream<JoinRemark> doubts() {
    return Stream.of(
        new JoinRemark.NotLogged("nginx", List.of(1)),
        new JoinRemark.OffsetUnlikely("nginx", Compared.REQUESTS, -265 * SECOND),
        new JoinRemark.OffsetUnlikely("nginx", Compared.REQUESTS, 90 * SECOND),
        new JoinRemark.AmbiguousOffset("nginx", Compared.REQUESTS, 2),
        new JoinRemark.AmbiguousRequest("nginx", 2, 1, "/a"),
        new JoinRemark.MayBeOthers("nginx", Compared.TIMES),
        new JoinRemark.LongerThanServer("nginx"),
        new JoinRemark.AmbiguousRecorder("nginx", 2, 102, 1, "/a"),
        new JoinRemark.AmbiguousServer("nginx", 2, 6, 1, "/a"),
        new JoinRemark.OtherRequests("nginx", -16 * SECOND));
  }

  @Test
  void whatIsUnclearInAnotherRunDoesNotConcernTheOneThatIsShown() {
    JoinRemark other = new JoinRemark.AmbiguousServer("gunicorn", 2, 6, 2, "/a");
    assertThat(other.concerns(2)).isTrue();
    assertThat(other.concerns(1)).isFalse();
    assertThat(new JoinRemark.NotLogged("nginx", List.of(1, 3)).concerns(2)).isFalse();
    assertThat(new JoinRemark.LongerThanServer("nginx").concerns(2)).isTrue();
  }

  @Test
  void entriesOfAnotherRequest265SecondsBeforeAreNotMatchedAndTheHeadlineSaysHowFarTheyAreOff() {
    Run run = ShopLogs.run();
    Span before = ShopLogs.of(run).nginx(-265 * SECOND);
    Span plain =
        Span.of(before.spanId(), before.name(), before.layer(), before.kind(), before.time())
            .with(before.attributes());
    Joined joined = Join.of(List.of(run), List.of(plain));
    assertThat(headline(joined.runs().getFirst(), joined.runs(), joined.remarks()))
        .contains("nginx is not matched: its entries fit only if its clock is 265.0 s behind.");
  }

  private static String headline(Run run, List<Run> runs, List<JoinRemark> remarks) {
    return Numbers.plain(
        new StackHeadline(
                StackBuilder.build(run, runs), RunBill.of(run, runs), WaitTenths.of(run, runs))
            .first(remarks));
  }
}
