package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.app.ui.workspace.setting.SettingsFile;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window goes at once, whatever is under way, and nothing has to be cut off for it.
@UiTest
class CloseTest {
  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Stage stage;

  @Start
  void start(Stage given) {
    stage = given;
  }

  @ParameterizedTest
  @EnumSource(names = {"FIRST_START", "PROBE_FIRST_RUN", "PROBE_RUNNING", "LOGS", "LOGS_RECEIVER"})
  void theWindowGoesFirstAndEveryJobEndsByItself(Sight sight) throws Exception {
    try (Sight.Stand stand = sight.open(stage)) {
      List<String> order = new ArrayList<>();
      double narrower = stage.getWidth() - 100;
      WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.setWidth(narrower));
      Rig.await("narrower", () -> stand.rig().scene().getWidth() == narrower);
      WaitForAsyncUtils.waitForAsyncFx(
          20_000,
          () -> {
            stage.setOnHidden(_ -> order.add(kept(stand) ? "kept before it was gone" : "gone"));
            Window.end(stand.rig().wiring, stage, () -> order.add("closed"));
            stage.setOnHidden(null);
          });
      assertThat(order).containsExactly("gone", "closed");
      assertThat(stand.rig().end()).as("every job ended").isTrue();
      assertThat(kept(stand)).as("its size is kept").isTrue();
    }
  }

  @Test
  void aSecondSignalWhileItClosesEndsNothingTwice() throws Exception {
    try (Sight.Stand stand = Sight.FIRST_START.open(stage)) {
      List<String> order = new ArrayList<>();
      WaitForAsyncUtils.waitForAsyncFx(
          20_000,
          () -> {
            Window.end(stand.rig().wiring, stage, () -> order.add("closed"));
            stage.setWidth(stage.getWidth() - 100);
            Window.end(stand.rig().wiring, stage, () -> order.add("closed again"));
          });
      assertThat(order).containsExactly("closed");
      assertThat(stand.rig().end()).as("every job ended").isTrue();
    }
  }

  private static boolean kept(Sight.Stand stand) {
    Settings kept = new SettingsFile(stand.rig().folder).read();
    return kept.bounds().width() == (int) stand.rig().scene().getWidth();
  }
}
