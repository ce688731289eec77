package dev.lightfoot.probe.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.probe.kernel.Arrival;
import dev.lightfoot.probe.kernel.KernelArrivals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Arrivals are compared with the sender's own instants and with each other, so that it does not
/// matter how busy the machine is.
class WireChannelTest {
  private static final int FOR_EVER = 0;

  private final byte[] buffer = new byte[WireChannel.AHEAD];
  private ServerSocket server;
  private WireChannel channel;
  private Socket peer;

  @BeforeEach
  void connect() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    channel = WireChannel.open();
    channel.channel().connect(server.getLocalSocketAddress());
    peer = server.accept();
    peer.setTcpNoDelay(true);
    while (!channel.channel().finishConnect()) {
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void close() throws IOException {
    channel.close();
    peer.close();
    server.close();
  }

  private void needsStamps() {
    assumeTrue(channel.descriptor().isPresent(), "the kernel's stamps are to be had on Linux only");
  }

  private static void pause(long millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
  }

  private long send(String text) throws IOException {
    peer.getOutputStream().write(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    return System.nanoTime();
  }

  @Test
  void aReaderWhoIsLateStillKnowsWhenTheBytesCame() throws Exception {
    needsStamps();
    long before = System.nanoTime();
    long sent = send("hello");
    pause(30);
    assertThat(channel.read(buffer, 0, buffer.length, FOR_EVER)).isEqualTo(5);
    Arrival arrival = channel.arrival();
    assertThat(arrival.stamped()).isTrue();
    assertThat(arrival.first()).isBetween(before, sent);
    assertThat(arrival.taken() - arrival.last()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(29));
  }

  @Test
  void whatCameApartIsTakenApartOrHasTheStampOfTheLast() throws Exception {
    needsStamps();
    long first = send("one");
    pause(20);
    long second = send("two");
    pause(20);
    List<Arrival> arrivals = new ArrayList<>();
    for (int count = 0; count < 6; ) {
      count += channel.read(buffer, count, buffer.length - count, FOR_EVER);
      arrivals.add(channel.arrival());
    }
    assertThat(new String(buffer, 0, 6, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("onetwo");
    assertThat(arrivals.getLast().last()).isBetween(first, second);
    if (arrivals.size() == 2) { // else the kernel has put both into one buffer
      assertThat(arrivals.getFirst().last()).isLessThan(first);
    }
  }

  @Test
  void whatLeavesHasTheInstantAtWhichItsPacketLeft() throws Exception {
    needsStamps();
    for (int i = 0; i < 20; i++) {
      long before = System.nanoTime();
      channel.write(ByteBuffer.wrap(new byte[100]));
      long after = System.nanoTime();
      pause(2);
      assertThat(channel.left(before, 100)).isBetween(before + 1, after);
      peer.getInputStream().readNBytes(100);
    }
  }

  @Test
  void ofALongWriteOnlyItsBeginIsKnown() throws Exception {
    long before = System.nanoTime();
    CompletableFuture<byte[]> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return peer.getInputStream().readNBytes(1 << 20);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    channel.write(ByteBuffer.wrap(new byte[1 << 20]));
    assertThat(channel.left(before, 1 << 20)).isEqualTo(before);
    assertThat(read.get(10, TimeUnit.SECONDS)).hasSize(1 << 20);
  }

  @Test
  void whatWasSentBeforeIsNotTakenForWhatIsSentNow() throws Exception {
    channel.write(ByteBuffer.wrap(new byte[100]));
    pause(2);
    long now = System.nanoTime();
    assertThat(channel.left(now, 100)).isEqualTo(now);
  }

  @Test
  void aStampThatNobodyTookKeepsNoReaderAwake() throws Exception {
    needsStamps();
    channel.write(ByteBuffer.wrap(new byte[100]));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    assertThatThrownBy(() -> channel.read(buffer, 0, 1, 500))
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(threads.getCurrentThreadCpuTime() - before)
        .isLessThan(TimeUnit.MILLISECONDS.toNanos(250));
  }

  @Test
  void whatIsHandedOutLaterHasTheInstantOfItsArrival() throws Exception {
    send("abc");
    assertThat(channel.read(buffer, 0, 1, FOR_EVER)).isEqualTo(1);
    Arrival head = channel.arrival();
    assertThat(channel.read(buffer, 1, 2, FOR_EVER)).isEqualTo(2);
    assertThat(channel.arrival().last()).isEqualTo(head.last());
    assertThat(channel.arrival().asked()).isEqualTo(head.taken());
  }

  @Test
  void theKernelKnowsHowLongTheHandshakeTook() {
    needsStamps();
    assertThat(channel.handshakeNanos().orElseThrow()).isPositive();
  }

  @Test
  void nothingWithinItsPatienceIsATimeOut() {
    assertThatThrownBy(() -> channel.read(buffer, 0, 1, 20))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void closingWakesWhoReads() throws Exception {
    CompletableFuture<Throwable> why = new CompletableFuture<>();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    channel.read(buffer, 0, 1, FOR_EVER);
                  } catch (IOException e) {
                    why.complete(e);
                  }
                });
    while (reader.getState() == Thread.State.NEW) {
      Thread.onSpinWait();
    }
    pause(20);
    channel.close();
    assertThat(why.get(5, TimeUnit.SECONDS))
        .isInstanceOf(SocketException.class)
        .hasMessage("Socket closed");
  }

  @Test
  void closingWakesWhoWrites() throws Exception {
    CompletableFuture<Throwable> why = new CompletableFuture<>();
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                channel.write(ByteBuffer.allocate(64 * 1024 * 1024));
              } catch (IOException e) {
                why.complete(e);
              }
            });
    pause(50);
    channel.close();
    assertThat(why.get(5, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
  }

  @Test
  void theEndIsAnEnd() throws Exception {
    send("x");
    peer.close();
    assertThat(channel.read(buffer, 0, 1, FOR_EVER)).isEqualTo(1);
    assertThat(channel.read(buffer, 0, 1, FOR_EVER)).isEqualTo(-1);
  }

  @Test
  void aResetIsNamedAsTheJdkNamesIt() throws Exception {
    peer.setSoLinger(true, 0);
    peer.close();
    assertThatThrownBy(() -> channel.read(buffer, 0, 1, FOR_EVER))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("Connection reset");
  }

  @Test
  void datagramsKeepTheirInstantsHoweverLateTheyAreTaken() throws Exception {
    needsStamps();
    try (DatagramSocket sender = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        DatagramChannel receiver = DatagramChannel.open()) {
      receiver.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      receiver.connect(sender.getLocalSocketAddress());
      receiver.configureBlocking(false);
      KernelArrivals arrivals = KernelArrivals.at(receiver, 100).orElseThrow();
      List<Long> sent = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        sender.send(new DatagramPacket(new byte[] {(byte) i}, 1, receiver.getLocalAddress()));
        sent.add(System.nanoTime());
        pause(10);
      }
      pause(20);
      long before = Long.MIN_VALUE;
      for (int i = 0; i < 3; i++) {
        Arrival next = arrivals.nextDatagram().orElseThrow();
        KernelArrivals.Taken taken = arrivals.datagram(System.nanoTime());
        assertThat(arrivals.received(taken.count()).get()).isEqualTo((byte) i);
        assertThat(taken.arrival().last()).isBetween(before, sent.get(i));
        assertThat(Math.abs(taken.arrival().last() - next.last())).isLessThan(5_000_000);
        before = sent.get(i);
      }
      assertThat(arrivals.nextDatagram()).isEmpty();
      assertThat(arrivals.datagram(System.nanoTime()).count()).isZero();
    }
  }
}
