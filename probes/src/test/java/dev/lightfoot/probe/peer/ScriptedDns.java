package dev.lightfoot.probe.peer;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// A name server on loopback, over UDP and TCP on the same port, that answers as its script says.
public final class ScriptedDns implements AutoCloseable {

  /// Makes the answers to a question; none for silence.
  @FunctionalInterface
  public interface Script {
    List<Reply> answer(Message query, boolean tcp) throws IOException;
  }

  /// Bytes to send back, and how long after the question.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Reply(byte[] bytes, long delayMillis) {}

  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final Script script;
  private final List<Message> queries = new CopyOnWriteArrayList<>();
  private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(1);

  public ScriptedDns(Script script) throws IOException {
    this.script = script;
    tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    udp =
        new DatagramSocket(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), tcp.getLocalPort()));
    Thread.ofPlatform().daemon().start(this::serveUdp);
    Thread.ofPlatform().daemon().start(this::serveTcp);
  }

  /// An answer to that question with these records.
  public static Message reply(Message query, int rcode, Record... answers) {
    Message reply = new Message(query.getHeader().getID());
    reply.getHeader().setFlag(Flags.QR);
    reply.getHeader().setRcode(rcode);
    reply.addRecord(query.getQuestion(), Section.QUESTION);
    for (Record answer : answers) {
      reply.addRecord(answer, Section.ANSWER);
    }
    return reply;
  }

  public static List<Reply> now(Message reply) {
    return List.of(new Reply(reply.toWire(), 0));
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), tcp.getLocalPort());
  }

  public List<Message> queries() {
    return queries;
  }

  private void serveUdp() {
    byte[] buffer = new byte[4_096];
    while (!udp.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        udp.receive(packet);
        Message query = new Message(Arrays.copyOf(buffer, packet.getLength()));
        queries.add(query);
        for (Reply reply : script.answer(query, false)) {
          DatagramPacket answer =
              new DatagramPacket(reply.bytes, reply.bytes.length, packet.getSocketAddress());
          var _ = later.schedule(() -> send(answer), reply.delayMillis, TimeUnit.MILLISECONDS);
        }
      } catch (IOException e) {
        // closed
      }
    }
  }

  private void send(DatagramPacket answer) {
    try {
      udp.send(answer);
    } catch (IOException e) {
      // closed
    }
  }

  private void serveTcp() {
    while (!tcp.isClosed()) {
      try (Socket connection = tcp.accept()) {
        DataInputStream in = new DataInputStream(connection.getInputStream());
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        Message query = new Message(bytes);
        queries.add(query);
        for (Reply reply : script.answer(query, true)) {
          DataOutputStream out = new DataOutputStream(connection.getOutputStream());
          out.writeShort(reply.bytes.length);
          out.write(reply.bytes);
        }
      } catch (IOException e) {
        // closed, or the client has gone
      }
    }
  }

  @Override
  public void close() throws IOException {
    later.shutdownNow();
    udp.close();
    tcp.close();
  }
}
