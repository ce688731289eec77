package dev.lightfoot.report.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.DnsQuery;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AskedQuestionTest {
  private static DnsQuery query(String type, long start, long took, int trips) {
    return new DnsQuery(
        "shop.test.",
        Optional.of(type),
        "10.0.0.1:53",
        "udp",
        start,
        took,
        OptionalInt.of(trips),
        Optional.of("NOERROR"),
        false,
        false,
        List.of(),
        Optional.empty());
  }

  @Test
  void questionsUnderWayTogetherCountTheirTripOnce() {
    List<AskedQuestion> asked =
        AskedQuestion.inOrder(List.of(query("AAAA", 1, 10, 1), query("A", 0, 10, 1)));
    assertThat(asked).extracting(each -> each.trips().orElseThrow()).containsExactly(1, 0);
    assertThat(asked.get(1).together()).contains("sent together with A: no extra trip");
  }

  @Test
  void oneThatNeedsMoreTripsAddsTheRest() {
    List<AskedQuestion> asked =
        AskedQuestion.inOrder(List.of(query("A", 0, 10, 1), query("AAAA", 1, 30, 2)));
    assertThat(asked).extracting(each -> each.trips().orElseThrow()).containsExactly(1, 1);
    assertThat(asked.get(1).together()).isEmpty();
  }

  @Test
  void oneAfterTheOtherEachCounts() {
    List<AskedQuestion> asked =
        AskedQuestion.inOrder(List.of(query("A", 0, 10, 1), query("A", 10, 10, 1)));
    assertThat(asked).extracting(each -> each.trips().orElseThrow()).containsExactly(1, 1);
  }
}
