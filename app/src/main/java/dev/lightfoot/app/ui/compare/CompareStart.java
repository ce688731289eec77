package dev.lightfoot.app.ui.compare;

import dev.lightfoot.app.ui.compare.reading.Which;
import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the compare screen says before two are chosen, and what to do next.
final class CompareStart extends VBox {
  private final CompareViewModel model;
  private final Label text = Labels.wrapped("", "lead");
  private final Button proposed;
  private final Button choose;
  private final Button open;

  /// @param ask asks which snapshot a side is to be
  /// @param openFile asks for files and opens them
  CompareStart(CompareViewModel model, Consumer<Which> ask, Runnable openFile) {
    super(14);
    this.model = model;
    proposed = Buttons.of("", model.proposing()::compareLastPair);
    proposed.getStyleClass().add("primary");
    proposed.setId("compare-proposed");
    proposed.setWrapText(true);
    choose = Buttons.of("", () -> ask.accept(wanted()));
    choose.setId("compare-choose-side");
    open = Buttons.of(Words.text("compare.empty.open"), openFile);
    open.setId("compare-open");
    Buttons.hint(open, Words.text("key.open"));
    getChildren()
        .addAll(
            Labels.wrapped(Words.text("compare.empty.title"), "hero"),
            text,
            new BreakingRow(8, VPos.CENTER, proposed, choose, open));
    setStyle("-fx-padding: 1.7em;");
    getStyleClass().add("panel");
    setMaxHeight(Region.USE_PREF_SIZE);
    StackPane.setAlignment(this, Pos.TOP_LEFT);
    model.kept().addListener((Observable _) -> show());
  }

  /// The side that is still to be chosen, what is compared first.
  Which wanted() {
    return model.sideProperty(Which.B).get() == null ? Which.B : Which.A;
  }

  /// Whether that is a button of this.
  boolean holds(@Nullable Node node) {
    return proposed.equals(node) || choose.equals(node) || open.equals(node);
  }

  /// The line above.
  String sentence() {
    return Words.text(wanted() == Which.B ? "compare.sentence.none" : "compare.sentence.half");
  }

  /// @param wanted whether it is in sight
  void show(boolean wanted) {
    setVisible(wanted);
    show();
  }

  private void show() {
    boolean half = wanted() == Which.A;
    boolean any = !model.kept().isEmpty();
    Optional<Proposals.Pair> pair = half ? Optional.empty() : model.proposing().lastPair();
    text.setText(
        Words.text(half ? "compare.empty.half" : any ? "compare.empty" : "compare.empty.nothing"));
    proposed.setVisible(pair.isPresent());
    proposed.setManaged(pair.isPresent());
    pair.ifPresent(
        each -> {
          proposed.setText(
              Words.text("compare.empty.proposed", each.earlier().name(), each.later().name()));
          proposed.setAccessibleText(proposed.getText());
        });
    choose.setText(Words.text("compare.empty.choose", wanted().name()));
    choose.setAccessibleText(choose.getText());
    choose.setDisable(!any);
  }
}
