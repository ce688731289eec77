package dev.lightfoot.app.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Servers of this process, each of which fails in a way of its own.
final class BrokenServers implements AutoCloseable {
  /// RFC 1035, section 4.1.1: an answer that such a name does not exist.
  private static final int ANSWER = 0x80;

  private static final int NO_SUCH_NAME = 3;

  private final ServerSocket resetting = listening();
  private final ServerSocket cutting = listening();
  private final DatagramSocket names;
  private final int closedPort;

  BrokenServers() {
    try (ServerSocket closed = listening()) {
      closedPort = closed.getLocalPort();
      names = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(() -> serve(resetting, BrokenServers::reset));
    Thread.ofVirtual().start(() -> serve(cutting, BrokenServers::cut));
    Thread.ofPlatform().daemon().start(this::deny);
  }

  private static ServerSocket listening() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where a connection is reset once the request is read.
  String reset() {
    return address(resetting.getLocalPort());
  }

  /// Where a body ends before its announced length.
  String cut() {
    return address(cutting.getLocalPort());
  }

  /// Where nothing listens.
  String refused() {
    return address(closedPort);
  }

  /// A resolver that knows no name.
  String resolver() {
    return "127.0.0.1:" + names.getLocalPort();
  }

  private static String address(int port) {
    return "http://127.0.0.1:" + port + "/";
  }

  /// What is done with a connection.
  private interface Treatment {
    void of(Socket socket) throws IOException;
  }

  private static void serve(ServerSocket server, Treatment treatment) {
    try {
      while (!server.isClosed()) {
        try (Socket socket = server.accept()) {
          treatment.of(socket);
        }
      }
    } catch (IOException _) {
      // It was closed.
    }
  }

  private static void reset(Socket socket) throws IOException {
    readHead(socket);
    socket.setSoLinger(true, 0);
  }

  private static void cut(Socket socket) throws IOException {
    readHead(socket);
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: 40000\r\n\r\nonly this";
    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static void readHead(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      head.append((char) next);
    }
  }

  private void deny() {
    byte[] room = new byte[512];
    try {
      while (true) {
        DatagramPacket question = new DatagramPacket(room, room.length);
        names.receive(question);
        byte[] answer = Arrays.copyOf(room, question.getLength());
        answer[2] = (byte) (answer[2] | ANSWER);
        answer[3] = NO_SUCH_NAME;
        names.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
      }
    } catch (SocketException _) {
      // It was closed.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    resetting.close();
    cutting.close();
    names.close();
  }
}
