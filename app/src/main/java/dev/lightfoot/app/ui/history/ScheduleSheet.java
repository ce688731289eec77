package dev.lightfoot.app.ui.history;

import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Sheets;
import dev.lightfoot.app.ui.control.Spinners;
import dev.lightfoot.app.ui.history.schedule.Schedule;
import dev.lightfoot.app.ui.history.schedule.ScheduledProbes;
import dev.lightfoot.app.ui.words.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks what to measure again and again, and how often.
record ScheduleSheet(ScheduledProbes probes, Sheets sheets) {
  private static final int USUAL_MINUTES = 30;
  private static final int USUAL_RUNS = 10;

  /// @param proposed an address
  void open(String proposed) {
    TextField address = new TextField(proposed);
    address.setId("schedule-address");
    address.setPrefColumnCount(34);
    address.setAccessibleText(Words.text("history.target"));
    Spinner<Integer> minutes =
        Spinners.of(
            Words.text("schedule.minutes"),
            (int) Schedule.LEAST_INTERVAL.toMinutes(),
            (int) Schedule.LONGEST_INTERVAL.toMinutes(),
            USUAL_MINUTES);
    minutes.setId("schedule-minutes");
    Spinner<Integer> runs =
        Spinners.of(Words.text("history.runs"), 1, Schedule.MOST_RUNS, USUAL_RUNS);
    runs.setId("schedule-runs");
    TextField budget = new TextField();
    budget.setId("schedule-budget");
    budget.setPromptText(Words.text("schedule.budget.prompt"));
    budget.setAccessibleText(Words.text("schedule.budget"));
    Label wrong = Labels.wrapped("", "danger-text");
    wrong.setId("schedule-wrong");
    wrong.setManaged(false);
    Button start = Buttons.of(Words.text("schedule.start"), () -> {});
    start.setOnAction(
        _ -> {
          Duration interval = Duration.ofMinutes(minutes.getValue());
          looked(
              budget.getText().strip(),
              start,
              (file, fault) ->
                  said(
                      fault.or(
                          () -> probes.add(address.getText(), interval, runs.getValue(), file)),
                      wrong));
        });
    start.getStyleClass().add("primary");
    start.setId("schedule-confirm");
    start.setDefaultButton(true);
    Button cancel = Buttons.of(Words.text("save.cancel"), sheets::close);
    VBox content =
        new VBox(
            8,
            label("history.target", address),
            address,
            wrong,
            label("schedule.minutes", minutes),
            minutes,
            label("history.runs", runs),
            runs,
            label("schedule.budget", budget),
            budget,
            Labels.wrapped(Words.text("schedule.help"), "caption"));
    content.setMaxWidth(460);
    sheets.open(Words.text("schedule.title"), content, address, cancel, start);
    address.selectAll();
  }

  /// Has the budget read, where one is named. What is answered when the sheet is closed counts no
  /// more.
  private void looked(
      String budget, Button start, BiConsumer<Optional<Path>, Optional<String>> then) {
    if (budget.isEmpty()) {
      then.accept(Optional.empty(), Optional.empty());
      return;
    }
    try {
      Path file = Path.of(budget).toAbsolutePath();
      start.setDisable(true);
      probes.look(
          file,
          fault -> {
            start.setDisable(false);
            if (start.getScene() != null) {
              then.accept(Optional.of(file), fault);
            }
          });
    } catch (InvalidPathException e) {
      then.accept(Optional.empty(), Optional.of(Words.text("schedule.budget.none", budget)));
    }
  }

  private void said(Optional<String> why, Label wrong) {
    wrong.setText(why.orElse(""));
    wrong.setManaged(why.isPresent());
    if (why.isEmpty()) {
      sheets.close();
    }
  }

  private static Label label(String key, Node of) {
    Label label = Labels.wrapped(Words.text(key), "quiet");
    label.setLabelFor(of);
    return label;
  }
}
