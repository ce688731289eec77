package dev.lightfoot.app.ui.place;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.url.WebUrl;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks where the server of a measurement stands, and where it was measured from: with both, the
/// light floor can be drawn.
public final class PlacesSheet {
  /// In em.
  private static final double WIDTH = 36;

  private final Sheets sheets;
  private final String host;
  private final TextField server = new TextField();
  private final TextField from = new TextField();
  private final Label serverWrong = wrong("place-server-error");
  private final Label fromWrong = wrong("place-from-error");

  /// Hears where the server stands and where it was measured from.
  private final BiConsumer<Optional<String>, Optional<String>> placed;

  private PlacesSheet(
      Sheets sheets, String host, BiConsumer<Optional<String>, Optional<String>> placed) {
    this.sheets = sheets;
    this.host = host;
    this.placed = placed;
  }

  /// Opens it on the places of a measurement.
  ///
  /// @param placed hears where its server stands and where it was measured from, each empty where
  ///   that is not known
  public static void open(
      Sheets sheets,
      Look look,
      Snapshot snapshot,
      BiConsumer<Optional<String>, Optional<String>> placed) {
    PlacesSheet sheet = new PlacesSheet(sheets, WebUrl.hostIn(snapshot.target()), placed);
    sheet.open(look, snapshot.environment());
  }

  private void open(Look look, Environment environment) {
    server.setText(environment.serverPlace().orElse(""));
    from.setText(environment.place().orElse(""));
    VBox content =
        new VBox(
            8,
            Labels.wrapped(Words.text("places.about"), "quiet"),
            named("place-server", Words.text("places.server", host), server),
            serverWrong,
            named("place-from", Words.text("places.from"), from),
            fromWrong,
            Labels.wrapped(Words.text("places.note", host), "caption"));
    content.setPrefWidth(look.em() * WIDTH);
    Button use = Buttons.of(Words.text("places.use"), this::use);
    use.setId("places-use");
    use.getStyleClass().add("primary");
    use.setDefaultButton(true);
    Button cancel = Buttons.of(Words.text("save.cancel"), sheets::close);
    sheets.open(Words.text("places.title"), content, server, cancel, use);
    // Above the sheet, which would draw its buttons over them.
    PlaceNamesBegun.under(server).attach(sheets.layer());
    PlaceNamesBegun.under(from).attach(sheets.layer());
    server.selectAll();
  }

  private static Label wrong(String id) {
    Label label = Labels.wrapped("", "field-error");
    label.setId(id);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private static VBox named(String id, String name, TextField field) {
    field.setId(id);
    field.setPromptText(Words.text("settings.place.prompt"));
    field.setAccessibleText(name);
    Label label = Labels.wrapped(name, "quiet");
    label.setLabelFor(field);
    return new VBox(4, label, field);
  }

  private void use() {
    serverWrong.setText(PlaceNamesBegun.refusal(server.getText()));
    fromWrong.setText(PlaceNamesBegun.refusal(from.getText()));
    if (serverWrong.getText().isEmpty() && fromWrong.getText().isEmpty()) {
      sheets.close();
      placed.accept(
          PlaceNamesBegun.written(server.getText()), PlaceNamesBegun.written(from.getText()));
    }
  }
}
