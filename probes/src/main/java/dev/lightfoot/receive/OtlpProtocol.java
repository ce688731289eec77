package dev.lightfoot.receive;

import com.sun.net.httpserver.HttpExchange;
import dev.lightfoot.codec.otlp.MalformedOtlpException;
import dev.lightfoot.codec.otlp.OtlpJson;
import dev.lightfoot.codec.otlp.OtlpProtobuf;
import dev.lightfoot.codec.text.TextCache;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// OTLP/HTTP: traces are kept; logs and metrics are answered as the specification wants it, or
/// their senders would complain for ever, and passed over.
final class OtlpProtocol implements Protocol {
  private final SpanSink sink;
  private final ByteBudget budget;
  private final Tally tally;

  /// Requests come on threads of their own; the texts they know are handed from one to the next.
  private final Queue<TextCache> caches = new ConcurrentLinkedQueue<>();

  OtlpProtocol(SpanSink sink, ByteBudget budget, Tally tally) {
    this.sink = sink;
    this.budget = budget;
    this.tally = tally;
  }

  @Override
  public Answer answer(HttpExchange exchange) throws Refused, IOException, InterruptedException {
    return switch (exchange.getRequestURI().getPath()) {
      case "/v1/traces" -> traces(exchange);
      case "/v1/logs", "/v1/metrics" -> passOver(exchange);
      default ->
          throw new Refused(
              Refused.Why.UNKNOWN_PATH,
              "Only /v1/traces, /v1/logs and /v1/metrics are served here.");
    };
  }

  private static boolean isJson(HttpExchange exchange) throws Refused {
    return switch (Protocol.contentType(exchange)) {
      case Answer.JSON -> true;
      case Answer.PROTOBUF -> false;
      default ->
          throw new Refused(
              Refused.Why.MEDIA_TYPE,
              "Content-Type must be application/x-protobuf or application/json.");
    };
  }

  private Answer passOver(HttpExchange exchange) throws Refused, IOException, InterruptedException {
    OtlpAnswers answers = new OtlpAnswers(isJson(exchange));
    try (ByteBudget.Share share = budget.share()) {
      new BodyReading(exchange, share).read();
      return answers.success();
    }
  }

  private Answer traces(HttpExchange exchange) throws Refused, IOException, InterruptedException {
    boolean json = isJson(exchange);
    try (ByteBudget.Share share = budget.share()) {
      ByteBuffer body = new BodyReading(exchange, share).read();
      Intake intake = intake(body, json);
      if (intake.mayBeSentAgain()) {
        throw new Refused(Refused.Why.BUSY, intake.reason());
      }
      tally.spans(intake);
      OtlpAnswers answers = new OtlpAnswers(json);
      return intake.rejected() == 0
          ? answers.success()
          : answers.partial(intake.rejected(), intake.reason());
    }
  }

  private Intake intake(ByteBuffer body, boolean json) throws Refused {
    TextCache polled = caches.poll();
    TextCache texts = polled == null ? new TextCache() : polled;
    try {
      if (body.remaining() > ReceiverLimits.READ_ONCE_BYTES) {
        decode(body.duplicate(), json, texts, Intake.dry());
      }
      Intake intake = new Intake(sink);
      decode(body, json, texts, intake);
      intake.end();
      return intake;
    } catch (MalformedOtlpException e) {
      throw new Refused(
          Refused.Why.MALFORMED, "The body is not an OTLP request: " + e.getMessage());
    } finally {
      caches.add(texts);
    }
  }

  private static void decode(ByteBuffer body, boolean json, TextCache texts, Intake into)
      throws MalformedOtlpException {
    if (json) {
      OtlpJson.decode(BodyReading.bytes(body), into);
    } else {
      OtlpProtobuf.decode(body, texts, into);
    }
  }

  @Override
  public Answer refusal(HttpExchange exchange, Refused refused) {
    boolean protobuf = Protocol.contentType(exchange).equals(Answer.PROTOBUF);
    return new OtlpAnswers(!protobuf).refusal(refused.why(), refused.sentence());
  }
}
