package dev.lightfoot.probe.peer;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;

/// Stands between a QUIC client and its server, and keeps back what does not belong to the server's
/// first flight (datagrams that begin with a short header) until the client has gone on by itself:
/// until its own first datagram with a short header.
public final class WithholdingRelay implements AutoCloseable {
  private static final int LONG_HEADER = 0x80;

  private final DatagramSocket front;
  private final DatagramSocket back;
  private final Queue<DatagramPacket> withheld = new ArrayDeque<>();
  private volatile SocketAddress client = new InetSocketAddress(0);
  private boolean wentOn;

  public WithholdingRelay(int serverPort) throws IOException {
    front = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    back = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    back.connect(InetAddress.getLoopbackAddress(), serverPort);
    Thread.ofPlatform().daemon().start(this::toServer);
    Thread.ofPlatform().daemon().start(this::toClient);
  }

  public int port() {
    return front.getLocalPort();
  }

  private void toServer() {
    try {
      while (true) {
        DatagramPacket packet = receive(front);
        client = packet.getSocketAddress();
        back.send(new DatagramPacket(packet.getData(), packet.getLength()));
        fromClient(packet.getData()[0] & 0xff);
      }
    } catch (IOException _) {
      // closed
    }
  }

  private synchronized void fromClient(int first) throws IOException {
    if ((first & LONG_HEADER) == 0) {
      wentOn = true;
      while (!withheld.isEmpty()) {
        front.send(withheld.remove());
      }
    }
  }

  private void toClient() {
    try {
      while (true) {
        DatagramPacket packet = receive(back);
        pass(new DatagramPacket(packet.getData(), packet.getLength(), client));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private synchronized void pass(DatagramPacket packet) throws IOException {
    boolean late = (packet.getData()[0] & LONG_HEADER) == 0;
    if (late && !wentOn) {
      withheld.add(packet);
    } else {
      front.send(packet);
    }
  }

  private static DatagramPacket receive(DatagramSocket socket) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
    socket.receive(packet);
    return packet;
  }

  @Override
  public void close() {
    front.close();
    back.close();
  }
}
