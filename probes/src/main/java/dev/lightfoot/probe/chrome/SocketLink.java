package dev.lightfoot.probe.chrome;

import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.devtools.json.JsonValues;
import java.io.IOException;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Over a web socket on loopback, whose port and secret path the browser writes into its profile:
/// where a program cannot be given further pipes, as on Windows.
final class SocketLink implements DevtoolsLink {
  private static final String PORT_FILE = "DevToolsActivePort";
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int NORMAL = 1_000;

  private final OkHttpClient client;
  private final WebSocket socket;

  private SocketLink(OkHttpClient client, WebSocket socket) {
    this.client = client;
    this.socket = socket;
  }

  /// Waits until the browser has written where it listens.
  ///
  /// @param isWanted whether the browser still runs and nobody has stopped it
  static SocketLink open(
      Path profile, Duration patience, BooleanSupplier isWanted, Receiver receiver)
      throws IOException {
    String address = address(profile.resolve(PORT_FILE), patience, isWanted);
    OkHttpClient client =
        new OkHttpClient.Builder().proxy(Proxy.NO_PROXY).readTimeout(Duration.ZERO).build();
    WebSocket socket =
        client.newWebSocket(
            new Request.Builder().url("http://127.0.0.1:" + address).build(),
            new Messages(receiver));
    return new SocketLink(client, socket);
  }

  private static String address(Path file, Duration patience, BooleanSupplier isWanted)
      throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline && isWanted.getAsBoolean()) {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() >= 2) {
        return Integer.parseInt(lines.get(0)) + lines.get(1);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new IOException("the browser does not say where it listens");
  }

  @Override
  public void send(JsonValue message) throws IOException {
    if (!socket.send(message.toString())) {
      throw new IOException("the browser has closed");
    }
  }

  @Override
  public void close() {
    socket.close(NORMAL, null);
    client.dispatcher().executorService().shutdown();
  }

  private static final class Messages extends WebSocketListener {
    private final Receiver receiver;

    private Messages(Receiver receiver) {
      this.receiver = receiver;
    }

    @Override
    public void onMessage(WebSocket from, String text) {
      try {
        receiver.received(JsonValues.parse(text));
      } catch (JacksonException e) {
        receiver.ended("a message of the browser is not JSON as it must be");
      }
    }

    @Override
    public void onClosed(WebSocket from, int code, String reason) {
      receiver.ended("the browser has closed");
    }

    @Override
    public void onFailure(WebSocket from, Throwable why, @Nullable Response response) {
      receiver.ended("the browser has closed");
    }
  }
}
