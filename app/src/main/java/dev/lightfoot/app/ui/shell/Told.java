package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Workspace;

/// Says what is on the clipboard now.
record Told(Workspace workspace) {

  void copiedTable() {
    tell("notice.copied-table");
  }

  void copiedText() {
    tell("notice.copied-text");
  }

  void copiedSettings() {
    tell("receiver.copied");
  }

  private void tell(String key) {
    workspace.tell(Notice.plain(Words.text(key)));
  }
}
