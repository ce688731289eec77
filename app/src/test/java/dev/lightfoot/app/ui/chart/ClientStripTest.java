package dev.lightfoot.app.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.app.ui.chart.paint.DrawnText;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.chart.paint.Palette;
import dev.lightfoot.app.ui.chart.paint.Surface;
import dev.lightfoot.app.ui.shell.UiTest;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.layout.PhaseBarBuilder;
import dev.lightfoot.report.layout.StackLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The names below the client's bar, however wide it is.
@UiTest
class ClientStripTest {
  private final Look look = new Look();
  private final PhaseBar bar = PhaseBarBuilder.of(TestSnapshots.sample().runs()).build();

  @Start
  void start(Stage stage) throws IOException {
    Path theme = Path.of(System.getProperty("lightfoot.root"), "assets/theme/light.css");
    look.paletteProperty().set(Palette.parse(Files.readString(theme)));
  }

  @Test
  void aNarrowPhaseDoesNotPushTheNameOfAWideOneAway(FxRobot robot) {
    robot.interact(
        () -> {
          for (double em : new double[] {14, 21, 28}) {
            for (double width = 30 * em; width < 100 * em; width += 0.7 * em) {
              check(em, width);
            }
          }
        });
  }

  private void check(double em, double width) {
    List<DrawnText> names = names(em, width);
    List<String> texts = names.stream().map(DrawnText::text).toList();
    String at = texts + " at " + width / em + " em";
    if (texts.contains("TLS 1.3 44.3")) {
      assertThat(texts).as(at).contains("TCP 40.3"); // shorter, and its bar is nearly as wide
    }
    for (int i = 0; i < names.size(); i++) {
      for (DrawnText other : names.subList(i + 1, names.size())) {
        assertThat(names.get(i).bounds().intersects(other.bounds())).as(at).isFalse();
      }
    }
  }

  private List<DrawnText> names(double em, double width) {
    StackGeometry at = new StackGeometry(em, width, 20 * em, 0);
    StackLayout layout =
        StackLayout.of(
            new Stack(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                222_000_000,
                0,
                0));
    StackPicture picture = new StackPicture(bar, layout, layout.window(), -1, _ -> "");
    look.emProperty().set(em);
    Surface surface = new Surface(look, (brush, _) -> new ClientStrip(brush, at, picture).draw());
    surface.resize(width, 20 * em);
    return surface.texts().stream().toList();
  }
}
