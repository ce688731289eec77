package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.workspace.Screen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.skin.TableViewSkinBase;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Walks over everything that a screen shows.
@UiTest
class SceneWalkerTest {
  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage stage) throws IOException {
    MemoryStore store = new MemoryStore();
    store.save(TestSnapshots.sample().named("one"));
    rig = new Rig(stage, new ScriptedSeries(TestSnapshots.sample().runs()), store);
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void everythingThatTakesTheFocusHasARoleAndSaysWhatItIs(FxRobot robot) throws TimeoutException {
    assertThat(silent(robot)).isEmpty();
    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    Rig.await("the verdict", () -> !rig.text("verdict").isEmpty());
    assertThat(silent(robot)).isEmpty();
    for (Screen screen : List.of(Screen.values())) {
      robot.interact(() -> rig.wiring.workspace().screenProperty().set(screen));
      assertThat(silent(robot)).as(screen.name()).isEmpty();
    }
  }

  @Test
  void noSentenceIsCutOff(FxRobot robot) throws TimeoutException {
    robot.interact(() -> rig.wiring.workspace().open(TestSnapshots.sample()));
    Rig.await("the verdict", () -> !rig.text("verdict").isEmpty());
    List<String> cut = new ArrayList<>();
    robot.interact(
        () -> {
          rig.scene().getRoot().applyCss();
          rig.scene().getRoot().layout();
          walk(
              rig.scene().getRoot(),
              node -> {
                if (node instanceof Label label
                    && label.getClass() == Label.class
                    && narrow(label)) {
                  cut.add(label.getText());
                }
              });
        });
    assertThat(cut).isEmpty();
  }

  private static boolean narrow(Label label) {
    boolean counts =
        Rig.visible(label)
            && label.getText() != null
            && !label.getText().isEmpty()
            && !label.isWrapText();
    return counts && label.getWidth() + 1 < label.prefWidth(Region.USE_COMPUTED_SIZE);
  }

  private List<String> silent(FxRobot robot) {
    List<String> found = new ArrayList<>();
    robot.interact(
        () ->
            walk(
                rig.scene().getRoot(),
                node -> {
                  if (node.isFocusTraversable() && Rig.visible(node) && !says(node)) {
                    found.add(node + " inside " + node.getParent());
                  }
                }));
    return found;
  }

  private static boolean says(Node node) {
    Optional<Object> text =
        Optional.ofNullable(node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    boolean told =
        Optional.ofNullable(node.getAccessibleText()).filter(t -> !t.isBlank()).isPresent()
            || text.filter(t -> !t.toString().isBlank()).isPresent()
            || (node instanceof Labeled labeled && !labeled.getText().isBlank());
    return told && node.getAccessibleRole() != AccessibleRole.NODE;
  }

  private static void walk(Node node, java.util.function.Consumer<Node> visitor) {
    visitor.accept(node);
    if (node instanceof Control control
        && control.getSkin() instanceof TableViewSkinBase<?, ?, ?, ?, ?>) {
      return;
    }
    if (node instanceof Parent parent) {
      List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> walk(child, visitor));
    }
  }
}
