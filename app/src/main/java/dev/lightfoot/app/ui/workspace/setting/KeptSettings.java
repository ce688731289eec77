package dev.lightfoot.app.ui.workspace.setting;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps settings when they are chosen, off the window's thread, so that an end by a signal loses
/// none and the end of the window has nothing to write but what has changed.
public final class KeptSettings {
  private static final Logger LOG = Logger.getLogger(KeptSettings.class.getName());

  private final SettingsFile file;
  private final Executor background;
  private volatile Settings newest;
  private Settings kept;

  /// @param present what the file holds
  public KeptSettings(SettingsFile file, Settings present, Executor background) {
    this.file = file;
    this.background = background;
    newest = present;
    kept = present;
  }

  /// Keeps these instead.
  public void keep(Settings chosen) {
    if (!Objects.equals(chosen, newest)) { // which finds the very same without comparing parts
      newest = chosen;
      background.execute(this::write);
    }
  }

  /// Writes the newest, whichever choice this was for: jobs may come in any order.
  private synchronized void write() {
    Settings wanted = newest;
    if (wanted.equals(kept)) {
      return;
    }
    try {
      file.write(wanted);
      kept = wanted;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "settings were not kept", e);
    }
  }
}
