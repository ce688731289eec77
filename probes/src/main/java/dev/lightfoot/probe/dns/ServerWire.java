package dev.lightfoot.probe.dns;

import dev.lightfoot.probe.wire.Addresses;
import dev.lightfoot.probe.wire.ConnectErrors;
import dev.lightfoot.probe.wire.RunSockets;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.xbill.DNS.Message;

/// Carries one message to one name server and its answer back, each over a socket of its own.
final class ServerWire {
  private final InetSocketAddress server;
  private final RunSockets sockets;
  private final Deadline deadline;

  ServerWire(InetSocketAddress server, RunSockets sockets, Deadline deadline) {
    this.server = server;
    this.sockets = sockets;
    this.deadline = deadline;
  }

  /// What came over TCP is not an answer to the question.
  static final class UnreadableAnswer extends IOException {
    private static final long serialVersionUID = 1;
  }

  /// So much of that patience as the deadline leaves.
  Duration allowed(Duration patience) {
    return Duration.ofMillis(deadline.millisLeft(patience));
  }

  /// The first datagram that answers; others are passed over.
  ///
  /// @throws SocketTimeoutException where none comes for so long, or before the deadline
  Message udp(Message query, Duration patience, QueryNote note) throws IOException {
    QuestionSocket socket = QuestionSocket.to(server);
    try (socket) {
      sockets.add(socket);
      ByteBuffer question = ByteBuffer.wrap(query.toWire());
      Departure.ready();
      note.leaving();
      long leaves = System.nanoTime();
      try {
        socket.send(question);
      } finally {
        note.left(socket.left(leaves));
      }
      Deadline tryUntil =
          new Deadline(Math.min(deadline.nanoTime(), System.nanoTime() + patience.toNanos()));
      while (true) {
        int left = tryUntil.millisLeft(patience);
        if (left == 0) {
          throw new SocketTimeoutException("no answer");
        }
        Message answer = AnswerCheck.parse(socket.receive(left));
        if (AnswerCheck.answers(query, answer)) {
          note.arrived(socket.arrival());
          return answer;
        }
      }
    } finally {
      sockets.forget(socket);
    }
  }

  /// @throws UnreadableAnswer where something else comes
  Message tcp(Message query, QueryNote note) throws IOException {
    Socket socket = new Socket();
    try (socket) {
      sockets.add(socket);
      socket.setTcpNoDelay(true);
      connect(socket, note);
      byte[] bytes = query.toWire();
      byte[] framed = new byte[bytes.length + 2];
      framed[0] = (byte) (bytes.length >> 8);
      framed[1] = (byte) bytes.length;
      System.arraycopy(bytes, 0, framed, 2, bytes.length);
      socket.getOutputStream().write(framed);
      socket.setSoTimeout(Math.max(1, deadline.millisLeft()));
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] answer = new byte[in.readUnsignedShort()];
      in.readFully(answer);
      note.arrived();
      Message message = AnswerCheck.parse(answer);
      if (!AnswerCheck.answers(query, message)) {
        throw new UnreadableAnswer();
      }
      return message;
    } finally {
      sockets.forget(socket);
    }
  }

  private void connect(Socket socket, QueryNote note) throws IOException {
    Departure.ready();
    note.sent();
    long start = note.now();
    try {
      socket.connect(server, Math.max(1, deadline.millisLeft()));
      note.opened(ResolverConnections.tcp(Addresses.text(server), start, note.now()));
    } catch (IOException e) {
      note.opened(
          ResolverConnections.noTcp(
              start,
              note.now(),
              ConnectErrors.type(e),
              Addresses.text(server) + " accepted no TCP connection."));
      throw e;
    }
  }
}
