package dev.lightfoot.probe.chrome;

import dev.lightfoot.devtools.DevtoolsEvent;
import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.model.ErrorType;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// Asks a browser and hands on what it reports.
final class DevtoolsClient implements DevtoolsLink.Receiver {

  /// Who gets the events; called by a thread of the link, one after the other.
  interface Listener {
    /// The next event.
    ///
    /// @param session in which it came; empty for the browser itself
    void event(String session, DevtoolsEvent event);

    /// The browser is gone.
    void ended();
  }

  private final Listener listener;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonValue>> open = new ConcurrentHashMap<>();
  private final CompletableFuture<DevtoolsLink> link = new CompletableFuture<>();
  private volatile String ended = "";

  DevtoolsClient(Listener listener) {
    this.listener = listener;
  }

  /// From now on it asks over that link.
  void over(DevtoolsLink opened) {
    link.complete(opened);
  }

  /// Asks, and waits for the answer.
  ///
  /// @param session which target is meant; empty for the browser itself
  JsonValue ask(String session, String method, JsonValue params, Duration patience)
      throws BrowserFailure {
    CompletableFuture<JsonValue> answer = begin(session, method, params);
    try {
      JsonValue message = answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (message.at("error").isPresent()) {
        throw new BrowserFailure(
            ErrorType.BROWSER_FAILED,
            "The browser refuses "
                + method
                + ": "
                + message.at("error").text("message").orElse("no reason given")
                + ".");
      }
      return message.at("result");
    } catch (TimeoutException e) {
      throw new BrowserFailure(
          ErrorType.BROWSER_FAILED,
          "The browser did not answer within " + patience.toSeconds() + " s (" + method + ").");
    } catch (CancellationException e) {
      throw gone();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw BrowserFailure.cancelled();
    } catch (ExecutionException e) {
      throw gone();
    }
  }

  /// Sends a command, and does not wait; an answer that never comes hurts nothing.
  @SuppressWarnings("FutureReturnValueIgnored") // nobody asks for it
  void send(String session, String method, JsonValue params) throws BrowserFailure {
    begin(session, method, params);
  }

  private CompletableFuture<JsonValue> begin(String session, String method, JsonValue params)
      throws BrowserFailure {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonValue> answer = new CompletableFuture<>();
    open.put(id, answer);
    JsonValue message =
        session.isEmpty()
            ? JsonValue.object("id", id, "method", method, "params", params)
            : JsonValue.object("id", id, "method", method, "params", params, "sessionId", session);
    try {
      if (!ended.isEmpty()) {
        throw gone();
      }
      link.join().send(message);
    } catch (IOException e) {
      throw gone();
    }
    return answer;
  }

  /// Sends a command, and does not wait.
  void send(String session, TabSetting setting) throws BrowserFailure {
    send(session, setting.method(), setting.params());
  }

  /// Whether the browser is gone.
  boolean hasEnded() {
    return !ended.isEmpty();
  }

  /// What is said where it is gone.
  BrowserFailure gone() {
    String why = ended.isEmpty() ? "the browser has closed" : ended;
    return new BrowserFailure(
        ErrorType.BROWSER_FAILED, "The browser ended before the page did: " + why + ".");
  }

  @Override
  public void received(JsonValue message) {
    var id = message.number("id");
    if (id.isPresent()) {
      CompletableFuture<JsonValue> answer = open.remove((int) id.getAsDouble());
      if (answer != null) {
        answer.complete(message);
      }
      return;
    }
    message
        .text("method")
        .ifPresent(
            method ->
                listener.event(
                    message.text("sessionId").orElse(""),
                    new DevtoolsEvent(method, message.at("params"))));
  }

  @Override
  public void ended(String why) {
    ended = why;
    open.values().forEach(answer -> answer.cancel(false));
    open.clear();
    listener.ended();
  }
}
