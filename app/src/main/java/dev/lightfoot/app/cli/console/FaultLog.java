package dev.lightfoot.app.cli.console;

import dev.lightfoot.store.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Writes faults of ours to a file of the owner's: kinds and places, never messages, which may hold
/// addresses and secrets. The newest comes first; the file stays small.
public final class FaultLog {
  private static final int LIMIT = 256 << 10;
  private static final int DEEPEST_CAUSE = 8;

  private FaultLog() {}

  /// Adds the fault; tells whether that could be done.
  public static boolean write(Path file, Throwable fault) {
    try {
      String before = Files.exists(file) ? Files.readString(file) : "";
      String kept = before.substring(0, Math.min(before.length(), LIMIT));
      Path folder = file.getParent();
      if (folder != null) {
        OwnerFiles.createFolder(folder);
      }
      String all = describe(fault) + kept;
      OwnerFiles.write(file, all.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static String describe(Throwable fault) {
    List<String> lines = new ArrayList<>(List.of(Instant.now().toString()));
    Throwable each = fault;
    for (int depth = 0; each != null && depth < DEEPEST_CAUSE; depth++) {
      lines.add((depth == 0 ? "" : "caused by ") + each.getClass().getName());
      for (StackTraceElement frame : each.getStackTrace()) {
        lines.add("  at " + frame);
      }
      each = each.getCause();
    }
    return String.join("\n", lines) + "\n\n";
  }
}
