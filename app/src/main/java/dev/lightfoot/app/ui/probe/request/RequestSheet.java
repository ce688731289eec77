package dev.lightfoot.app.ui.probe.request;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.probe.AddressFamily;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/// Asks for all that the next runs send beside the address. A pasted command of curl fills it in;
/// nothing is sent from here.
public final class RequestSheet {
  private final Sheets sheets;
  private final Look look;
  private final RequestTarget target;
  private final RequestFiles files;
  private final RequestDraft draft = new RequestDraft();
  private final TextArea curl = area("curl", 2);
  private final Label note = Labels.wrapped("", "caption");
  private final Button use = Buttons.of(Words.text("request.use"), this::use);
  private final Label wrong = Labels.wrapped("", "field-error");
  private Optional<String> address = Optional.empty();

  private RequestSheet(Sheets sheets, Look look, RequestTarget target, RequestFiles files) {
    this.sheets = sheets;
    this.look = look;
    this.target = target;
    this.files = files;
  }

  /// Opens it on what is chosen now.
  public static void open(Sheets sheets, Look look, RequestTarget target, RequestFiles files) {
    new RequestSheet(sheets, look, target, files).open();
  }

  private void open() {
    draft.fill(target.choice());
    note.setId("request-note");
    note.setText(Words.text("request.curl.note"));
    wrong.setId("request-error");
    wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
    wrong.managedProperty().bind(wrong.visibleProperty());
    curl.textProperty().subscribe(this::pasted);
    GridPane grid = grid();
    VBox content = new VBox(8, Sheets.scrolling(grid), wrong);
    content.prefWidthProperty().bind(look.em(52));
    use.setId("request-use");
    use.getStyleClass().add("primary");
    use.setDefaultButton(true);
    Button clear = Buttons.of(Words.text("request.clear"), () -> draft.fill(RequestChoice.PLAIN));
    clear.setId("request-empty");
    Button cancel = Buttons.of(Words.text("save.cancel"), sheets::close);
    sheets.open(Words.text("request.title"), content, curl, clear, cancel, use);
  }

  private void pasted(String text) {
    if (!PastedCurl.looksLikeOne(text)) {
      wrong.setText("");
      return;
    }
    try {
      PastedCurl command = PastedCurl.parse(text);
      address = Optional.of(command.url());
      draft.fill(command.choice());
      wrong.setText("");
      note.setText(
          Words.text("request.curl.read", command.url()) + " " + String.join(" ", command.notes()));
    } catch (IllegalArgumentException e) {
      wrong.setText(String.valueOf(e.getMessage()));
    }
  }

  /// The files of a certificate are read before it is taken over, off this thread.
  private void use() {
    try {
      RequestChoice choice = draft.choice();
      if (choice.certificate().isEmpty()) {
        take(choice);
        return;
      }
      use.setDisable(true);
      files.read(choice.certificate().get(), read -> take(choice.with(read)), this::refuse);
    } catch (IllegalArgumentException e) {
      wrong.setText(String.valueOf(e.getMessage()));
    }
  }

  private void refuse(String sentence) {
    use.setDisable(false);
    wrong.setText(sentence);
  }

  /// Unless the sheet was closed meanwhile.
  private void take(RequestChoice choice) {
    if (use.getScene() != null) {
      target.take(address, choice);
      sheets.close();
    }
  }

