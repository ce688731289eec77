package dev.lightfoot.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.join.JoinedBy;
import dev.lightfoot.analysis.stack.RowLabel;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RowNamesTest {
  @Test
  void aWaitNamesItsUrlOnlyWhereThereAreSeveral() {
    assertThat(RowNames.of(new RowLabel.ClientWait(Optional.empty()))).isEqualTo("Client wait");
    assertThat(RowNames.of(new RowLabel.ClientWait(Optional.of("https://shop.test/{0}"))))
        .isEqualTo("Client wait: https://shop.test/{0}");
  }

  @Test
  void theOtherHalfOfACallIsTheCalledOnesLog() {
    assertThat(RowNames.of(new RowLabel.OwnLog(Optional.of("redis")))).isEqualTo("Redis’s own log");
    assertThat(RowNames.of(new RowLabel.OwnLog(Optional.empty()))).isEqualTo("Its own log");
  }

  @Test
  void everyWayOfJoiningHasAName() {
    assertThat(JoinedBy.values())
        .extracting(RowNames::of)
        .containsExactly(
            "trace id",
            "request id",
            "method, path, status, bytes and time",
            "statement",
            "time window");
  }
}
