package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The keyboard alone, from the first start to a snapshot with a name of its own.
@UiTest
class KeyboardStoryTest {
  private static final String TARGET = "https://www.shop.test/nplus1/?n=50";
  private static final int MOST_TABS = 40;

  @TempDir private Path folder;

  private final ScriptedSeries series = new ScriptedSeries(TestStacks.measured().runs());

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage stage) throws IOException {
    rig = new Rig(stage, series, new MemoryStore());
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void toAJoinedStackATraceAndBackASavedAndRenamedSnapshot(FxRobot robot)
      throws IOException, TimeoutException {
    robot.write(TARGET).push(KeyCode.ENTER);
    Rig.await("the verdict", () -> rig.text("verdict").startsWith("317.5"));

    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    Rig.await("the stack", () -> at(Screen.STACK));
    // Choosing a file is the system's dialog, with the system's keys.
    List<Path> chosen = List.of(TestStacks.write(folder));
    robot.interact(() -> rig.wiring.open(chosen));
    Rig.await("joined", () -> rig.text("stack-sentence").contains("51 trips to the database"));

    tabTo(robot, "stack-trace");
    robot.push(KeyCode.SPACE);
    Rig.await("the trace", () -> at(Screen.TRACE));
    robot.push(KeyCode.ESCAPE);
    Rig.await("back", () -> at(Screen.STACK));

    robot.push(KeyCode.CONTROL, KeyCode.S);
    type(robot, "save-name", "before");
    Rig.await("saved", () -> rig.text("notice-text").contains("before"));
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
    Rig.await("the row", () -> names().equals(List.of("before")));
    robot.push(KeyCode.F2);
    type(robot, "rename-name", "after");
    Rig.await("the new name", () -> names().equals(List.of("after")));
    assertThat(series.plans()).hasSize(1);
  }

  @Test
  void throughFindingsHistoryOfATargetAndAComparison(FxRobot robot)
      throws IOException, TimeoutException {
    robot.write(TARGET).push(KeyCode.ENTER);
    Rig.await("the verdict", () -> rig.text("verdict").startsWith("317.5"));
    save(robot, "before");
    robot.push(KeyCode.CONTROL, KeyCode.L).push(KeyCode.ENTER);
    Rig.await("measured again", () -> series.plans().size() == 2);
    Rig.await("whole", () -> !rig.button("save").isDisabled());
    save(robot, "after");

    robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
    Rig.await("findings", () -> at(Screen.FINDINGS) && !rig.text("findings-sentence").isEmpty());
    tabTo(robot, "findings-filter");
    robot.write("nothing is called so");
    Rig.await("none", () -> rig.field("findings-filter").getText().startsWith("nothing"));
    // the first dismisses the notice of what was saved
    robot.push(KeyCode.ESCAPE).push(KeyCode.ESCAPE);
    Rig.await("all", () -> rig.field("findings-filter").getText().isEmpty());

    robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
    Rig.await("both rows", () -> names().size() == 2);
    tabTo(robot, "history-targets");
    robot.push(KeyCode.DOWN);
    Rig.await("its course", () -> Rig.visible(rig.scene().lookup("#history-fit")));
    tabTo(robot, "history-fit");
    robot.push(KeyCode.SPACE);
    Rig.await("the fit", () -> rig.text("fit-sentence-0").contains("three points"));
    robot.push(KeyCode.ESCAPE);
    tabTo(robot, "history-compare");
    robot.push(KeyCode.SPACE);
    Rig.await("compared", () -> at(Screen.COMPARE) && !rig.text("compare-sentence").isEmpty());
    tabTo(robot, "compare-details");
    robot.push(KeyCode.END);
    Rig.await("a tab of it", () -> rig.scene().lookup("#compare-ledger") != null);
  }

  private void save(FxRobot robot, String name) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.S);
    type(robot, "save-name", name);
    Rig.await("saved", () -> rig.text("notice-text").contains(name));
  }

  private boolean at(Screen screen) {
    return rig.wiring.workspace().screenProperty().get() == screen;
  }

  private void type(FxRobot robot, String field, String text) throws TimeoutException {
    Rig.await(
        field,
        () -> {
          Node found = rig.scene().lookup("#" + field);
          return found != null && found.isFocused();
        });
    robot.push(KeyCode.CONTROL, KeyCode.A).write(text).push(KeyCode.ENTER);
  }

  private void tabTo(FxRobot robot, String id) {
    for (int i = 0; i < MOST_TABS && !id.equals(focused()); i++) {
      robot.push(KeyCode.TAB);
      WaitForAsyncUtils.waitForFxEvents();
    }
    assertThat(focused()).isEqualTo(id);
  }

  private String focused() {
    Node owner = rig.scene().getFocusOwner();
    return owner == null ? "" : String.valueOf(owner.getId());
  }

  @SuppressWarnings("unchecked") // it holds nothing else
  private List<String> names() {
    TableView<StoredSnapshot> history = rig.node("history", TableView.class);
    return history.getItems().stream().map(StoredSnapshot::name).toList();
  }
}
