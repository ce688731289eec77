package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.chart.paint.Look;
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
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Help with the keys, and what this program is made of.
final class HelpSheets {
  private final Sheets sheets;
  private final Look look;
  private final Path logFile;

  HelpSheets(Sheets sheets, Look look, Path logFile) {
    this.sheets = sheets;
    this.look = look;
    this.logFile = logFile;
  }

  void help() {
    GridPane keys = new GridPane();
    keys.setHgap(look.em() * 1.2);
    keys.setVgap(look.em() * 0.5);
    String[] lines = Words.text("help.keys").split("\n", -1);
    int half = (lines.length + 1) / 2;
    for (int i = 0; i < lines.length; i++) {
      String[] parts = lines[i].split("\\|", 2);
      int column = i < half ? 0 : 2;
      keys.add(Labels.of(parts[0].strip(), "key-cap"), column, i % half);
      keys.add(Labels.of(parts[1].strip()), column + 1, i % half);
    }
    Button close = close();
    VBox content = new VBox(12, keys, Labels.wrapped(Words.text("help.note"), "caption"));
    sheets.open(Words.text("help.title"), content, close, close);
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
