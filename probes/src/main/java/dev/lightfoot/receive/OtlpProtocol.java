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
  private final ReceiverCounters tally;

  /// Requests come on threads of their own; the texts they know are handed from one to the next.
  private final Queue<TextCache> caches = new ConcurrentLinkedQueue<>();

  OtlpProtocol(SpanSink sink, ByteBudget budget, ReceiverCounters tally) {
    this.sink = sink;
    this.budget = budget;
    this.tally = tally;
  }

  @Override
  public Reply answer(HttpExchange exchange)
      throws RefusedRequest, IOException, InterruptedException {
    return switch (exchange.getRequestURI().getPath()) {
      case "/v1/traces" -> traces(exchange);
      case "/v1/logs", "/v1/metrics" -> passOver(exchange);
      default ->
          throw new RefusedRequest(
              RefusedRequest.Why.UNKNOWN_PATH,
              "Only /v1/traces, /v1/logs and /v1/metrics are served here.");
    };
  }

  private static boolean isJson(HttpExchange exchange) throws RefusedRequest {
    return switch (Protocol.contentType(exchange)) {
      case Reply.JSON -> true;
      case Reply.PROTOBUF -> false;
      default ->
          throw new RefusedRequest(
              RefusedRequest.Why.MEDIA_TYPE,
              "Content-Type must be application/x-protobuf or application/json.");
    };
  }

  private Reply passOver(HttpExchange exchange)
      throws RefusedRequest, IOException, InterruptedException {
    OtlpReplies answers = new OtlpReplies(isJson(exchange));
    try (ByteBudget.Share share = budget.share()) {
      new ReceivedBody(exchange, share).read();
      return answers.success();
    }
  }

  private Reply traces(HttpExchange exchange)
      throws RefusedRequest, IOException, InterruptedException {
    boolean json = isJson(exchange);
    try (ByteBudget.Share share = budget.share()) {
      ByteBuffer body = new ReceivedBody(exchange, share).read();
      SpanPortions intake = intake(body, json);
      if (intake.mayBeSentAgain()) {
        throw new RefusedRequest(RefusedRequest.Why.BUSY, intake.reason());
      }
      tally.spans(intake);
      if (intake.rejected() > 0) {
        tally.refusal(new Refusal(exchange.getRemoteAddress(), 200, intake.reason()));
      }
      OtlpReplies answers = new OtlpReplies(json);
      return intake.rejected() == 0
          ? answers.success()
          : answers.partial(intake.rejected(), intake.reason());
    }
  }

  private SpanPortions intake(ByteBuffer body, boolean json) throws RefusedRequest {
    TextCache polled = caches.poll();
    TextCache texts = polled == null ? new TextCache() : polled;
    try {
      if (body.remaining() > ReceiverLimits.READ_ONCE_BYTES) {
        decode(body.duplicate(), json, texts, SpanPortions.dry());
      }
      SpanPortions intake = new SpanPortions(sink);
      decode(body, json, texts, intake);
      intake.end();
      return intake;
    } catch (MalformedOtlpException e) {
      throw new RefusedRequest(
          RefusedRequest.Why.MALFORMED, "The body is not an OTLP request: " + e.getMessage());
    } finally {
      caches.add(texts);
    }
  }

  private static void decode(ByteBuffer body, boolean json, TextCache texts, SpanPortions into)
      throws MalformedOtlpException {
    if (json) {
      OtlpJson.decode(ReceivedBody.bytes(body), into);
    } else {
      OtlpProtobuf.decode(body, texts, into);
    }
  }

  @Override
  public Reply refusal(HttpExchange exchange, RefusedRequest refused) {
    boolean protobuf = Protocol.contentType(exchange).equals(Reply.PROTOBUF);
    return new OtlpReplies(!protobuf).refusal(refused.why(), refused.sentence());
  }
}
