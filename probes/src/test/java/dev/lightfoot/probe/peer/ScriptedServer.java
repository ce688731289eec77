package dev.lightfoot.probe.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/// A server on loopback that does to each connection what its script says. Closing it ends every
/// connection.
public final class ScriptedServer implements AutoCloseable {

  /// What happens to a connection.
  @FunctionalInterface
  public interface Script {
    void play(Socket connection) throws Exception;
  }

  private final ServerSocket server;
  private final Script script;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private ScriptedServer(ServerSocket server, Script script) {
    this.server = server;
    this.script = script;
    Thread.ofPlatform().daemon().start(this::accept);
  }

  public static ScriptedServer plain(Script script) throws IOException {
    return new ScriptedServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
  }

  public static ScriptedServer tls(SSLContext context, Script script) throws IOException {
    return new ScriptedServer(
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
        script);
  }

  /// Answers each request head on a kept connection with those bytes.
  public static Script answer(String response) {
    byte[] bytes = response.getBytes(StandardCharsets.ISO_8859_1);
    return connection -> {
      while (!readHead(connection).isEmpty()) {
        connection.getOutputStream().write(bytes);
      }
    };
  }

  /// The next request head; empty at the end of the connection.
  public static String readHead(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int value;
    while ((value = in.read()) >= 0) {
      head.write(value);
      String text = head.toString(StandardCharsets.ISO_8859_1);
      if (text.endsWith("\r\n\r\n")) {
        return text;
      }
    }
    return "";
  }

  /// Passes that time by waiting for bytes that do not come; ends with the connection.
  ///
  /// @throws IOException where the peer sends something meanwhile
  public static void pause(Socket connection, long millis) throws IOException {
    connection.setSoTimeout(Math.toIntExact(millis));
    try {
      if (connection.getInputStream().read() >= 0) {
        throw new IOException("bytes came while none were expected");
      }
    } catch (SocketTimeoutException e) {
      connection.setSoTimeout(0);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        connection.setTcpNoDelay(true);
        connections.add(connection);
        Thread.ofPlatform().daemon().start(() -> play(connection));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void play(Socket connection) {
    try (connection) {
      script.play(connection);
    } catch (Exception e) {
      // the client ends many of these scripts early, as it should
    }
  }

  /// What a script wants a test to see.
  public void note(String request) {
    requests.add(request);
  }

  public List<String> notes() {
    return requests;
  }

  public int port() {
    return server.getLocalPort();
  }

  /// How many connections came.
  public int accepted() {
    return connections.size();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
