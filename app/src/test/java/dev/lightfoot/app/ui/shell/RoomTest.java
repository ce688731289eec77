package dev.lightfoot.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Whatever the window shows and however large its text is: nothing overlaps, nothing is cut,
/// everything can be reached.
@UiTest
class RoomTest {
  @SuppressWarnings("NullAway.Init") // before each test, by start
  private Stage stage;

  @Start
  void start(Stage given) {
    stage = given;
  }

  @ParameterizedTest
  @EnumSource
  void everythingHasRoom(Sight sight) throws Exception {
    Map<Size, List<String>> faults = new TreeMap<>();
    try (Sight.Stand stand = sight.open(stage)) {
      for (Size size : Size.values()) {
        size.take(stand.rig());
        List<String> found =
            WaitForAsyncUtils.waitForAsyncFx(
                20_000, () -> Room.faults(stand.rig().scene().getRoot()));
        if (!found.isEmpty()) {
          faults.put(size, found);
        }
      }
    }
    assertThat(faults).as(sight.name()).isEmpty();
  }
}
