package dev.lightfoot.probe.chrome;

import dev.lightfoot.model.ErrorType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A running browser and its folder. Closing it ends every process of it and removes the folder;
/// where our own process ends before, that does so.
final class BrowserProcess implements AutoCloseable {
  /// How long a browser may take to close by itself.
  static final Duration GOODBYE = Duration.ofSeconds(3);

  private static final int SHOWN_MESSAGES = 300;

  // A process can be given three descriptors only, and the pipe is expected in the fourth and
  // fifth. A shell turns its own input and output into them and then becomes the browser.
  private static final List<String> WITH_PIPE =
      List.of("/bin/sh", "-c", "exec \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null", "browser");

  private static final Set<BrowserProcess> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> List.copyOf(RUNNING).forEach(BrowserProcess::close), "browsers-end"));
  }

  private final Process process;
  private final BrowserFolder folder;
  private final boolean pipes;
  private final ProcessTree tree;

  private BrowserProcess(Process process, BrowserFolder folder, boolean pipes) {
    this.process = process;
    this.folder = folder;
    this.pipes = pipes;
    this.tree = new ProcessTree(process.toHandle(), folder.path().toString());
  }

  /// Whether a browser can be given pipes here.
  static boolean hasPipes() {
    return !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /// How a browser is told to be spoken to.
  static String linkFlag(boolean pipes) {
    return pipes ? "--remote-debugging-pipe" : "--remote-debugging-port=0";
  }

  /// @param flags see [BrowserFlags]
  /// @param environment variables that differ from ours
  static BrowserProcess start(
      InstalledBrowser browser,
      BrowserFolder folder,
      List<String> flags,
      Map<String, String> environment)
      throws BrowserFailure {
    boolean pipes = flags.contains(linkFlag(true));
    List<String> command = new ArrayList<>(pipes ? WITH_PIPE : List.of());
    command.add(browser.program().toString());
    command.addAll(flags);
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(folder.messages().toFile());
    if (!pipes) {
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }
    builder.environment().putAll(environment);
    builder.environment().put(ProcessTree.MARK, folder.path().toString());
    try {
      BrowserProcess started = new BrowserProcess(builder.start(), folder, pipes);
      RUNNING.add(started);
      return started;
    } catch (IOException e) {
      folder.remove();
      throw new BrowserFailure(
          ErrorType.BROWSER_FAILED, "The browser could not be started: " + e.getMessage() + ".");
    }
  }

  /// Speaks to it.
  ///
  /// @param isWanted whether nobody has stopped it
  DevtoolsLink link(DevtoolsLink.Receiver receiver, BooleanSupplier isWanted)
      throws BrowserFailure {
    if (pipes) {
      return PipeLink.open(process.getInputStream(), process.getOutputStream(), receiver);
    }
    try {
      return SocketLink.open(
          folder.profile(),
          RunningBrowser.START,
          () -> process.isAlive() && isWanted.getAsBoolean(),
          receiver);
    } catch (IOException | NumberFormatException e) {
      throw new BrowserFailure(
          ErrorType.BROWSER_FAILED,
          "The browser could not be spoken to: " + e.getMessage() + ". " + lastWords());
    }
  }

  BrowserFolder folder() {
    return folder;
  }

  /// Notes which processes belong to it now.
  void look() {
    tree.look();
  }

  /// Lets it close by itself, so that it writes its logs to the end.
  void awaitEnd() {
    try {
      process.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The last that it wrote before it ended, for people; empty where it wrote nothing.
  String lastWords() {
    try {
      String text = Files.readString(folder.messages(), StandardCharsets.ISO_8859_1).strip();
      String last = text.substring(text.lastIndexOf('\n') + 1);
      return last.substring(0, Math.min(SHOWN_MESSAGES, last.length()));
    } catch (IOException e) {
      return "";
    }
  }

  /// Ends it at once, and clears up behind it while the caller goes on.
  void abandon() {
    tree.look(); // whose parent is gone is found nowhere but on Linux
    process.destroyForcibly();
    Thread.ofPlatform().name("browser-end").start(this::close);
  }

  /// How many of our browsers are not gone yet.
  static int running() {
    return RUNNING.size();
  }

  /// Ends it and all that it started, and removes its folder.
  @Override
  public synchronized void close() {
    tree.end();
    folder.remove();
    RUNNING.remove(this);
  }
}
