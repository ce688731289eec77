package dev.lightfoot.app.ui.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.report.layout.LedgerTable.Cells;
import dev.lightfoot.report.words.Numbers;
import org.junit.jupiter.api.Test;

final class LedgerRowTest {
  @Test
  void whatHasADashHasNoShareEither() {
    assertThat(shares(new Cells(400, 0, 0, 0, 600, 1_000))).isEqualTo("40 % distance · 60 % other");
    assertThat(shares(new Cells(400, 1, 0, 0, 599, 1_000)))
        .isEqualTo("40 % distance · 0 % work · 60 % other");
  }

  private static String shares(Cells total) {
    return Numbers.plain(LedgerRow.shares(total));
  }
}
