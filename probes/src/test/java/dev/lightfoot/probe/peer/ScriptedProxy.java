package dev.lightfoot.probe.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A proxy on loopback that answers CONNECT as told; after a 2xx it carries bytes to a server of
/// this process, whatever host it was asked for.
public final class ScriptedProxy implements AutoCloseable {
  private final ScriptedServer listener;

  /// @param answer everything up to the empty line; empty to close instead
  /// @param targetPort where tunnels lead
  public ScriptedProxy(String answer, int targetPort) throws IOException {
    ScriptedServer[] self = new ScriptedServer[1];
    self[0] = ScriptedServer.plain(connection -> play(connection, answer, targetPort, self[0]));
    listener = self[0];
  }

  private static void play(Socket client, String answer, int targetPort, ScriptedServer self)
      throws IOException, InterruptedException {
    self.note(ScriptedServer.readHead(client));
    client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    if (!answer.startsWith("HTTP/1.1 2") || !answer.endsWith("\r\n\r\n")) {
      return;
    }
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), targetPort)) {
      server.setTcpNoDelay(true);
      Thread back = Thread.ofPlatform().daemon().start(() -> carry(server, client));
      carry(client, server);
      back.join();
    }
  }

  private static void carry(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8_192];
      int count;
      while ((count = in.read(buffer)) >= 0) {
        out.write(buffer, 0, count);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // one side has gone
    }
  }

  public int port() {
    return listener.port();
  }

  /// The request heads that came.
  public List<String> requests() {
    return listener.notes();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
