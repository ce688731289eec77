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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One sentence above the content with what can be done about it. Pushes the content down instead
/// of covering it.
final class NoticeBar extends HBox {
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
    Label text = Labels.wrapped(notice.text());
    text.setId("notice-text");
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().addAll(text, Labels.spring());
    notice.action().ifPresent(action -> getChildren().add(button(action)));
    Button dismiss = Buttons.small(Words.text("notice.dismiss"), workspace::dismissNotice);
    dismiss.getStyleClass().add("plain");
    getChildren().add(dismiss);
    text.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
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
