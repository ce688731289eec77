package dev.lightfoot.app.ui.shell;

import dev.lightfoot.store.OwnerFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The file that faults are written to: in a folder of its owner's only, never large. It holds what
/// went wrong in this program, no addresses and no header values.
final class LogFile {
  private static final int LIMIT = 1 << 20;
  private static final Logger ROOT = Logger.getLogger("dev.lightfoot");

  private LogFile() {}

  static void open(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      return;
    }
    try {
      OwnerFiles.createFolder(folder);
      FileHandler handler = new FileHandler(file.toString().replace("%", "%%"), LIMIT, 1, true);
      handler.setFormatter(new SimpleFormatter());
      handler.setLevel(Level.INFO);
      ROOT.addHandler(handler);
    } catch (IOException e) {
      // Without a log file the window works all the same; the console still hears of faults.
      ROOT.log(Level.WARNING, "no log file", e);
    }
  }
}
