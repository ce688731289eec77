package dev.lightfoot.app.ui.shell;

import dev.lightfoot.store.OwnerFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// The file that faults are written to: in a folder of its owner's only, never large. It holds what
/// went wrong in this program, no addresses and no header values.
final class LogFile {
  private static final int LIMIT = 1 << 20;
  private static final Logger ROOT = Logger.getLogger("dev.lightfoot");

  private LogFile() {}

  /// Sends what this program logs there and nowhere else: a console handler would print messages.
  static void open(Path file) {
    // The root logger hears of severe faults only, so that libraries keep quiet.
    ROOT.setLevel(Level.INFO);
    Path folder = file.getParent();
    if (folder == null) {
      return;
    }
    try {
      OwnerFiles.createFolder(folder);
      FileHandler handler = new FileHandler(file.toString().replace("%", "%%"), LIMIT, 1, true);
      handler.setFormatter(new PlacesOnly());
      handler.setLevel(Level.INFO);
      ROOT.addHandler(handler);
      ROOT.setUseParentHandlers(false);
    } catch (IOException e) {
      // Without a log file the window works all the same; the console still hears of faults.
      ROOT.log(Level.WARNING, "no log file", e);
    }
  }

  /// Kinds of faults and where they came from, never their messages: those quote addresses and
  /// header values.
  private static final class PlacesOnly extends Formatter {
    private static final int DEEPEST_CAUSE = 8;

    @Override
    public String format(LogRecord entry) {
      StringBuilder text = new StringBuilder();
      text.append(Instant.ofEpochMilli(entry.getMillis())).append(' ').append(entry.getLevel());
      text.append(' ').append(entry.getLoggerName()).append(": ").append(entry.getMessage());
      text.append(System.lineSeparator());
      Throwable fault = entry.getThrown();
      for (int depth = 0; fault != null && depth < DEEPEST_CAUSE; depth++) {
        text.append("  ").append(fault.getClass().getName()).append(System.lineSeparator());
        for (StackTraceElement place : fault.getStackTrace()) {
          text.append("    at ").append(place).append(System.lineSeparator());
        }
        fault = fault.getCause();
      }
      return text.toString();
    }
  }
}
