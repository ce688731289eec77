package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.report.headline.Headline;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The answer in a sentence or two, what it rests on, and at the right what to do next.
final class VerdictPane extends VBox {
  /// Of the answer beside what can be done next, in its own em.
  private static final double LEAST = 17;

  /// Where buttons stand in two lines beside the answer: above it they have room in one, below it
  /// they go under the answer.
  private static final double NARROW = 50;

  private static final double WIDE = 76;

  /// Of what can be done next, with its buttons in two lines.
  private static final double TWO_LINES = 21.5;

  private final Label sentence = Labels.wrapped("", "verdict");
  private final Label caption = Labels.wrapped("", "verdict-note");
  private final Label warnings = Labels.wrapped("", "verdict-note");
  private final Label kicker = Labels.of("", "caption");
  private final Label title = Labels.wrapped("", "strong");
  private final VBox callout;
  private final BreakingRow buttons;
  private final Button curl;
  private final Button stack;
  private final Button logs;

  /// @param look how large letters are
  /// @param copyCurl copies the request as a command
  /// @param openStack shows what servers recorded for it
  /// @param addLogs asks for the servers' logs and opens them
  /// @param compare compares it with another one
  VerdictPane(
      Look look,
      Runnable copyCurl,
      Runnable copyTable,
      Runnable openStack,
      Runnable addLogs,
      Runnable compare) {
    sentence.setId("verdict");
    caption.setId("verdict-caption");
    warnings.setId("verdict-warnings");
    warnings.managedProperty().bind(warnings.visibleProperty());
    warnings.visibleProperty().bind(warnings.textProperty().isNotEmpty());
    VBox words = new VBox(4, sentence, caption, warnings);
    curl = Buttons.small(Words.text("verdict.copy-curl"), copyCurl);
    curl.setId("copy-curl");
    Button table = Buttons.small(Words.text("verdict.copy-table"), copyTable);
    table.setId("copy-table");
    stack = Buttons.small(Words.text("verdict.stack"), openStack);
    stack.setId("verdict-stack");
    logs = Buttons.small(Words.text("verdict.add-logs"), addLogs);
    logs.setId("verdict-add-logs");
    Button other = Buttons.small(Words.text("compare.with"), compare);
    other.setId("verdict-compare");
    buttons = new BreakingRow(8, VPos.CENTER, stack, logs, other, curl, table);
    callout = new VBox(kicker, title, buttons);
    callout.getStyleClass().add("callout");
    BreakingRow row = new BreakingRow(24, VPos.TOP, words, callout);
    row.growing(words, () -> sentence.getFont().getSize() * LEAST);
    widthProperty().subscribe(_ -> narrow(look.em()));
    look.emProperty().subscribe(_ -> narrow(look.em()));
    getChildren().add(row);
  }

  private void narrow(double em) {
    boolean two = getWidth() > NARROW * em && getWidth() < WIDE * em;
    callout.setPrefWidth(two ? Math.rint(TWO_LINES * em) : USE_COMPUTED_SIZE);
  }

  Button start() {
    return curl;
  }

  /// @param joined whether servers recorded something for it
  void show(ProbeReading reading, Stage stage, boolean joined) {
    stack.setVisible(joined);
    stack.setManaged(joined);
    logs.setVisible(!joined);
    logs.setManaged(!joined);
    Headline headline = reading.headline();
    String text = headline.first() + headline.second().map(second -> "\n" + second).orElse("");
    sentence.setText(text);
    caption.setText(headline.caption());
    warnings.setText(String.join("\n", reading.snapshot().environment().warnings()));
    sentence.setAccessibleText(headline.spoken());
    if (stage != Stage.RUNNING) {
      sentence.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
    boolean running = stage == Stage.RUNNING;
    boolean kept = reading.snapshot().name().isPresent();
    String key = running ? "running" : kept ? "kept" : "done";
    kicker.setText(Words.text("callout." + key));
    title.setText(
        kept
            ? Words.text("callout.kept.title", reading.snapshot().name().orElseThrow())
            : Words.text("callout." + key + ".title"));
    buttons.setDisable(running || reading.snapshot().runs().isEmpty());
    callout.getStyleClass().remove("lit");
    if (!running) {
      callout.getStyleClass().add("lit");
    }
  }
}
