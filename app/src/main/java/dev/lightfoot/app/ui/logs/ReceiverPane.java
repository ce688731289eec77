package dev.lightfoot.app.ui.logs;

import dev.lightfoot.app.reception.ReceiverAddresses;
import dev.lightfoot.app.reception.Reception;
import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Copy;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.log.Receiving;
import dev.lightfoot.receive.ReceiverSettings;
import dev.lightfoot.receive.Refusal;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The receiver: whether it is on, where it listens, how programs send to it, what came.
public final class ReceiverPane extends VBox {
  private static final double GAP = 22;
  private static final int LAST_PORT = 65_535;
  private static final int MOST_REASONS = 3;
  private static final List<String> COUNTS =
      List.of("per-second", "accepted", "kept", "dropped", "refused");

  private final Receiving receiving;
  private final Label state = Labels.of("", "caption");
  private final Label problem = Labels.wrapped("", "danger-text");
  private final Label refusals = Labels.wrapped("", "caption");
  private final Button turn;
  private final Button copy;
  private final TextField otlp = new TextField();
  private final TextField zipkin = new TextField();
  private final TextArea settings = new TextArea();
  private final List<Label> counts = new ArrayList<>();
  private final VBox off;
  private final VBox on;
  private final BreakingRow numbers;

  /// @param copied says that text is on the clipboard
  public ReceiverPane(Receiving receiving, Look look, Runnable copied) {
    this.receiving = receiving;
    getStyleClass().add("panel");
    setStyle("-fx-padding: 0.9em 1.1em 0.6em 1.1em; -fx-spacing: 0.6em;");
    turn = Buttons.small("", this::turn);
    turn.setId("receiver-turn");
    copy =
        Buttons.small(
            Words.text("receiver.copy"),
            () -> {
              Copy.text(settings.getText());
              copied.run();
            });
    copy.setId("receiver-copy");
    state.setId("receiver-state");
    problem.setId("receiver-problem");
    refusals.setId("receiver-refusals");
    Label title = Labels.of(Words.text("receiver.title"), "panel-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    BreakingRow head = new BreakingRow(12, VPos.CENTER, title, state, copy, turn);
    head.growing(state, () -> Math.ceil(state.prefWidth(-1)));
    numbers = numbers();
    off = off(look);
    on = on();
    VBox.setVgrow(on, Priority.ALWAYS);
    getChildren().addAll(head, problem, numbers, refusals, off, on);
    receiving.stageProperty().subscribe(_ -> show());
    receiving.addressesProperty().subscribe(_ -> show());
    receiving.problemProperty().subscribe(_ -> show());
    receiving.countsProperty().subscribe(_ -> showCounts());
  }

  /// Where the focus goes first.
  Node start() {
    return turn;
  }

  private BreakingRow numbers() {
    BreakingRow row = new BreakingRow(GAP, VPos.TOP);
    for (String key : COUNTS) {
      Label value = Labels.of(Numbers.NOT_APPLICABLE, "mono", "strong");
      value.setId("receiver-" + key);
      Label name = Labels.of(Words.text("receiver." + key), "caption");
      name.setLabelFor(value);
      VBox cell = new VBox(2, name, value);
      cell.setMinWidth(Region.USE_PREF_SIZE);
      counts.add(value);
      row.getChildren().add(cell);
    }
    return row;
  }

  private VBox off(Look look) {
    BreakingRow ports = new BreakingRow(10, VPos.CENTER);
    port(ports, otlp, "receiver.port.otlp", receiving.portsProperty().get().otlpPort(), look);
    port(ports, zipkin, "receiver.port.zipkin", receiving.portsProperty().get().zipkinPort(), look);
    otlp.setId("receiver-otlp-port");
    zipkin.setId("receiver-zipkin-port");
    return new VBox(12, Labels.wrapped(Words.text("receiver.off.text"), "quiet"), ports);
  }

  private void port(BreakingRow row, TextField field, String key, int port, Look look) {
    Label name = Labels.of(Words.text(key), "caption");
    name.setLabelFor(field);
    field.setText(Integer.toString(port));
    field.setAccessibleText(Words.text(key));
    field.prefWidthProperty().bind(look.em(5.5));
    field.setOnAction(_ -> turn());
    row.getChildren().addAll(name, field);
  }

  private VBox on() {
    settings.setEditable(false);
    settings.setId("receiver-settings");
    settings.setAccessibleText(Words.text("receiver.settings"));
    settings.setMinHeight(40);
    VBox.setVgrow(settings, Priority.ALWAYS);
    return new VBox(6, Labels.wrapped(Words.text("receiver.settings"), "caption"), settings);
  }

  /// Begins to listen at the ports that stand here, where it does not.
  void turnOn() {
    if (receiving.stageProperty().get() == Receiving.Stage.OFF) {
      start(port(otlp), port(zipkin));
    }
  }

  private void turn() {
    switch (receiving.stageProperty().get()) {
      case OFF -> turnOn();
      case ON -> receiving.stop();
      case STARTING, STOPPING -> {
        // It ends by itself. A button that is off meanwhile would lose the focus.
      }
    }
  }

  private void start(OptionalInt otlpPort, OptionalInt zipkinPort) {
    boolean same = otlpPort.equals(zipkinPort) && otlpPort.isPresent() && otlpPort.getAsInt() != 0;
    if (otlpPort.isEmpty() || zipkinPort.isEmpty() || same) {
      problem.setText(Words.text("receiver.port.wrong"));
      shown(problem, true);
      return;
    }
    receiving.portsProperty().set(new ReceiverSettings(otlpPort.getAsInt(), zipkinPort.getAsInt()));
    receiving.start();
  }

  private static OptionalInt port(TextField field) {
    try {
      int port = Integer.parseInt(field.getText().strip());
      return port >= 0 && port <= LAST_PORT ? OptionalInt.of(port) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private void show() {
    Receiving.Stage stage = receiving.stageProperty().get();
    ReceiverAddresses where = receiving.addressesProperty().get();
    boolean listens = stage == Receiving.Stage.ON && where != null;
    turn.setText(Words.text(listens ? "receiver.stop" : "receiver.start"));
    turn.setAccessibleText(turn.getText());
    state.setText(state(stage, where));
    problem.setText(receiving.problemProperty().get());
    shown(problem, !problem.getText().isEmpty());
    shown(off, !listens);
    shown(on, listens);
    shown(copy, listens);
    showCounts();
    if (listens && where != null) {
      settings.setText(
          where.environment().stream()
                  .map(ReceiverAddresses.Variable::toString)
                  .collect(Collectors.joining("\n", "", "\n"))
              + Words.text("receiver.zipkin", where.zipkin()));
    }
  }

  private static String state(
      Receiving.Stage stage, @org.jspecify.annotations.Nullable ReceiverAddresses where) {
    return stage == Receiving.Stage.ON && where != null
        ? Words.text(
            "receiver.state.on",
            Integer.toString(where.otlpPort()),
            Integer.toString(where.zipkinPort()))
        : Words.text("receiver.state." + stage.name().toLowerCase(java.util.Locale.ROOT));
  }

  private void showCounts() {
    Receiving.Counts found = receiving.countsProperty().get();
    shown(numbers, found != null);
    refusals.setText(found == null ? "" : refused(found.refusals()));
    shown(refusals, !refusals.getText().isEmpty());
    if (found == null) {
      return;
    }
    Reception.Totals totals = found.totals();
    List<Long> values =
        List.of(
            found.perSecond(),
            totals.accepted(),
            totals.kept(),
            totals.dropped(),
            totals.rejected() + totals.refused());
    for (int i = 0; i < values.size(); i++) {
      counts.get(i).setText(Numbers.count(values.get(i)));
    }
  }

  /// Why the newest were refused, and who sent them; the same reason once.
  private static String refused(List<Refusal> all) {
    return all.stream()
        .collect(
            Collectors.toMap(
                Refusal::reason, refusal -> refusal, (first, _) -> first, LinkedHashMap::new))
        .values()
        .stream()
        .limit(MOST_REASONS)
        .map(
            refusal ->
                Words.text(
                    "receiver.refusal",
                    Redactor.redact(refusal.reason()),
                    Integer.toString(refusal.status()),
                    refusal.sender().getAddress().getHostAddress()
                        + ":"
                        + refusal.sender().getPort()))
        .collect(Collectors.joining("\n"));
  }

  private static void shown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
