package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.control.Buttons;
import dev.lightfoot.app.ui.control.Icon;
import dev.lightfoot.app.ui.control.Labels;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Workspace;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One sentence above the content with what can be done about it. Pushes the content down instead
/// of covering it.
final class NoticeBar extends HBox {
  private static final double TOOLTIP_WIDTH = 600;

  private final Workspace workspace;

  NoticeBar(Workspace workspace) {
    this.workspace = workspace;
    getStyleClass().add("notice");
    setId("notice");
    workspace.noticeProperty().subscribe(this::show);
  }

  private void show(@Nullable Notice notice) {
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
    }
    Label text = text(notice.text());
    getChildren().add(text);
    notice.action().ifPresent(action -> getChildren().add(button(action)));
    Button dismiss = whole(Buttons.small(Words.text("notice.dismiss"), workspace::dismissNotice));
    dismiss.setId("notice-dismiss");
    dismiss.getStyleClass().add("plain");
    getChildren().add(dismiss);
    text.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  /// Takes the room that the buttons leave: it breaks into lines, a few of them at most, and what
  /// is cut off is in its tooltip.
  private static Label text(String sentence) {
    Label text = Labels.of(sentence, "notice-text");
    text.setId("notice-text");
    text.setWrapText(true);
    text.setMinSize(0, USE_COMPUTED_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    Tooltip whole = new Tooltip(sentence);
    whole.setWrapText(true);
    whole.setMaxWidth(TOOLTIP_WIDTH);
    text.setTooltip(whole);
    return text;
  }

  /// Whatever stands beside it, its own text is never cut.
  private static Button whole(Button button) {
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private Button button(Notice.Action action) {
    Button button =
        whole(
            Buttons.small(
                action.label(),
                () -> {
                  workspace.dismissNotice();
                  action.run().run();
                }));
    button.setId("notice-action");
    return button;
  }
}
