package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
