package dev.lightfoot.receive;

import com.sun.net.httpserver.HttpExchange;
import dev.lightfoot.codec.zipkin.ZipkinReader;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Zipkin's API for reporters: `POST /api/v2/spans` with JSON (zipkin2-api.yaml). It knows no
/// partial success: what can be read is kept, and 202 is answered.
final class ZipkinProtocol implements Protocol {
  private final SpanSink sink;
  private final ByteBudget budget;
  private final ReceiverCounters tally;

  ZipkinProtocol(SpanSink sink, ByteBudget budget, ReceiverCounters tally) {
    this.sink = sink;
    this.budget = budget;
    this.tally = tally;
  }

  @Override
  public Reply answer(HttpExchange exchange)
      throws RefusedRequest, IOException, InterruptedException {
    if (!exchange.getRequestURI().getPath().equals("/api/v2/spans")) {
      throw new RefusedRequest(
          RefusedRequest.Why.UNKNOWN_PATH, "Only POST /api/v2/spans is served here.");
    }
    if (!Protocol.contentType(exchange).equals(Reply.JSON)) {
      throw new RefusedRequest(
          RefusedRequest.Why.MEDIA_TYPE,
          "Content-Type must be application/json: Zipkin's version 2.");
    }
    try (ByteBudget.Share share = budget.share()) {
      SpanPortions intake = intake(new ReceivedBody(exchange, share).read());
      if (intake.mayBeSentAgain()) {
        throw new RefusedRequest(RefusedRequest.Why.BUSY, intake.reason());
      }
      tally.spans(intake);
      if (intake.kept() == 0 && intake.rejected() > 0) {
        throw new RefusedRequest(RefusedRequest.Why.MALFORMED, intake.reason());
      }
      if (intake.rejected() > 0) {
        tally.refusal(new Refusal(exchange.getRemoteAddress(), 202, intake.reason()));
      }
      return Reply.empty(202);
    }
  }

  private SpanPortions intake(ByteBuffer body) throws RefusedRequest {
    byte[] bytes = ReceivedBody.bytes(body);
    SpanPortions whole = SpanPortions.dry();
    ZipkinReader.decode(bytes, whole);
    if (whole.isBroken()) {
      throw new RefusedRequest(RefusedRequest.Why.MALFORMED, whole.reason());
    }
    SpanPortions intake = new SpanPortions(sink);
    ZipkinReader.decode(bytes, intake);
    intake.end();
    return intake;
  }

  @Override
  public Reply refusal(HttpExchange exchange, RefusedRequest refused) {
    return Reply.text(refused.why().status(), refused.sentence());
  }
}
