package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.chart.paint.DrawnText;
import dev.lightfoot.app.ui.chart.paint.Surface;
import dev.lightfoot.app.ui.chart.row.RowChart;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Where room is scarce, what is needed first stays in sight.
@UiTest
class NarrowWindowTest {
  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Stage stage;

  @Start
  void start(Stage given) {
    stage = given;
  }

  @ParameterizedTest
  @EnumSource(names = {"TWICE", "SMALL", "SMALLEST"})
  void theButtonsOfTheTopBarStandOnOneLine(Size size) throws Exception {
    try (Sight.Stand stand = Sight.PROBE.open(stage)) {
      size.take(stand.rig());
      double run = at(stand.rig().button("run")).getMinY();
      assertThat(at(stand.rig().button("request")).getMinY()).isEqualTo(run);
      assertThat(at(stand.rig().button("export")).getMinY()).isEqualTo(run);
      assertThat(stand.rig().button("save").getAccessibleText()).startsWith("Save snapshot");
    }
  }

  @Test
  void noButtonOfTheHistoryHasALineOfItsOwnInTwiceTheLetters() throws Exception {
    try (Sight.Stand stand = Sight.HISTORY.open(stage)) {
      Size.TWICE.take(stand.rig());
      Bounds button = at(stand.rig().button("history-schedule"));
      assertThat(button.getMaxY()).isLessThan(at(stand.rig().button("history-delete")).getMinY());
      assertThat(button.getMaxX()).isLessThanOrEqualTo(stage.getWidth());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HALF_LARGER", "TWICE", "SMALL", "SMALLEST"})
  void theWayBackFromATraceStandsBesideItsSearch(Size size) throws Exception {
    try (Sight.Stand stand = Sight.TRACE.open(stage)) {
      size.take(stand.rig());
      Bounds back = at(stand.rig().button("trace-back"));
      assertThat(at(stand.rig().field("trace-search")).getMinY()).isEqualTo(back.getMinY());
      // Nothing is found yet: that takes no room before the buttons below.
      assertThat(at(stand.rig().button("trace-previous")).getMinX()).isEqualTo(back.getMinX());
    }
  }

  @Test
  void whatTheEvidenceMarksMeanGivesWayToALongStatus() throws Exception {
    try (Sight.Stand stand = Sight.COMPARE_APART.open(stage)) {
      Size.SMALLEST.take(stand.rig());
      Node status = stand.rig().scene().lookup("#status");
      assertThat(at(status.getParent()).getMaxX()).isLessThanOrEqualTo(stage.getWidth());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TWICE", "SMALL", "SMALLEST"})
  void theSwitchesOfFindingsAreInSight(Size size) throws Exception {
    try (Sight.Stand stand = Sight.FINDINGS.open(stage)) {
      size.take(stand.rig());
      assertThat(shown(stand.rig().node("findings", TableView.class)))
          .contains("Finding", "Trips", "~ ms", "What if");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TWICE", "SMALL", "SMALLEST"})
  void theMediansOfTheHistoryAreInSight(Size size) throws Exception {
    try (Sight.Stand stand = Sight.HISTORY.open(stage)) {
      size.take(stand.rig());
      assertThat(shown(stand.rig().node("history", TableView.class)))
          .contains("Name", "Taken", "Runs", "Median ms");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HALF_LARGER", "SMALL"})
  void whyAnAddressFailedIsInSight(Size size) throws Exception {
    try (Sight.Stand stand = Sight.FAILED_REFUSED.open(stage)) {
      size.take(stand.rig());
      assertThat(shown(stand.rig().node("details-attempts", TableView.class)))
          .contains("Address", "Took ms", "Outcome", "Reason");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HALF_LARGER", "SMALL"})
  void untilWhenACertificateIsValidIsInSight(Size size) throws Exception {
    try (Sight.Stand stand = Sight.FAILED_CERTIFICATE.open(stage)) {
      size.take(stand.rig());
      assertThat(shown(stand.rig().node("details-certificates", TableView.class)))
          .contains("Subject", "Valid to");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STACK, SMALL, 8", "STACK, HALF_LARGER, 6",
    "PAGE, SMALL, 8", "PAGE, HALF_LARGER, 6",
    "TRACE, SMALL, 8", "TRACE, HALF_LARGER, 6"
  })
  void rowsThatCanBeComparedAreInSight(Sight sight, Size size, int rows) throws Exception {
    try (Sight.Stand stand = sight.open(stage)) {
      size.take(stand.rig());
      String id = sight.name().toLowerCase(Locale.ROOT) + "-chart";
      RowChart chart = stand.rig().node(id, RowChart.class);
      Bounds status = at(stand.rig().scene().lookup("#status").getParent());
      assertThat(WaitForAsyncUtils.waitForAsyncFx(20_000, chart::rowsInSight))
          .isGreaterThanOrEqualTo(rows);
      assertThat(at(chart).getMaxY()).isLessThanOrEqualTo(status.getMinY());
    }
  }

  @Test
  void theReportOfAComparisonHasNoLineOfItsOwnInTwiceTheLetters() throws Exception {
    try (Sight.Stand stand = Sight.COMPARE.open(stage)) {
      Size.TWICE.take(stand.rig());
      Bounds run = at(stand.rig().button("compare-run"));
      assertThat(at(stand.rig().button("compare-export")).getMaxY())
          .isLessThanOrEqualTo(run.getMaxY());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"USUAL", "HALF_LARGER", "SMALL"})
  void aBillInWhichAllWasWaitedForSaysNoNumberTwice(Size size) throws Exception {
    try (Sight.Stand stand = Sight.STACK_LEDGER.open(stage)) {
      size.take(stand.rig());
      assertThat(shown(stand.rig().node("stack-tab-bill-table", TableView.class)))
          .contains("Peer", "Unexplained", "Total ms")
          .doesNotContain("Trips, all", "Distance, all", "Total, all");
    }
  }

  @Test
  void noNumberOfATraceIsCutInASmallWindow() throws Exception {
    try (Sight.Stand stand = Sight.TRACE.open(stage)) {
      Size.SMALLEST.take(stand.rig());
      assertThat(shown(stand.rig().node("trace-table", TableView.class))).contains("Self ms");
    }
  }

  @Test
  void theHistoryShowsAddressesWhereNobodyWroteTagsOrNotes() throws Exception {
    try (Sight.Stand stand = Sight.HISTORY.open(stage)) {
      Size.USUAL.take(stand.rig());
      TableView<?> history = stand.rig().node("history", TableView.class);
      assertThat(shown(history)).contains("Address").doesNotContain("Tags", "Note");
    }
  }

  @Test
  void theSharesOfABillLeaveOutWhatHasNoRoom() throws Exception {
    try (Sight.Stand stand = Sight.PROBE_OPENED.open(stage)) {
      Size.USUAL.take(stand.rig());
      assertThat(shares(stand)).contains("79 % distance · 20 % work · 1 % other");
      WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.setWidth(1_240));
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(shares(stand)).singleElement().isIn("79 % distance · 20 % work", "79 % distance");
    }
  }

  @Test
  void noMarkOfAPageGoesThroughTheWordsOfAGroup() throws Exception {
    try (Sight.Stand stand = Sight.PAGE.open(stage)) {
      Size.SMALL.take(stand.rig());
      String dashes =
          WaitForAsyncUtils.waitForAsyncFx(20_000, () -> through(stand.rig(), "12 requests"));
      assertThat(dashes).isEmpty();
    }
  }

  /// Where the colour of the marks is found within a text that has another one.
  private static String through(Rig rig, String begin) {
    Surface surface =
        rig.node("page-chart", Node.class).lookupAll("*").stream()
            .filter(Surface.class::isInstance)
            .map(Surface.class::cast)
            .filter(each -> named(each, begin).isPresent())
            .findFirst()
            .orElseThrow();
    Bounds text = named(surface, begin).orElseThrow().bounds();
    PixelReader pixels = surface.snapshot(null, null).getPixelReader();
    StringBuilder found = new StringBuilder();
    for (int x = (int) text.getMinX(); x < text.getMaxX(); x++) {
      for (int y = (int) text.getMinY(); y < text.getMaxY(); y++) {
        if (pixels.getColor(x, y).equals(Color.web("#161B22"))) {
          found.append(x).append(',').append(y).append(' ');
        }
      }
    }
    return found.toString();
  }

  private static Optional<DrawnText> named(Surface surface, String begin) {
    return surface.texts().stream().filter(each -> each.text().startsWith(begin)).findFirst();
  }

  /// What stands beside the sum, as it is drawn.
  private static List<String> shares(Sight.Stand stand) {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () ->
            stand.rig().node("ledger", TableView.class).lookupAll(".total .bars .text").stream()
                .map(text -> Numbers.plain(((Text) text).getText()))
                .toList());
  }

  /// Heads of the columns that lie wholly within the table.
  private static List<String> shown(TableView<?> table) {
    double[] end = {0};
    return table.getVisibleLeafColumns().stream()
        .filter(
            column -> {
              end[0] += column.getWidth();
              return end[0] <= table.getWidth();
            })
        .map(TableColumn::getText)
        .toList();
  }

  private static Bounds at(Node node) {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000, () -> node.localToScene(node.getLayoutBounds()));
  }
}
