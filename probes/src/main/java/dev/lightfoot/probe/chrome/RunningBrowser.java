package dev.lightfoot.probe.chrome;

import dev.lightfoot.devtools.DevtoolsEvent;
import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.devtools.netlog.NetLog;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.probe.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A browser that was started for a measurement, in a profile of its own. Closing it leaves nothing
/// of it.
final class RunningBrowser implements AutoCloseable, DevtoolsClient.Listener {
  /// How long it may take to start and to say its version.
  static final Duration START = Duration.ofSeconds(15);

  /// How long a command that does not depend on the network may take.
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /// Older ones do not stamp the first byte of a response, or need another way to run without a
  /// window.
  static final int OLDEST = 120;

  private static final Pattern PRODUCT = Pattern.compile("[A-Za-z]+/(\\d{1,6})\\..*");

  private final BrowserProcess process;
  private final DevtoolsClient client = new DevtoolsClient(this);
  private final Cancellation.Registration registration;
  private final Cancellation cancellation;
  private volatile @Nullable Tab tab;
  private @Nullable DevtoolsLink link;
  private String product = "";

  private RunningBrowser(BrowserProcess process, Cancellation cancellation) {
    this.process = process;
    this.cancellation = cancellation;
    registration = cancellation.onCancel(() -> client.ended("it was stopped"));
  }

  /// Starts one, and speaks to it over pipes where that can be.
  static RunningBrowser start(ChromeStart wanted, Cancellation cancellation) throws BrowserFailure {
    return start(wanted, cancellation, BrowserProcess.hasPipes());
  }

  /// Starts one.
  ///
  /// @param pipes whether it is spoken to over pipes; else over a socket
  static RunningBrowser start(ChromeStart wanted, Cancellation cancellation, boolean pipes)
      throws BrowserFailure {
    BrowserFolder folder = folder();
    Map<String, String> environment;
    try {
      environment = wanted.prepare().in(folder.path());
    } catch (BrowserFailure | RuntimeException e) {
      folder.remove();
      throw e;
    }
    BrowserProcess process =
        BrowserProcess.start(
            wanted.browser(),
            folder,
            BrowserFlags.of(folder, BrowserProcess.linkFlag(pipes), wanted.flags()),
            environment);
    RunningBrowser running = new RunningBrowser(process, cancellation);
    try {
      running.connect();
      running.greet();
      return running;
    } catch (BrowserFailure | RuntimeException e) {
      running.close();
      throw e;
    }
  }

  /// Puts into a folder what the browser is to find there.
  interface Preparation {
    Map<String, String> in(Path folder) throws BrowserFailure;
  }

  private static BrowserFolder folder() throws BrowserFailure {
    try {
      return BrowserFolder.create();
    } catch (IOException e) {
      throw new BrowserFailure(
          ErrorType.BROWSER_FAILED,
          "No folder for the browser could be made: " + e.getMessage() + ".");
    }
  }

  private void connect() throws BrowserFailure {
    DevtoolsLink opened = process.link(client, () -> !cancellation.isCancelled());
    link = opened;
    client.over(opened);
  }

  private void greet() throws BrowserFailure {
    try {
      product =
          client
              .ask("", "Browser.getVersion", JsonValue.object(), START)
              .text("product")
              .orElse("");
    } catch (BrowserFailure e) {
      if (cancellation.isCancelled()) {
        throw BrowserFailure.cancelled();
      }
      String words = process.lastWords();
      throw new BrowserFailure(
          ErrorType.BROWSER_FAILED,
          (client.hasEnded()
                  ? "The browser ended at its start"
                  : "The browser did not speak within " + START.toSeconds() + " s of its start")
              + (words.isEmpty() ? "." : ": " + words));
    }
    Matcher version = PRODUCT.matcher(product);
    if (version.matches() && Integer.parseInt(version.group(1)) < OLDEST) {
      throw new BrowserFailure(
          ErrorType.BROWSER_FAILED,
          "The browser is too old: " + product + "; version " + OLDEST + " or newer is needed.");
    }
    process.look();
  }

  /// Name and version, such as `Chrome/156.0.8044.12`.
  String product() {
    return product;
  }

  DevtoolsClient client() {
    return client;
  }

  /// Opens an empty tab.
  Tab open(Visit visit) throws BrowserFailure {
    JsonValue target =
        client.ask("", "Target.createTarget", JsonValue.object("url", "about:blank"), PATIENCE);
    JsonValue attached =
        client.ask(
            "",
            "Target.attachToTarget",
            JsonValue.object("targetId", target.text("targetId").orElse(""), "flatten", true),
            PATIENCE);
    Tab opened = new Tab(client, attached.text("sessionId").orElse(""), visit, cancellation);
    tab = opened;
    opened.prepare();
    process.look();
    return opened;
  }

  @Override
  public void event(String session, DevtoolsEvent event) {
    Tab receiver = tab;
    if (receiver != null) {
      receiver.event(session, event);
    }
  }

  @Override
  public void ended() {
    Tab receiver = tab;
    if (receiver != null) {
      receiver.wake();
    }
  }

  /// Lets it close by itself, so that its log of the network is whole.
  Optional<NetLog> leave() throws BrowserFailure {
    client.send("", "Browser.close", JsonValue.object());
    process.awaitEnd();
    return networkSoFar();
  }

  /// What its log of the network holds by now; the last few events may be missing.
  Optional<NetLog> networkSoFar() {
    try (InputStream in = Files.newInputStream(process.folder().netLog())) {
      return Optional.of(NetLog.read(in));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    registration.close();
    DevtoolsLink opened = link;
    if (opened != null) {
      opened.close();
    }
    if (cancellation.isCancelled()) {
      process.abandon();
    } else {
      process.close();
    }
  }
}
