package dev.lightfoot.app.ui.probe.scenario;

import dev.lightfoot.analysis.scenario.Arrival;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Columns;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.control.Spinners;
import dev.lightfoot.app.ui.control.Tables;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.report.scenario.ScenarioReport;
import dev.lightfoot.report.scenario.ScenarioWords;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Calculates while numbers are written: when first and last byte arrive by pigeon, by line, in a
/// data centre, and by a line of one's own.
public final class ScenarioSheet {
  private static final int MOST_HANDSHAKES = 20;

  /// In em.
  private static final double WIDTH = 58;

  /// Room for the head and a row for each way there can be.
  private static final double HEIGHT = 11.8;

  private static final double NOTE = 2.4;
  private static final double FIRST_COLUMN = 11;
  private static final double COLUMN = 7.1;

  private final Sheets sheets;
  private final Look look;
  private final TextField bytes = field("bytes", ScenarioForm.TALK.bytes());
  private final TextField roundTrip = field("rtt", "");
  private final TextField width = field("width", "");
  private final Spinner<Integer> handshakes =
      Spinners.of(
          Words.text("scenario.handshakes"), 0, MOST_HANDSHAKES, ScenarioForm.TALK.handshakes());
  private final CheckBox asked = new CheckBox(Words.text("scenario.asked"));
  private final Label verdict = Labels.wrapped("", "card-title");
  private final Label wrong = Labels.wrapped("", "danger-text");
  private final TableView<Arrival> table;

  public ScenarioSheet(Sheets sheets, Look look) {
    this.sheets = sheets;
    this.look = look;
    table = table(look);
    verdict.setId("scenario-verdict");
    wrong.setId("scenario-wrong");
    asked.setId("scenario-asked");
    handshakes.setId("scenario-handshakes");
    bytes.textProperty().subscribe(_ -> show());
    roundTrip.textProperty().subscribe(_ -> show());
    width.textProperty().subscribe(_ -> show());
    handshakes.valueProperty().subscribe(_ -> show());
    asked.selectedProperty().subscribe(_ -> show());
  }

  private static TextField field(String name, String text) {
    TextField field = new TextField(text);
    field.setId("scenario-" + name);
    field.setPrefColumnCount(9);
    field.setPromptText(Words.text("scenario." + name + ".prompt"));
    field.setAccessibleText(Words.text("scenario." + name));
    return field;
  }

  private static TableView<Arrival> table(Look look) {
    TableView<Arrival> table =
        Tables.of(Words.text("scenario.title"), Labels.of(Words.text("scenario.none"), "quiet"));
    table.setId("scenario-table");
    List<String> heads = ScenarioReport.heads();
    table
        .getColumns()
        .add(
            Columns.text(
                heads.getFirst(),
                look.em(FIRST_COLUMN),
                row -> ScenarioReport.cells(row).getFirst()));
    for (int i = 1; i < heads.size(); i++) {
      int column = i;
      table
          .getColumns()
          .add(
              Columns.number(
                  heads.get(i), look.em(COLUMN), row -> ScenarioReport.cells(row).get(column)));
    }
    table.getColumns().forEach(column -> column.setSortable(false));
    table.prefHeightProperty().bind(look.em(HEIGHT));
    table.minHeightProperty().bind(look.em(HEIGHT));
    return table;
  }

  /// Opens it; what was written last is still there.
  public void open() {
    Button close = Buttons.of(Words.text("help.close"), sheets::close);
    close.setCancelButton(true);
    close.setId("close-sheet");
    BreakingRow form =
        new BreakingRow(
            12,
            VPos.BOTTOM,
            labelled("bytes", bytes),
            labelled("rtt", roundTrip),
            labelled("width", width),
            labelled("handshakes", handshakes),
            asked);
    Label note = Labels.wrapped(ScenarioWords.note(), "caption");
    // a scroll pane asks for the height of one long line
    note.setMinHeight(look.em() * NOTE);
    VBox content =
        new VBox(
            12,
            Labels.wrapped(Words.text("scenario.lead"), "quiet"),
            form,
            wrong,
            verdict,
            table,
            note);
    content.setPrefWidth(look.em() * WIDTH);
    show();
    sheets.open(Words.text("scenario.title"), Sheets.scrolling(content), bytes, close);
    bytes.selectAll();
  }

  private static VBox labelled(String name, Node of) {
    Label label = Labels.of(Words.text("scenario." + name), "quiet");
    label.setLabelFor(of);
    return new VBox(4, label, of);
  }

  private void show() {
    ScenarioForm.Answer answer =
        new ScenarioForm(
                bytes.getText(),
                roundTrip.getText(),
                width.getText(),
                handshakes.getValue(),
                asked.isSelected())
            .answer();
    wrong.setText(answer.wrong());
    wrong.setVisible(!answer.wrong().isEmpty());
    wrong.setManaged(!answer.wrong().isEmpty());
    if (answer.wrong().isEmpty()) {
      verdict.setText(answer.verdict());
      table.getItems().setAll(answer.arrivals());
    }
  }
}
