package dev.lightfoot.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Senders that mean harm, against a receiver in a program of its own with little memory, which
/// ends where that does not suffice. Whatever they do, it serves the next honest one.
final class HostileSenderTest {
  private static final String JSON = "application/json";
  private static final int CONNECTIONS = Integer.getInteger("lightfoot.hostile.connections", 1_000);

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // before each test
  private ReceivingProcess receiver;

  @BeforeEach
  void start() throws IOException {
    restart();
  }

  private void restart(String... options) throws IOException {
    receiver = ReceivingProcess.start("256m", folder.resolve("spans"), 500_000, 1L << 30, options);
  }

  @AfterEach
  void anHonestSenderIsStillServed() throws IOException {
    try (ReceivingProcess present = receiver) {
      int status = 0;
      for (int i = 0; i < 100 && status != 200 && present.isAlive(); i++) {
        status = honestly();
      }
      assertThat(status).isEqualTo(200);
      assertThat(present.ask("kept")[0]).isEqualTo(10);
    }
  }

  /// As an exporter does, which comes again where it is cut off.
  private int honestly() {
    try (LoadConnection honest = new LoadConnection(receiver.otlpPort())) {
      return honest.send(OtlpLoad.request(0, 10));
    } catch (IOException e) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      return 0;
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), receiver.otlpPort());
    socket.setSoTimeout(60_000);
    return socket;
  }

  private static byte[] request(String path, String headers, byte[] body) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(head(path, headers + "Content-Length: " + body.length + "\r\n"));
    whole.writeBytes(body);
    return whole.toByteArray();
  }

  private static byte[] head(String path, String headers) {
    return "POST %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
        .formatted(path, headers)
        .getBytes(ISO_8859_1);
  }

  private static String type(String type) {
    return "Content-Type: " + type + "\r\nConnection: close\r\n";
  }

  /// What is answered to these bytes, until the receiver closes; empty where it only closes.
  private String answer(int port, byte[] bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(bytes);
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (java.net.SocketException e) {
      return "";
    }
  }

  private static byte[] gzip(int zeros) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      byte[] part = new byte[1 << 16];
      for (int left = zeros; left > 0; left -= part.length) {
        gzip.write(part);
      }
    }
    return out.toByteArray();
  }

  @Test
  void tenGigabytesOfZerosAreRefused() throws IOException {
    byte[] member = gzip(64 << 20);
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    for (int i = 0; i < 160; i++) {
      bomb.writeBytes(member);
    }
    for (String path : List.of("/v1/traces", "/v1/logs")) {
      byte[] request = request(path, type(JSON) + "Content-Encoding: gzip\r\n", bomb.toByteArray());
      assertThat(answer(receiver.otlpPort(), request)).startsWith("HTTP/1.1 413");
    }
    byte[] zstd = Zstd.compress(new byte[128 << 20]);
    byte[] request = request("/api/v2/spans", type(JSON) + "Content-Encoding: zstd\r\n", zstd);
    assertThat(answer(receiver.zipkinPort(), request)).startsWith("HTTP/1.1 413");
  }

  @Test
  void bodiesWithinTheLimitThatArriveTogetherAreTakenOneAfterTheOtherOrRefused() throws Exception {
    byte[] large = gzip(60 << 20);
    byte[] request = request("/v1/logs", type(JSON) + "Content-Encoding: gzip\r\n", large);
    List<Thread> senders = new ArrayList<>();
    List<String> answers = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 16; i++) {
      senders.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      answers.add(answer(receiver.otlpPort(), request));
                    } catch (IOException e) {
                      answers.add(e.toString());
                    }
                  }));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    assertThat(answers).hasSize(16).allMatch(each -> each.matches("(?s)HTTP/1.1 (200|503) .*"));
  }

  @Test
  void deepDocumentsAreRefusedOrPassedOver() throws IOException {
    int depth = 3_000_000;
    for (String deep :
        List.of(
            "[".repeat(depth),
            "{\"a\":".repeat(depth / 4),
            "{\"resourceSpans\":" + "[".repeat(depth) + "]".repeat(depth) + "}")) {
      byte[] body = deep.getBytes(ISO_8859_1);
      assertThat(answer(receiver.otlpPort(), request("/v1/traces", type(JSON), body)))
          .startsWith("HTTP/1.1 400");
      assertThat(answer(receiver.zipkinPort(), request("/api/v2/spans", type(JSON), body)))
          .startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void whoSendsAByteNowAndThenIsCutOff() throws Exception {
    receiver.close();
    restart("-Dsun.net.httpserver.maxReqTime=2");
    List<Socket> slow = new ArrayList<>();
    byte[] promise = head("/v1/traces", type(JSON) + "Content-Length: 1000\r\n");
    for (int i = 0; i < ReceiverLimits.CONNECTIONS; i++) {
      slow.add(connect());
      slow.getLast().getOutputStream().write(promise, 0, i % 2 == 0 ? 20 : promise.length);
    }
    for (Socket socket : slow) {
      // The end of the stream, or a reset: it is over either way, long before the minute of
      // patience.
      try (socket) {
        socket.getInputStream().readAllBytes();
      } catch (java.net.SocketException e) {
        assertThat(e).hasMessageContaining("reset");
      }
    }
  }

  @Test
  void moreConnectionsThanItTakesAreClosedAgain() throws IOException {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        sockets.add(connect());
      }
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void whoClosesTheirHalfIsAnswered() throws IOException {
    try (Socket socket = connect()) {
      byte[] empty = "{\"resourceSpans\":[]}".getBytes(ISO_8859_1);
      socket.getOutputStream().write(request("/v1/traces", type(JSON), empty));
      socket.shutdownOutput();
      assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
          .startsWith("HTTP/1.1 200");
    }
    try (Socket socket = connect()) {
      socket.getOutputStream().write(head("/v1/traces", type(JSON) + "Content-Length: 99\r\n"));
      socket.shutdownOutput();
      assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
          .doesNotContain(" 200 ");
    }
  }

  @Test
  void whoGoesAwayInTheMiddleLeavesNothingBehind() throws IOException {
    byte[] whole =
        request("/v1/traces", type("application/x-protobuf"), OtlpLoad.request(0, 1_000));
    for (int i = 1; i < 500; i++) {
      sendAndGoAway(whole, whole.length * i / 500);
    }
    assertThat(receiver.ask("received")[0]).isZero();
  }

  /// The receiver may go first: who comes while it still holds as many connections as it takes is
  /// cut off, as any sender is.
  private void sendAndGoAway(byte[] request, int length) throws IOException {
    try (Socket socket = connect()) {
      socket.setSoLinger(true, 0);
      socket.getOutputStream().write(request, 0, length);
    } catch (SocketException e) {
      assertThat(e).hasMessageMatching("Connection reset.*|Broken pipe");
    }
  }

  @Test
  void lengthsThatAreNoneAreRefused() throws IOException {
    for (String length :
        List.of(
            "Content-Length: -1",
            "Content-Length: 99999999999",
            "Content-Length: 9999999999999999999999",
            "Content-Length: 1\r\nContent-Length: 2",
            "Content-Length: 5\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: gibberish")) {
      byte[] request = head("/v1/traces", type(JSON) + length + "\r\n");
      assertThat(answerWithoutMore(request)).as(length).doesNotContain(" 200 ");
    }
    for (String chunk : List.of("FFFFFFFFFFFFFFFF\r\n", "-5\r\n", "zz\r\n", "7fffffff\r\n{}")) {
      String request =
          new String(head("/v1/traces", type(JSON) + "Transfer-Encoding: chunked\r\n"), ISO_8859_1)
              + chunk;
      assertThat(answerWithoutMore(request.getBytes(ISO_8859_1))).as(chunk).doesNotContain(" 200 ");
    }
  }

  private String answerWithoutMore(byte[] bytes) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (java.net.SocketException e) {
      return "";
    }
  }
}
