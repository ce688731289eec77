package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.quic.QuicWarmUp;
import dev.lightfoot.probe.quic.ScriptedQuic;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An answer over HTTP/3 while the body is still being sent.
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EarlyAnswerOverQuicTest {
  private static final byte[] SETTINGS = {0, 4, 0};
  private static final int BODY = 4 << 20; // more than the server's window
  private static final long PAUSE_MILLIS = 300;

  /// `:status` is entry 24 of QPACK's static table (RFC 9204 appendix A), its value a literal.
  private static final byte[] HEAD_413 = HexFormat.of().parseHex("010800005f0903343133");

  private static final byte[] FULL = HexFormat.of().parseHex("000466756c6c");

  @BeforeAll
  static void warmUp() {
    QuicWarmUp.pay(() -> false);
  }

  @Test
  void a413IsToldWhenItCameThoughTheWindowStaysShut() throws Exception {
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        ScriptedQuic server =
            new ScriptedQuic(
                ProbeBench.HOST,
                List.of(SETTINGS),
                stream -> {
                  stream.config().setAutoRead(false); // what is read opens the window further
                  var _ = stream.writeAndFlush(Unpooled.wrappedBuffer(HEAD_413));
                  var _ =
                      stream
                          .eventLoop()
                          .schedule(
                              () -> ScriptedQuic.send(stream, FULL),
                              PAUSE_MILLIS,
                              TimeUnit.MILLISECONDS);
                })) {
      Run run =
          new ProbeBench()
              .resolver(dns)
              .http(HttpChoice.HTTP_3)
              .timeout(Duration.ofSeconds(20))
              .post("x".repeat(BODY))
              .run("https://" + ProbeBench.HOST + ":" + server.port() + "/");
      assertThat(error(run)).isEqualTo("none");
      Exchange exchange = only(run);
      assertThat(exchange.status()).hasValue(413);
      long first = exchange.marks().finalFirstByteNanos().orElseThrow();
      long last = exchange.marks().lastByteNanos().orElseThrow();
      assertThat(last - first).isGreaterThan(PAUSE_MILLIS * 500_000);
      assertThat(exchange.request().bodyBytes()).isPositive().isLessThan(BODY);
      assertThat(exchange.response().orElseThrow().bodyBytes()).isEqualTo(4);
      assertThat(exchange.response().orElseThrow().cut()).isEmpty();
    }
  }
}
