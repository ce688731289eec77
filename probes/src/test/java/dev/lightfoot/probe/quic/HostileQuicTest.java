package dev.lightfoot.probe.quic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Interim;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.tls.certificate.TrustAnchors;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Mark;
import dev.lightfoot.probe.trace.RunClock;
import dev.lightfoot.probe.wire.AddressPolicy;
import dev.lightfoot.probe.wire.ConnectGate;
import dev.lightfoot.probe.wire.RunSockets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever a server sends over QUIC, the exchange ends within its time with a named failure.
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileQuicTest {
  private static final String HOST = "h3.lightfoot.test";
  private static final Path QPACK_ERRORS =
      Path.of(System.getProperty("lightfoot.root", ".."))
          .resolve("../shared/data/conformance/qpack-errors/encoded/errors");
  private static final byte[] SETTINGS = {0, 4, 0};

  private final RunSockets sockets = new RunSockets();
  private final QuicLoop loop = new QuicLoop();

  /// The first handshake of a process takes longer than some tests wait.
  @BeforeAll
  static void warmUp() {
    QuicWarmUp.pay(() -> false);
  }

  @AfterEach
  void stop() {
    sockets.closeAll();
    loop.close();
  }

  private QuicOutcome get(int port, ExchangeTrace trace) {
    TlsClient.Judge judge =
        new TlsClient.Judge(TrustAnchors.only(Certificates.ROOT.certificate()), Clock.systemUTC());
    QuicClient client = new QuicClient(loop, new QuicSessions(judge, Optional.empty()), sockets);
    QuicRequest request =
        new QuicRequest(
            HOST,
            port,
            HOST + ":" + port,
            List.of(InetAddress.getLoopbackAddress()),
            "GET",
            "/",
            List.of(new Header("Accept", "*/*")),
            Optional.empty(),
            Optional.of(Duration.ofMillis(700)));
    return client.exchange(request, trace, new ConnectGate(AddressPolicy.STANDARD, true));
  }

  private static ExchangeTrace trace() {
    return new ExchangeTrace(new RunClock(), (_, _) -> {});
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  /// `:status` comes from QPACK's static table: d8 is 103, d9 is 200 (RFC 9204 appendix A).
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DATA before HEADERS            | 0001 61                  | MALFORMED_RESPONSE
          a frame of HTTP/2              | 0600                     | MALFORMED_RESPONSE
          SETTINGS on a request stream   | 0400                     | MALFORMED_RESPONSE
          a header section cut short     | 0140 40 0000 d9          | MALFORMED_RESPONSE
          a response without a status    | 0102 0000                | MALFORMED_RESPONSE
          nothing at all                 | -                        | MALFORMED_RESPONSE
          only an interim response       | 0103 0000 d8             | MALFORMED_RESPONSE
          headers of a gigabyte          | 01 c000 0000 4000 0000   | HEADERS_TOO_LARGE
          a body shorter than announced  | 0106 0000 d9 54 01 39 0001 61 | BODY_CUT
          a body longer than announced   | 0106 0000 d9 54 01 31 0002 6162 | MALFORMED_RESPONSE
          """)
  void anAnswerAgainstTheRulesIsNamedSo(String what, String bytes, ErrorType expected) {
    byte[] response = bytes.strip().equals("-") ? new byte[0] : hex(bytes);
    try (ScriptedQuic server = ScriptedQuic.answering(HOST, response)) {
      QuicOutcome outcome = get(server.port(), trace());
      assertThat(outcome.problem()).as(what).isPresent();
      assertThat(outcome.problem().orElseThrow().type()).as(what).isEqualTo(expected);
    }
  }

  @Test
  void earlyHintsAreAnInterimResponseWithAnInstantOfTheirOwn() {
    try (ScriptedQuic server =
        ScriptedQuic.answering(HOST, hex("0103 0000 d8 0103 0000 d9 0002 6f6b"))) {
      ExchangeTrace trace = trace();
      QuicOutcome outcome = get(server.port(), trace);
      assertThat(outcome.problem()).isEmpty();
      assertThat(trace.interim()).extracting(Interim::status).containsExactly(103);
      assertThat(outcome.response().orElseThrow().status()).isEqualTo(200);
      assertThat(outcome.response().orElseThrow().bodyBytes()).isEqualTo(2);
      assertThat(trace.responseHeaderBytes()).isEqualTo(5);
      assertThat(trace.at(Mark.FIRST_BYTE).orElseThrow())
          .isLessThanOrEqualTo(trace.at(Mark.FINAL_FIRST_BYTE).orElseThrow());
    }
  }

  @Test
  void moreThanAThousandHeaderLinesAreRefused() {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(hex("0000 d9"));
    for (int i = 0; i < 1_001; i++) {
      block.writeBytes(hex("21 61 01 62")); // a literal line "a: b"
    }
    ByteBuffer frame = ByteBuffer.allocate(block.size() + 5);
    frame.put((byte) 1).putInt(0x8000_0000 | block.size()).put(block.toByteArray());
    try (ScriptedQuic server = ScriptedQuic.answering(HOST, frame.array())) {
      assertThat(get(server.port(), trace()).problem().orElseThrow().type())
          .isEqualTo(ErrorType.HEADERS_TOO_LARGE);
    }
  }

  @Test
  void aStreamThatIsResetIsNamedWithItsCode() {
    try (ScriptedQuic server =
        new ScriptedQuic(
            HOST,
            List.of(SETTINGS),
            stream -> {
              var _ = stream.shutdown(0x102, stream.newPromise());
            })) {
      QuicProblem problem = get(server.port(), trace()).problem().orElseThrow();
      assertThat(problem.type()).isEqualTo(ErrorType.STREAM_RESET);
      assertThat(problem.message()).contains("0x102");
    }
  }

  @Test
  void aConnectionThatIsClosedIsNamedWithItsCode() {
    try (ScriptedQuic server =
        new ScriptedQuic(
            HOST,
            List.of(SETTINGS),
            stream -> {
              var _ = stream.parent().close(true, 0x107, io.netty.buffer.Unpooled.EMPTY_BUFFER);
            })) {
      QuicProblem problem = get(server.port(), trace()).problem().orElseThrow();
      assertThat(problem.type()).isEqualTo(ErrorType.CONNECTION_CLOSED);
      assertThat(problem.message()).contains("0x107");
    }
  }

  /// Each file holds blocks: the stream's number (0: the encoder's), a length, and the bytes.
  @Test
  void everyMalformedQpackStreamEndsWithinItsTime() throws IOException {
    assumeTrue(Files.isDirectory(QPACK_ERRORS), "needs the QPACK error streams: " + QPACK_ERRORS);
    List<String> results = new ArrayList<>();
    try (Stream<Path> files = Files.list(QPACK_ERRORS)) {
      for (Path file : files.sorted().toList()) {
        ByteArrayOutputStream encoder = new ByteArrayOutputStream();
        encoder.write(2); // the type of an encoder's stream (RFC 9204 section 4.2)
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        split(ByteBuffer.wrap(Files.readAllBytes(file)), encoder, response);
        try (ScriptedQuic server =
            new ScriptedQuic(
                HOST,
                List.of(SETTINGS, encoder.toByteArray()),
                stream -> ScriptedQuic.send(stream, response.toByteArray()))) {
          long start = System.nanoTime();
          Optional<QuicProblem> problem = get(server.port(), trace()).problem();
          assertThat(Duration.ofNanos(System.nanoTime() - start))
              .as(file.getFileName().toString())
              .isLessThan(Duration.ofSeconds(5));
          assertThat(problem).as(file.getFileName().toString()).isPresent();
          results.add(file.getFileName() + ": " + problem.orElseThrow().type());
        }
      }
    }
    assertThat(results).hasSize(12).allMatch(line -> line.endsWith("MALFORMED_RESPONSE"));
  }

  private static void split(
      ByteBuffer file, ByteArrayOutputStream encoder, ByteArrayOutputStream response) {
    while (file.remaining() >= 12) {
      long stream = file.getLong();
      byte[] block = new byte[Math.min(file.getInt(), file.remaining())];
      file.get(block);
      if (stream == 0) {
        encoder.writeBytes(block);
      } else {
        response.write(1);
        response.writeBytes(new byte[] {(byte) (0x40 | block.length >> 8), (byte) block.length});
        response.writeBytes(block);
      }
    }
  }

  @Test
  void aServerOfOtherVersionsIsNamedSo() throws Exception {
    try (DatagramSocket peer = udp(HostileQuicTest::versionNegotiation)) {
      ExchangeTrace trace = trace();
      assertThat(get(peer.getLocalPort(), trace).problem().orElseThrow().type())
          .isEqualTo(ErrorType.QUIC_VERSION);
    }
  }

  @Test
  void noiseIsNoAnswer() throws Exception {
    try (DatagramSocket peer =
        udp(_ -> "hello, this is no QUIC".getBytes(StandardCharsets.US_ASCII))) {
      Optional<QuicProblem> problem;
      Thread closer =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    java.util.concurrent.locks.LockSupport.parkNanos(1_500_000_000L);
                    sockets.closeAll();
                  });
      problem = get(peer.getLocalPort(), trace()).problem();
      closer.join();
      assertThat(problem).isPresent();
    }
  }

  /// RFC 9000 section 17.2.1, with the two connection ids the other way round.
  private static byte[] versionNegotiation(byte[] initial) {
    int destination = initial[5];
    int source = initial[6 + destination];
    ByteBuffer reply = ByteBuffer.allocate(7 + destination + source + 4);
    reply.put((byte) 0x80).putInt(0);
    reply.put((byte) source).put(initial, 7 + destination, source);
    reply.put((byte) destination).put(initial, 6, destination);
    reply.putInt(0x1a2a3a4a);
    return reply.array();
  }

  private static DatagramSocket udp(UnaryOperator<byte[]> answer) throws IOException {
    DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              byte[] buffer = new byte[2_048];
              try {
                while (!socket.isClosed()) {
                  DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                  socket.receive(packet);
                  byte[] reply = answer.apply(java.util.Arrays.copyOf(buffer, packet.getLength()));
                  socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
                }
              } catch (IOException e) {
                if (!socket.isClosed()) {
                  throw new UncheckedIOException(e);
                }
              }
            });
    return socket;
  }
}
