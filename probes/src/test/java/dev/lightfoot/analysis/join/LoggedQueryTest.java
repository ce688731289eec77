package dev.lightfoot.analysis.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedQueryTest {
  @ParameterizedTest
  @CsvSource({
    "n=50, n=50, true",
    "n=50, n=51, false",
    "n=REDACTED, n=50, true",
    "REDACTED, n=50, true",
    "n=REDACTED&page=2, n=50&page=2, true",
    "n=REDACTED&page=2, n=50&page=3, false",
    "n=REDACTED, m=50, false",
    "n=REDACTED, n=50&m=1, false",
    "n=REDACTED, nn=50, false",
  })
  void aHiddenValueMayBeAny(String recorded, String asked, boolean alike) {
    assertThat(LoggedQuery.isAlike(recorded, Optional.of(asked))).isEqualTo(alike);
  }

  @ParameterizedTest
  @CsvSource({"n=50", "n=REDACTED", "REDACTED"})
  void noQueryIsNoneOfThem(String recorded) {
    assertThat(LoggedQuery.isAlike(recorded, Optional.empty())).isFalse();
  }
}