  private GridPane grid() {
    GridPane grid = new GridPane();
    grid.setStyle("-fx-padding: 4px;"); // room for the focus ring
    grid.setHgap(12);
    grid.setVgap(8);
    ColumnConstraints names = new ColumnConstraints();
    names.setHalignment(HPos.LEFT);
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    fields.setFillWidth(true);
    grid.getColumnConstraints().addAll(names, fields);
    row(grid, "request.curl", new VBox(4, curl, note), curl);
    row(grid, "request.method", field("method", draft.method));
    row(grid, "request.headers", area("headers", 3, draft.headers));
    row(grid, "request.cookies", area("cookies", 1, draft.cookies));
    CertificateRows certificate = new CertificateRows(draft, files);
    TextArea body = area("body", 3, draft.body);
    row(grid, "request.body-name", new VBox(4, body, bodyFile(body)), body);
    row(grid, "request.certificate", certificate.certificateRow(), certificate.certificate);
    row(grid, "request.key", certificate.keyRow(), certificate.key);
    row(grid, "request.password", certificate.password);
    row(grid, "request.http", versions());
    row(grid, "request.ip", families());
    row(grid, "request.proxy-name", field("proxy", draft.proxy));
    row(grid, "request.timeout", field("timeout", draft.timeout));
    return grid;
  }

  private static void row(GridPane grid, String key, Node control) {
    row(grid, key, control, control);
  }

  private static void row(GridPane grid, String key, Node shown, Node control) {
    Label label = Labels.of(Words.text(key));
    label.setLabelFor(control);
    GridPane.setValignment(label, VPos.TOP);
    label.setStyle("-fx-padding: 0.5em 0 0 0;");
    grid.addRow(grid.getRowCount(), label, shown);
  }

  private HBox bodyFile(TextArea typed) {
    Label name = Labels.of("", "caption");
    name.setId("request-file");
    Button remove =
        Buttons.small(Words.text("request.file.remove"), () -> draft.file.set(Optional.empty()));
    Button choose =
        Buttons.small(
            Words.text("request.file.choose"),
            () -> files.pickBody(read -> draft.file.set(Optional.of(read)), wrong::setText));
    choose.setId("request-choose");
    draft.file.subscribe(
        file -> {
          name.setText(
              file.map(f -> Words.text("request.file", f.name(), Numbers.bytes(f.bytes().length)))
                  .orElse(""));
          remove.setVisible(file.isPresent());
          typed.setDisable(file.isPresent());
        });
    return new HBox(8, choose, name, remove);
  }

  static TextField field(String name, StringProperty text) {
    TextField field = new TextField();
    field.getStyleClass().add("address");
    dress(field, name);
    field.textProperty().bindBidirectional(text);
    return field;
  }

  private static TextArea area(String name, int rows) {
    TextArea area = new TextArea();
    dress(area, name);
    area.setPrefRowCount(rows);
    area.setStyle("-fx-pref-height: " + (rows * 1.5 + 1.4) + "em;");
    area.setWrapText(true);
    return area;
  }

  private static TextArea area(String name, int rows, StringProperty text) {
    TextArea area = area(name, rows);
    area.textProperty().bindBidirectional(text);
    return area;
  }

  static void dress(TextInputControl control, String name) {
    control.setId("request-" + name);
    control.setAccessibleText(Words.text("request." + name + ".prompt"));
    control.setPromptText(Words.text("request." + name + ".prompt"));
  }

  private SegmentedButton versions() {
    return options(
        List.of(HttpChoice.values()),
        draft.http,
        choice -> "http-" + choice.label().replace('.', '-'));
  }

  private SegmentedButton families() {
    List<Optional<AddressFamily>> all = new ArrayList<>(List.of(Optional.empty()));
    List.of(AddressFamily.values()).forEach(family -> all.add(Optional.of(family)));
    return options(
        all, draft.family, choice -> "ip-" + choice.map(AddressFamily::name).orElse("set"));
  }

  private static <T> SegmentedButton options(
      List<T> all, ObjectProperty<T> chosen, Function<T, String> name) {
    SegmentedButton buttons = new SegmentedButton();
    for (T option : all) {
      ToggleButton button = new ToggleButton(Words.text("request." + name.apply(option)));
      button.setId("request-" + name.apply(option));
      button.setOnAction(
          _ -> {
            chosen.set(option);
            button.setSelected(true);
          });
      chosen.subscribe(now -> button.setSelected(now.equals(option)));
      buttons.getButtons().add(button);
    }
    return buttons;
  }
}
