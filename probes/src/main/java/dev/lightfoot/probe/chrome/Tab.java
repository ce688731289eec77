package dev.lightfoot.probe.chrome;

import dev.lightfoot.devtools.Begun;
import dev.lightfoot.devtools.DevtoolsEvent;
import dev.lightfoot.devtools.DevtoolsRun;
import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.probe.Cancellation;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// One tab, in which a page is loaded as often as wanted.
final class Tab {
  /// A page is at its end when it has loaded and no request was open for so long.
  static final Duration QUIET = Duration.ofMillis(500);

  /// A page that never becomes quiet is left so long after it has loaded.
  static final Duration MOST_AFTER_LOAD = Duration.ofSeconds(5);

  private final DevtoolsClient client;
  private final String session;
  private final Visit visit;
  private final Cancellation cancellation;
  private final Set<String> sessions = new HashSet<>();
  private final FirstParty firstParty;
  private DevtoolsRun run = DevtoolsRun.driven(_ -> {});
  private boolean loading;
  private long loadedAt;
  private long quietSince;
  private boolean documentFailed;
  private boolean crashed;

  Tab(DevtoolsClient client, String session, Visit visit, Cancellation cancellation) {
    this.client = client;
    this.session = session;
    this.visit = visit;
    this.cancellation = cancellation;
    this.firstParty = new FirstParty(visit);
    sessions.add(session);
  }

  /// Sets it up for the visit.
  void prepare() throws BrowserFailure {
    for (TabSetting setting : TabSetting.of(visit)) {
      ask(setting.method(), setting.params());
    }
    if (firstParty.isNeeded()) {
      ask("Fetch.enable", firstParty.patterns());
    }
  }

  /// Loads the page and waits until it is there, or it has taken too long.
  ///
  /// @return what came, and whether its time was up before
  ///
  /// @param listener gets each request when it begins
  Loaded load(Consumer<Begun> listener) throws BrowserFailure {
    begin(listener);
    client.send(session, "Page.navigate", JsonValue.object("url", visit.url().toString()));
    boolean whole = awaitPage(System.nanoTime() + visit.timeout().toNanos());
    PageQuestions questions = new PageQuestions(client, session);
    synchronized (this) {
      loading = false;
    }
    if (whole && !documentFailed) {
      run.observed(questions.element(run.largestNode()), questions.longTasks());
    }
    return new Loaded(run, whole);
  }

  /// What a load brought.
  ///
  /// @param whole whether the page came to its end within its time
  record Loaded(DevtoolsRun run, boolean whole) {}

  /// Leaves the page, so that the same one can be loaded again.
  void leave() throws BrowserFailure {
    ask("Page.navigate", JsonValue.object("url", "about:blank"));
  }

  private synchronized void begin(Consumer<Begun> listener) {
    run = DevtoolsRun.driven(listener);
    loading = true;
    loadedAt = 0;
    quietSince = System.nanoTime();
    documentFailed = false;
  }

  private synchronized boolean awaitPage(long deadline) throws BrowserFailure {
    while (true) {
      if (cancellation.isCancelled()) {
        throw BrowserFailure.cancelled();
      }
      if (crashed) {
        throw new BrowserFailure(ErrorType.BROWSER_FAILED, "The page crashed in the browser.");
      }
      if (client.hasEnded()) {
        throw client.gone();
      }
      long now = System.nanoTime();
      long due = Math.min(deadline, end());
      if (documentFailed || due <= now) {
        return documentFailed || end() <= now;
      }
      try {
        // rounded up: a wait of 0 ms would not end
        wait(Math.max(1, Duration.ofNanos(due - now).plusNanos(999_999).toMillis()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw BrowserFailure.cancelled();
      }
    }
  }

  /// When the page is at its end, as it looks now.
  private long end() {
    if (loadedAt == 0) {
      return Long.MAX_VALUE;
    }
    long most = loadedAt + MOST_AFTER_LOAD.toNanos();
    return run.open() > 0 ? most : Math.min(most, Math.max(loadedAt, quietSince) + QUIET.toNanos());
  }

  /// Something happened that is no event of the tab.
  synchronized void wake() {
    notifyAll();
  }

  /// Takes an event, of this tab or of something within it.
  synchronized void event(String from, DevtoolsEvent event) {
    if (!sessions.contains(from)) {
      return;
    }
    try {
      switch (event.method()) {
        case "Target.attachedToTarget" -> attached(event.params());
        case "Fetch.requestPaused" -> client.send(from, firstParty.answer(event.params()));
        case "Page.javascriptDialogOpening" ->
            client.send(from, "Page.handleJavaScriptDialog", JsonValue.object("accept", true));
        case "Page.screencastFrame" ->
            client.send(
                from,
                "Page.screencastFrameAck",
                JsonValue.object("sessionId", event.params().number("sessionId").orElse(0)));
        case "Inspector.targetCrashed" -> crashed |= from.equals(session);
        default -> {}
      }
    } catch (BrowserFailure e) {
      notifyAll(); // it is gone, which the one who waits finds out
      return;
    }
    if (loading) {
      take(event);
    }
  }

  private void take(DevtoolsEvent event) {
    long open = run.open();
    run.accept(event);
    if (event.method().startsWith("Network.") && (open > 0 || run.open() > 0)) {
      quietSince = System.nanoTime();
    }
    firstParty.learn(event);
    if (!run.hasLoaded()) {
      loadedAt = 0;
    } else if (loadedAt == 0) {
      loadedAt = System.nanoTime();
    }
    documentFailed |= run.documentFailed();
    notifyAll();
  }

  /// Frames of other sites and workers have processes and sessions of their own.
  private void attached(JsonValue params) throws BrowserFailure {
    String child = params.text("sessionId").orElse("");
    sessions.add(child);
    for (TabSetting setting : TabSetting.ofChild()) {
      client.send(child, setting);
    }
    if (firstParty.isNeeded()) {
      client.send(child, "Fetch.enable", firstParty.patterns());
    }
    client.send(child, "Runtime.runIfWaitingForDebugger", JsonValue.object());
  }

  private void ask(String method, JsonValue params) throws BrowserFailure {
    try {
      client.ask(session, method, params, RunningBrowser.PATIENCE);
    } catch (BrowserFailure e) {
      throw cancellation.isCancelled() ? BrowserFailure.cancelled() : e;
    }
  }
}
