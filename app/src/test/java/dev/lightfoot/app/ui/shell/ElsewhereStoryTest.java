package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.ScriptedSeries;
import dev.lightfoot.app.ui.testing.TestPages;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A result that is still shown when another address is typed says of which one it is, on every
/// screen that has the address at its top.
@UiTest
class ElsewhereStoryTest {
  private static final String TARGET = "https://www.shop.test/nplus1/?n=50";

  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Rig rig;

  @Start
  void start(Stage stage) throws IOException {
    rig = new Rig(stage, new ScriptedSeries(TestSnapshots.sample().runs()));
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"PROBE", "PAGE", "STACK", "FINDINGS"})
  void anOldResultIsNotTakenForOneOfTheNewAddressNorSavedUnderIt(Screen screen, FxRobot robot)
      throws TimeoutException {
    String prefix = screen == Screen.PROBE ? "" : screen.name().toLowerCase(Locale.ROOT) + "-";
    Snapshot shown = screen == Screen.PAGE ? TestPages.picture() : TestSnapshots.sample();
    robot.interact(() -> rig.wiring.workspace().open(shown));
    robot.interact(() -> rig.wiring.workspace().screenProperty().set(screen));
    Rig.await("it can be saved", () -> !rig.button(prefix + "save").isDisabled());
    assertThat(rig.text(prefix + "elsewhere")).isEmpty();

    robot.interact(
        () -> {
          rig.field(prefix + "address").setText("http://exa mple.test/");
          rig.field(prefix + "address").requestFocus();
        });
    robot.push(KeyCode.ENTER);
    Rig.await("what is wrong", () -> rig.text(prefix + "address-error").contains("space"));
    assertThat(rig.text(prefix + "elsewhere"))
        .isEqualTo("What follows is of " + TARGET + ", not of the address above.");
    assertThat(rig.button(prefix + "save").isDisabled()).isTrue();

    robot.interact(() -> rig.field(prefix + "address").setText(TARGET));
    assertThat(rig.text(prefix + "elsewhere")).isEmpty();
    assertThat(rig.button(prefix + "save").isDisabled()).isFalse();
  }
}
