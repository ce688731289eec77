package dev.lightfoot.codec.otlp;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.semconv.Delivery;
import dev.lightfoot.codec.text.TextCache;
import java.nio.ByteBuffer;

/// OTLP as protobuf: the body of one request (ExportTraceServiceRequest).
public final class OtlpProtobuf {
  /// For [dev.lightfoot.model.span.AttributeNames#FORMAT].
  public static final String FORMAT = "otlp-protobuf";

  private OtlpProtobuf() {}

  /// Reads one request. A span that is not valid is reported as skipped; the others are kept.
  ///
  /// @throws MalformedOtlpException where the body is not whole protobuf; what was reported before
  ///   stands
  /// @throws java.util.concurrent.CancellationException where the reading is cancelled
  public static Decoded decode(byte[] body, Reading into) throws MalformedOtlpException {
    return decode(new WireFormat(body, 0, body.length), new TextCache(), into);
  }

  /// The same of what remains in a buffer that has an array, with texts that came before.
  ///
  /// @param texts for this thread alone; kept from request to request it saves most of the work
  public static Decoded decode(ByteBuffer body, TextCache texts, Reading into)
      throws MalformedOtlpException {
    if (!body.hasArray()) {
      byte[] copy = new byte[body.remaining()];
      body.get(copy);
      return decode(new WireFormat(copy, 0, copy.length), texts, into);
    }
    int offset = body.arrayOffset() + body.position();
    return decode(new WireFormat(body.array(), offset, body.remaining()), texts, into);
  }

  private static Decoded decode(WireFormat wire, TextCache texts, Reading into)
      throws MalformedOtlpException {
    Delivery delivery = new Delivery(into, FORMAT);
    new WireEnvelope(wire, texts, delivery, false).request("");
    delivery.end();
    return new Decoded(delivery.accepted(), delivery.rejected());
  }
}
