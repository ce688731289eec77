package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Icon;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.detail.DetailTabs;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.connection.TlsCheck;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.report.headline.Remedy;
import dev.lightfoot.report.words.PhaseNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// After a failure, side by side: what was checked, and what to do. There is no way to go on
/// regardless.
final class RemedyPane extends VBox {
  private final Look look;
  private final Workspace workspace;
  private final VBox checked = panel("remedy.checked");
  private final GridPane checks = new GridPane();
  private final VBox todo = panel("remedy.todo");
  private final VBox steps = new VBox();
  private final Label regardless = Labels.wrapped(Words.text("remedy.regardless"), "quiet");

  /// Of either panel beside the other, in em.
  private static final double LEAST = 30;

  private final Label log = Labels.wrapped("", "caption");
  private final Button again;
  private final Button authority;
  private final Button chain;

  RemedyPane(Look look, Workspace workspace, Runnable runAgain, Copies copies) {
    this.look = look;
    this.workspace = workspace;
    again = Buttons.small(Words.text("remedy.again"), runAgain);
    again.getStyleClass().add("primary");
    again.setId("run-again");
    authority =
        Buttons.small(
            Words.text("remedy.ca"), () -> workspace.screenProperty().set(Screen.SETTINGS));
    chain = Buttons.small(Words.text("remedy.copy-chain"), copies::chain);
    chain.setId("copy-chain");
    ColumnConstraints mark = new ColumnConstraints();
    ColumnConstraints name = new ColumnConstraints();
    ColumnConstraints detail = new ColumnConstraints();
    detail.setHgrow(Priority.ALWAYS);
    detail.setFillWidth(true);
    checks.getColumnConstraints().addAll(mark, name, detail);
    checks.setHgap(16);
    checks.setVgap(8);
    checked.getChildren().add(checks);
    steps.setSpacing(6);
    FlowPane buttons = new FlowPane(8, 8, again, authority, chain);
    buttons.setPadding(new Insets(4, 0, 0, 0));
    todo.getChildren().addAll(steps, regardless, buttons, log);
    BreakingRow row = new BreakingRow(10, VPos.TOP, checked, todo);
    row.growing(checked, () -> look.em() * LEAST).growing(todo, () -> look.em() * LEAST);
    getChildren().add(row);
  }

  void show(ProbeReading reading) {
    Optional<TlsFacts> tls = reading.lastHop().flatMap(Exchange::tls);
    List<TlsCheck> made = tls.map(TlsFacts::checks).orElse(List.of());
    checked.setVisible(!made.isEmpty());
    checked.setManaged(!made.isEmpty());
    checks.getChildren().clear();
    for (int i = 0; i < made.size(); i++) {
      addCheck(i, made.get(i));
    }
    tls.ifPresent(facts -> addProtocol(made.size(), facts));
    steps.getChildren().setAll(steps(remedies(reading)));
    boolean broken = tls.flatMap(TlsFacts::verdict).filter(v -> !v.equals("trusted")).isPresent();
    shown(regardless, broken);
    shown(authority, broken);
    shown(chain, tls.filter(facts -> !facts.chain().isEmpty()).isPresent());
    log.setText(Words.text("remedy.log", workspace.logFile().toString()));
  }

  Button start() {
    return again;
  }

  private static void shown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void addCheck(int row, TlsCheck check) {
    Node mark =
        switch (check.state()) {
          case TlsCheck.PASSED -> Icon.CHECK.node(0.7, "better");
          case TlsCheck.FAILED -> Icon.CROSS.node(0.7, "danger");
          case TlsCheck.WARNING -> Icon.WARNING.node(0.7);
          default -> Icon.DASH.node(0.7);
        };
    addRow(row, mark, DetailTabs.known("check.", check.name()), check.detail());
  }

  private void addProtocol(int row, TlsFacts facts) {
    List<String> parts = new ArrayList<>();
    facts.version().map(PhaseNames::version).ifPresent(parts::add);
    facts.group().ifPresent(parts::add);
    facts.cipherSuite().ifPresent(parts::add);
    facts.alpn().map(PhaseNames::protocol).ifPresent(parts::add);
    if (!parts.isEmpty()) {
      addRow(
          row,
          Icon.CHECK.node(0.7, "better"),
          Words.text("check.protocol"),
          String.join(", ", parts));
    }
  }

  private void addRow(int row, Node mark, String name, String detail) {
    Label title = Labels.of(name, "strong");
    title.setMinWidth(USE_PREF_SIZE);
    Label text = Labels.wrapped(detail, "quiet");
    checks.addRow(row, mark, title, text);
    for (Node node : List.of(mark, title, text)) {
      GridPane.setValignment(node, VPos.TOP);
    }
  }

  private static List<String> remedies(ProbeReading reading) {
    return reading.failure().map(error -> Remedy.inWindow(error.errorType())).orElse(List.of());
  }

  private List<Node> steps(List<String> remedies) {
    List<Node> lines = new ArrayList<>();
    for (int i = 0; i < remedies.size(); i++) {
      Label number = Labels.of((i + 1) + ".");
      number.minWidthProperty().bind(look.em(1.4));
      Label text = Labels.wrapped(remedies.get(i));
      HBox.setHgrow(text, Priority.ALWAYS);
      lines.add(new HBox(number, text));
    }
    return lines;
  }

  private static VBox panel(String key) {
    VBox panel = new VBox(10, Labels.of(Words.text(key), "panel-title"));
    panel.getStyleClass().add("panel");
    panel.setStyle("-fx-padding: 1.1em 1.4em 1.1em 1.4em;");
    return panel;
  }
}
