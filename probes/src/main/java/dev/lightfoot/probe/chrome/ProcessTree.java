package dev.lightfoot.probe.chrome;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A process of ours with all that it started. On Linux they are also known by a mark in their
/// environment, so that those are found whose parent is gone.
final class ProcessTree {
  /// The variable that marks them.
  static final String MARK = "LIGHTFOOT_BROWSER";

  private static final Path PROC = Path.of("/proc");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final ProcessHandle root;
  private final String mark;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();

  ProcessTree(ProcessHandle root, String mark) {
    this.root = root;
    this.mark = mark;
  }

  /// Notes who belongs to it now.
  synchronized void look() {
    root.descendants().forEach(seen::add);
  }

  /// Ends them all, without asking.
  ///
  /// @return whether none is left
  synchronized boolean end() {
    root.descendants().forEach(seen::add);
    marked().forEach(seen::add);
    seen.add(root);
    seen.forEach(ProcessHandle::destroyForcibly);
    // one may have been started between looking and ending
    Set<ProcessHandle> late = marked();
    late.forEach(ProcessHandle::destroyForcibly);
    seen.addAll(late);
    return haveEnded() && marked().isEmpty();
  }

  /// Handles of processes that are no children of ours report an end late, so that they are asked.
  private boolean haveEnded() {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (seen.stream().anyMatch(ProcessTree::runs)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }

  /// What has ended and was not collected by its parent yet does not run.
  private static boolean runs(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(PROC.resolve(process.pid() + "/stat"));
      return !stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
    } catch (IOException e) {
      return process.isAlive();
    }
  }

  private Set<ProcessHandle> marked() {
    Set<ProcessHandle> found = new LinkedHashSet<>();
    if (!Files.isDirectory(PROC)) {
      return found;
    }
    String entry = "\0" + MARK + "=" + mark + "\0";
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[1-9]*")) {
      for (Path process : processes) {
        if (environment(process).contains(entry)) {
          ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
              .filter(ProcessHandle::isAlive)
              .ifPresent(found::add);
        }
      }
    } catch (IOException e) {
      return found;
    }
    return found;
  }

  /// Empty where it is another person's process, or gone.
  private static String environment(Path process) {
    try {
      return "\0"
          + new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1)
          + "\0";
    } catch (IOException e) {
      return "";
    }
  }
}
