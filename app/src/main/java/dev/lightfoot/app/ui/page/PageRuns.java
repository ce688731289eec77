package dev.lightfoot.app.ui.page;

import dev.lightfoot.app.ui.chart.paint.Look;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.control.Spinners;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Run;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.report.words.Numbers;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Which run is looked at: the one nearest to the median, or any other.
final class PageRuns {
  private final Spinner<Integer> number;
  private final Label note = Labels.of("", "quiet");
  private final Button nearest;
  private final HBox row;
  private boolean following;

  private PageRuns(PageViewModel model, Look look) {
    number = Spinners.of(Words.text("page.run.name"), 1, ProbePlan.MAX_RUNS, 1);
    number.setId("page-run-number");
    note.setId("page-run-note");
    note.setMinWidth(Label.USE_PREF_SIZE);
    nearest = Buttons.small(Words.text("page.run.back"), () -> model.lookAt(OptionalInt.empty()));
    nearest.setId("page-run-nearest");
    Label run = Labels.of(Words.text("page.run"), "quiet");
    run.setLabelFor(number);
    row = new HBox(look.em() * 0.5, run, number, note, nearest);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("small-tools");
    number
        .valueProperty()
        .subscribe(
            chosen -> {
              if (chosen != null && !following) {
                model.lookAt(OptionalInt.of(chosen - 1));
              }
            });
    model.readingProperty().subscribe(shown -> show(shown));
  }

  static HBox of(PageViewModel model, Look look) {
    return new PageRuns(model, look).row;
  }

  private void show(@Nullable PageReading shown) {
    boolean several = shown != null && !shown.live() && shown.snapshot().runs().size() > 1;
    row.setVisible(several);
    row.setManaged(several);
    if (shown == null || !several) {
      return;
    }
    following = true;
    if (number.getValueFactory() instanceof IntegerSpinnerValueFactory factory) {
      factory.setMax(shown.snapshot().runs().size());
    }
    number.getValueFactory().setValue(shown.drawn() + 1);
    following = false;
    note.setText(text(shown));
    nearest.setVisible(!shown.isNearest());
    nearest.setManaged(nearest.isVisible());
  }

  private static String text(PageReading shown) {
    Run run = shown.snapshot().runs().get(shown.drawn());
    String of = Integer.toString(shown.snapshot().runs().size());
    if (run.error().isPresent()) {
      return Words.text("page.run.failed", of);
    }
    String key = shown.isNearest() ? "page.run.nearest" : "page.run.other";
    return Words.text(key, of, Numbers.duration(shown.pageNanos()));
  }
}
