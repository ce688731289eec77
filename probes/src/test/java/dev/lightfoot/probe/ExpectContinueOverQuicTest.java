package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.quic.QuicWarmUp;
import dev.lightfoot.probe.quic.ScriptedQuic;
import dev.lightfoot.probe.trace.ExchangeTrace;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.quic.QuicStreamChannel;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `Expect: 100-continue` over HTTP/3.
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExpectContinueOverQuicTest {
  // `:status` from QPACK's static table (RFC 9204 appendix A)
  private static final byte[] CONTINUE = HexFormat.of().parseHex("01040000ff00");
  private static final byte[] OK = HexFormat.of().parseHex("01030000d9");
  private static final byte[] BAD_REQUEST = HexFormat.of().parseHex("01040000ff04");
  private static final byte[] SETTINGS = {0, 4, 0};
  private static final long WORK_MILLIS = 60;

  private final AtomicInteger bodyBytes = new AtomicInteger();

  @BeforeAll
  static void warmUp() {
    QuicWarmUp.pay(() -> false);
  }

  private Snapshot post(int bytes, ScriptedQuic.Script script) throws Exception {
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        ScriptedQuic server = new ScriptedQuic(ProbeBench.HOST, List.of(SETTINGS), script)) {
      return new ProbeBench()
          .resolver(dns)
          .http(HttpChoice.HTTP_3)
          .timeout(Duration.ofSeconds(20))
          .headers(new Header("Expect", "100-continue"))
          .post("x".repeat(bytes))
          .measure("https://" + ProbeBench.HOST + ":" + server.port() + "/", 1, false, false);
    }
  }

  /// Answers once the body is there.
  private void answerAfter(QuicStreamChannel stream, int bytes) {
    answerAfter(stream, bytes, 0);
  }

  private void answerAfter(QuicStreamChannel stream, int bytes, long workMillis) {
    stream
        .pipeline()
        .addFirst(
            new ChannelInboundHandlerAdapter() {
              @Override
              public void channelRead(ChannelHandlerContext context, Object message) {
                int before = bodyBytes.getAndAdd(((ByteBuf) message).readableBytes());
                context.fireChannelRead(message);
                if (before < bytes && bodyBytes.get() >= bytes) {
                  var _ =
                      stream
                          .eventLoop()
                          .schedule(
                              () -> ScriptedQuic.send(stream, OK),
                              workMillis,
                              TimeUnit.MILLISECONDS);
                }
              }
            });
  }

  private Exchange answered(Snapshot snapshot, int status) {
    Run run = snapshot.runs().getFirst();
    assertThat(error(run)).isEqualTo("none");
    assertThat(only(run).protocol()).contains("h3");
    assertThat(only(run).status()).hasValue(status);
    return only(run);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 100_000})
  void theBodyIsSentAfterASecondWithoutAWord(int bytes) throws Exception {
    Snapshot snapshot = post(bytes, stream -> answerAfter(stream, bytes));
    Exchange exchange = answered(snapshot, 200);
    assertThat(exchange.request().bodyBytes()).isEqualTo(bytes);
    assertThat(exchange.phases().durationNanos(Phase.SEND))
        .isGreaterThanOrEqualTo(ExchangeTrace.CONTINUE_PATIENCE.toNanos());
    assertThat(snapshot.environment().warnings())
        .singleElement()
        .asString()
        .contains("said nothing to Expect: 100-continue within 1 s");
  }

  @Test
  void aContinueThatComesIsNotWaitedForAnyLonger() throws Exception {
    Snapshot snapshot =
        post(
            3,
            stream -> {
              answerAfter(stream, 3);
              var _ = stream.writeAndFlush(Unpooled.wrappedBuffer(CONTINUE));
            });
    Exchange exchange = answered(snapshot, 200);
    assertThat(exchange.interim()).singleElement().matches(each -> each.status() == 100);
    assertThat(exchange.request().bodyBytes()).isEqualTo(3);
    assertThat(exchange.phases().durationNanos(Phase.SEND))
        .isLessThan(ExchangeTrace.CONTINUE_PATIENCE.toNanos());
    assertThat(snapshot.environment().warnings()).isEmpty();
  }

  /// Its sender looks every 20 ms whether 100 (Continue) is overdue.
  @Test
  void theServersWorkAfterTheBodyIsWaitingAndNotTheTimeBefore() throws Exception {
    Snapshot snapshot =
        post(
            3,
            stream -> {
              answerAfter(stream, 3, WORK_MILLIS);
              var _ =
                  stream
                      .eventLoop()
                      .schedule(
                          () -> {
                            var _ = stream.writeAndFlush(Unpooled.wrappedBuffer(CONTINUE));
                          },
                          WORK_MILLIS,
                          TimeUnit.MILLISECONDS);
            });
    Exchange exchange = answered(snapshot, 200);
    long continued = exchange.interim().getFirst().atNanos();
    PhaseTiming.Measured send = measured(exchange, Phase.SEND);
    assertThat(send.startNanos() + send.durationNanos()).isGreaterThanOrEqualTo(continued);
    assertThat(send.durationNanos()).isGreaterThanOrEqualTo(WORK_MILLIS * 1_000_000);
    assertThat(measured(exchange, Phase.WAIT).startNanos()).isGreaterThanOrEqualTo(continued);
  }

  private static PhaseTiming.Measured measured(Exchange exchange, Phase phase) {
    return (PhaseTiming.Measured) requireNonNull(exchange.phases().byPhase().get(phase));
  }

  @Test
  void aBodyThatIsLongerThanMayLeaveAtFirstArrivesWhole() throws Exception {
    Snapshot snapshot =
        post(
            100_000,
            stream -> {
              answerAfter(stream, 100_000);
              var _ = stream.writeAndFlush(Unpooled.wrappedBuffer(CONTINUE));
            });
    Exchange exchange = answered(snapshot, 200);
    assertThat(exchange.request().bodyBytes()).isEqualTo(100_000);
    assertThat(bodyBytes.get()).isGreaterThanOrEqualTo(100_000); // and the frame's head
  }

  @Test
  void aRefusalInsteadOfContinueEndsItWithoutTheBody() throws Exception {
    Snapshot snapshot =
        post(
            100_000,
            stream -> {
              answerAfter(stream, 100_000);
              ScriptedQuic.send(stream, BAD_REQUEST);
            });
    Exchange exchange = answered(snapshot, 400);
    assertThat(exchange.request().bodyBytes()).isZero();
    assertThat(bodyBytes.get()).isZero();
    assertThat(snapshot.environment().warnings()).isEmpty();
  }
}
