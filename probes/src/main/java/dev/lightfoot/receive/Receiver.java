package dev.lightfoot.receive;

import java.io.IOException;
import java.util.List;

/// Receives spans from programs on this computer: OTLP/HTTP (`POST /v1/traces`, protobuf or JSON)
/// on one port, Zipkin (`POST /api/v2/spans`) on another. It listens on 127.0.0.1 and ::1 alone,
/// takes spans and gives none away, and answers success only when the [SpanSink] has what was sent.
///
/// Nothing listens until [#start], and nothing any more after [#close].
public final class Receiver implements AutoCloseable {
  private final LoopbackServer otlp;
  private final LoopbackServer zipkin;
  private final ReceiverCounters tally;

  private Receiver(LoopbackServer otlp, LoopbackServer zipkin, ReceiverCounters tally) {
    this.otlp = otlp;
    this.zipkin = zipkin;
    this.tally = tally;
  }

  /// Begins to listen.
  ///
  /// @throws IOException where a port is in use; the message is a sentence
  public static Receiver start(ReceiverSettings settings, SpanSink sink) throws IOException {
    return start(
        settings, sink, new ByteBudget(ReceiverLimits.BYTES_IN_FLIGHT, ReceiverLimits.WAIT_MILLIS));
  }

  static Receiver start(ReceiverSettings settings, SpanSink sink, ByteBudget budget)
      throws IOException {
    ReceiverCounters tally = new ReceiverCounters();
    LoopbackServer otlp =
        LoopbackServer.start(
            settings.otlpPort(), new Door(new OtlpProtocol(sink, budget, tally), tally), "--port");
    try {
      LoopbackServer zipkin =
          LoopbackServer.start(
              settings.zipkinPort(),
              new Door(new ZipkinProtocol(sink, budget, tally), tally),
              "--zipkin-port");
      return new Receiver(otlp, zipkin, tally);
    } catch (IOException e) {
      otlp.close();
      throw e;
    }
  }

  /// Where OTLP is received.
  public int otlpPort() {
    return otlp.port();
  }

  /// Where Zipkin's spans are received.
  public int zipkinPort() {
    return zipkin.port();
  }

  /// What came so far.
  public ReceiverCounts counts() {
    return tally.counts();
  }

  /// The last of what was refused since it was started, the newest first.
  public List<Refusal> refusals() {
    return tally.refusals();
  }

  /// Stops listening; requests that are being answered are finished first.
  @Override
  public void close() {
    otlp.close();
    zipkin.close();
  }
}
