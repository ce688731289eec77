package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.control.BreakingRow;
import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Icon;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Workspace;
import java.util.concurrent.Executor;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One sentence above the content with what can be done about it. Pushes the content down instead
/// of covering it. It goes by itself once it can have been read; what went wrong stays.
final class NoticeBar extends HBox {
  private static final double TOOLTIP_WIDTH = 600;

  /// The least width of its text beside its buttons, in em.
  private static final double LEAST = 16;

  private final Workspace workspace;
  private final Executor ui;
  private final Executor later;
  private int turn;

  /// @param later runs a task when a notice can have been read
  NoticeBar(Workspace workspace, Executor ui, Executor later) {
    this.workspace = workspace;
    this.ui = ui;
    this.later = later;
    getStyleClass().add("notice");
    setId("notice");
    setMinHeight(USE_PREF_SIZE);
    workspace.noticeProperty().subscribe(this::show);
  }

  private void goLater() {
    int mine = turn;
    later.execute(() -> ui.execute(() -> go(mine)));
  }

  /// Never from under the pointer or the focus, and only itself.
  private void go(int mine) {
    if (mine != turn) {
      return;
    }
    if (isHover() || isFocusWithin()) {
      goLater();
    } else {
      workspace.dismissNotice();
    }
  }

  private void show(@Nullable Notice notice) {
    turn++;
    setVisible(notice != null);
    setManaged(notice != null);
    getChildren().clear();
    getStyleClass().remove("bad");
    if (notice == null) {
      return;
    }
    if (notice.bad()) {
      getStyleClass().add("bad");
      getChildren().add(Icon.FAILED.node("danger"));
    } else {
      goLater();
    }
    Label text = text(notice.text());
    BreakingRow row = new BreakingRow(12, VPos.CENTER, text);
    row.growing(text, () -> text.getFont().getSize() * LEAST);
    notice.action().ifPresent(action -> row.getChildren().add(button(action)));
    Button dismiss = Buttons.small(Words.text("notice.dismiss"), workspace::dismissNotice);
    dismiss.setId("notice-dismiss");
    dismiss.getStyleClass().add("plain");
    row.getChildren().add(dismiss);
    HBox.setHgrow(row, Priority.ALWAYS);
    getChildren().add(row);
    text.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  /// Takes the room that the buttons leave: it breaks into lines, a few of them at most, and what
  /// is cut off is in its tooltip.
  private static Label text(String sentence) {
    Label text = Labels.of(sentence, "notice-text");
    text.setId("notice-text");
    text.setWrapText(true);
    text.setMinSize(0, USE_COMPUTED_SIZE);
    Tooltip whole = new Tooltip(sentence);
    whole.setWrapText(true);
    whole.setMaxWidth(TOOLTIP_WIDTH);
    text.setTooltip(whole);
    return text;
  }

  private Button button(Notice.Action action) {
    Button button =
        Buttons.small(
            action.label(),
            () -> {
              workspace.dismissNotice();
              action.run().run();
            });
    button.setId("notice-action");
    return button;
  }
}
