package dev.lightfoot.app.ui.history;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.history.schedule.ScheduledProbe;
import dev.lightfoot.app.ui.history.schedule.ScheduledProbes;
import dev.lightfoot.app.ui.words.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The probes that are made while the window is open, each with a button that ends it.
final class SchedulePane extends VBox {
  private final ScheduledProbes probes;
  private final Look look;
  private final DateTimeFormatter when;

  SchedulePane(ScheduledProbes probes, Look look, ZoneId zone) {
    super(6);
    this.probes = probes;
    this.look = look;
    this.when = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(zone);
    setId("schedules");
    getStyleClass().add("panel");
    setStyle("-fx-padding: 0.7em 1.2em 0.7em 1.2em;");
    setMinHeight(USE_PREF_SIZE);
    probes.shown().addListener((ListChangeListener<Object>) _ -> fill());
    fill();
  }

  private void fill() {
    getChildren()
        .setAll(
            Labels.wrapped(Words.text("schedule.title"), "panel-title"),
            Labels.wrapped(Words.text("schedule.while-open"), "caption"));
    probes.shown().forEach(each -> getChildren().add(row(each)));
    setVisible(!probes.shown().isEmpty());
    setManaged(isVisible());
  }

  private BreakingRow row(ScheduledProbe each) {
    String address = each.schedule().address();
    Label text =
        Labels.wrapped(
            Words.text(
                    "schedule.row",
                    address,
                    Long.toString(each.schedule().interval().toMinutes()),
                    when.format(each.next()))
                + each.schedule()
                    .budget()
                    .map(file -> " · " + Words.text("schedule.row.budget", file.toString()))
                    .orElse(""));
    Button stop = Buttons.small(Words.text("schedule.stop"), () -> probes.remove(address));
    stop.setAccessibleText(Words.text("schedule.stop") + ", " + address);
    return new BreakingRow(8, VPos.CENTER, text, stop).growing(text, () -> look.em() * 12);
  }
}
