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
  private final Tally tally;

  ZipkinProtocol(SpanSink sink, ByteBudget budget, Tally tally) {
    this.sink = sink;
    this.budget = budget;
    this.tally = tally;
  }

  @Override
  public Answer answer(HttpExchange exchange) throws Refused, IOException, InterruptedException {
    if (!exchange.getRequestURI().getPath().equals("/api/v2/spans")) {
      throw new Refused(Refused.Why.UNKNOWN_PATH, "Only POST /api/v2/spans is served here.");
    }
    if (!Protocol.contentType(exchange).equals(Answer.JSON)) {
      throw new Refused(
          Refused.Why.MEDIA_TYPE, "Content-Type must be application/json: Zipkin's version 2.");
    }
    try (ByteBudget.Share share = budget.share()) {
      Intake intake = intake(new BodyReading(exchange, share).read());
      if (intake.mayBeSentAgain()) {
        throw new Refused(Refused.Why.BUSY, intake.reason());
      }
      tally.spans(intake);
      if (intake.kept() == 0 && intake.rejected() > 0) {
        throw new Refused(Refused.Why.MALFORMED, intake.reason());
      }
      return Answer.empty(202);
    }
  }

  private Intake intake(ByteBuffer body) throws Refused {
    byte[] bytes = BodyReading.bytes(body);
    Intake whole = Intake.dry();
    ZipkinReader.decode(bytes, whole);
    if (whole.isBroken()) {
      throw new Refused(Refused.Why.MALFORMED, whole.reason());
    }
    Intake intake = new Intake(sink);
    ZipkinReader.decode(bytes, intake);
    intake.end();
    return intake;
  }

  @Override
  public Answer refusal(HttpExchange exchange, Refused refused) {
    return Answer.text(refused.why().status(), refused.sentence());
  }
}
