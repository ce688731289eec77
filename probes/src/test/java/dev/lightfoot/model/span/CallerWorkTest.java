package dev.lightfoot.model.span;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.join.ShopLogs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerWorkTest {
  private final ShopLogs logs = ShopLogs.of(ShopLogs.run());

  @ParameterizedTest
  @CsvSource({"330000, 330000", "99000000, 2000000", "-5, 0", "much, 0"})
  void isPartOfTheCall(String written, long nanos) {
    Span call = logs.server("query", Layer.DATABASE, logs.at(130_000, 2_000, 0, 1_000));
    Attributes said = call.attributes().with(AttributeNames.CPU_NANOS, written);
    assertThat(CallerWork.nanos(call.with(said))).isEqualTo(nanos);
    assertThat(CallerWork.nanos(call)).isZero();
  }
}
