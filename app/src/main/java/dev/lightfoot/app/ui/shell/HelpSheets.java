package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.probe.LightfootVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Help with the keys, and what this program is made of.
final class HelpSheets {
  private static final List<String> EXPLAINED =
      List.of("trips", "rtt", "distance", "work", "transfer", "queue", "unexplained");

  /// In em.
  private static final double WIDTH = 52;

  private final Sheets sheets;
  private final Look look;
  private final Path logFile;

  HelpSheets(Sheets sheets, Look look, Path logFile) {
    this.sheets = sheets;
    this.look = look;
    this.logFile = logFile;
  }

  void help() {
    List<String> lines = List.of(Words.text("help.keys").split("\n", -1));
    int half = (lines.size() + 1) / 2;
    BreakingRow keys =
        new BreakingRow(
            look.em(),
            VPos.TOP,
            keys(lines.subList(0, half)),
            keys(lines.subList(half, lines.size())));
    Button close = close();
    VBox content =
        new VBox(
            12,
            keys,
            Labels.wrapped(Words.text("help.note"), "caption"),
            Labels.of(Words.text("help.words"), "panel-title"));
    for (String each : EXPLAINED) {
      content.getChildren().add(Labels.wrapped(Words.text("meaning." + each)));
    }
    content.setMaxWidth(look.em() * WIDTH);
    sheets.open(Words.text("help.title"), Sheets.scrolling(content), close, close);
  }

  private GridPane keys(List<String> lines) {
    GridPane keys = new GridPane();
    keys.setHgap(look.em() * 1.2);
    keys.setVgap(look.em() * 0.5);
    for (int i = 0; i < lines.size(); i++) {
      String[] parts = lines.get(i).split("\\|", 2);
      Label key = Labels.of(parts[0].strip(), "key-cap");
      Label meaning = Labels.of(parts[1].strip());
      key.setMinWidth(Region.USE_PREF_SIZE);
      meaning.setMinWidth(Region.USE_PREF_SIZE);
      keys.addRow(i, key, meaning);
    }
    return keys;
  }

  void about() {
    TextArea notices = new TextArea(read());
    notices.setEditable(false);
    notices.setWrapText(true);
    notices.setAccessibleText(Words.text("about.notices"));
    notices.setId("notices");
    notices.setPrefColumnCount(72);
    Button close = close();
    VBox content =
        new VBox(
            8,
            Labels.wrapped(Words.text("about.version", LightfootVersion.current())),
            Labels.wrapped(Words.text("about.runtime", runtime()), "quiet"),
            Labels.wrapped(Words.text("about.log", logFile.toString()), "quiet"),
            Labels.of(Words.text("about.notices"), "panel-title"),
            notices);
    content.setMaxWidth(look.em() * 52);
    sheets.open(Words.text("about.title"), content, close, close);
  }

  private Button close() {
    Button close = Buttons.of(Words.text("help.close"), sheets::close);
    close.setCancelButton(true);
    close.setDefaultButton(true);
    close.setId("close-sheet");
    return close;
  }

  private static String runtime() {
    return "Java "
        + Runtime.version()
        + ", JavaFX "
        + System.getProperty("javafx.runtime.version", "?")
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.version");
  }

  private static String read() {
    try (InputStream in =
        HelpSheets.class.getResourceAsStream("/assets/help/third-party-notices.txt")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
