package dev.lightfoot.app.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.bill.RunBill;
import dev.lightfoot.app.ui.testing.TestPages;
import dev.lightfoot.model.Run;
import dev.lightfoot.report.layout.BillTable;
import dev.lightfoot.report.layout.LedgerTable;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BillRowTest {
  private static List<BillRow> rows() {
    List<Run> runs = TestPages.picture().runs();
    return BillRow.of(BillTable.of(RunBill.of(runs.get(2), runs)));
  }

  @Test
  void theSumComesFirstAndIsThatOfTheRowsAsTheyAreShown() {
    BillRow sum = rows().getFirst();
    assertThat(sum.isSum()).isTrue();
    assertThat(BillRow.trips(sum.critical())).isEqualTo("11");
    assertThat(BillRow.trips(sum.all())).isEqualTo("29");
    List<BillRow> lines = rows().subList(1, rows().size());
    assertThat(lines.stream().mapToLong(row -> row.critical().cells().total()).sum())
        .isEqualTo(sum.critical().cells().total())
        .isEqualTo(5_923);
    assertThat(lines.stream().mapToLong(row -> row.all().cells().distance()).sum())
        .isEqualTo(sum.all().cells().distance());
    assertThat(lines).allSatisfy(row -> assertThat(adds(row.critical().cells())).isTrue());
  }

  private static boolean adds(LedgerTable.Cells cells) {
    return cells.distance() + cells.work() + cells.transfer() + cells.queue() + cells.unexplained()
        == cells.total();
  }

  @Test
  void aLineNamesItsLayerItsPeerAndHowFarThatIs() {
    BillRow request =
        rows().stream().filter(row -> row.name().equals("Request")).findFirst().orElseThrow();
    assertThat(List.of(request.peer(), request.rtt())).containsExactly("10.77.1.2:443", "40.1");
    assertThat(request.spoken()).contains("3 trips").contains("in all 12 trips");
  }

  @Test
  void aPauseHasNoTrips() {
    BillRow pause =
        rows().stream()
            .filter(row -> row.peer().equals("between requests"))
            .findFirst()
            .orElseThrow();
    assertThat(List.of(pause.rtt(), BillRow.trips(pause.critical()))).containsExactly("–", "–");
  }
}
