package dev.lightfoot.codec.otlp;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.codec.semconv.Delivery;
import dev.lightfoot.codec.semconv.Notes.Note;
import dev.lightfoot.codec.text.TextCache;
import java.io.InputStream;
import tools.jackson.core.JacksonException;

/// OTLP as JSON: the body of one request, or what other tools wrap around it. Leniently: ids in
/// base64, kinds by name, snake_case, `batches` (Tempo), `result` (Jaeger), unknown members passed
/// over.
public final class OtlpJson {
  /// For [dev.lightfoot.model.span.AttributeNames#FORMAT].
  public static final String FORMAT = "otlp-json";

  private OtlpJson() {}

  /// Reads one request. A span that is not valid is reported as skipped; the others are kept.
  ///
  /// @throws MalformedOtlpException where the body is not whole JSON or no request; what was
  ///   reported before stands
  /// @throws java.util.concurrent.CancellationException where the reading is cancelled
  public static Decoded decode(byte[] body, Reading into) throws MalformedOtlpException {
    Delivery delivery = new Delivery(into, FORMAT);
    decode(body, 0, body.length, delivery, new TextCache(), "");
    delivery.end();
    return new Decoded(delivery.accepted(), delivery.rejected());
  }

  static void decode(
      byte[] bytes, int offset, int length, Delivery delivery, TextCache texts, String before)
      throws MalformedOtlpException {
    try (JsonSource json = JsonSource.of(bytes, offset, length, texts)) {
      documents(json, delivery, before);
    } catch (JacksonException e) {
      throw new MalformedOtlpException(JsonSource.sentence(e));
    }
  }

  /// Reads one document or several, one after the other.
  static void decode(InputStream in, Delivery delivery) throws MalformedOtlpException {
    try (JsonSource json = JsonSource.of(in, new TextCache())) {
      documents(json, delivery, "");
    } catch (JacksonException e) {
      throw new MalformedOtlpException(JsonSource.sentence(e));
    }
  }

  private static void documents(JsonSource json, Delivery delivery, String before)
      throws MalformedOtlpException {
    JsonEnvelope envelope = new JsonEnvelope(json, delivery, before);
    if (!json.next()) {
      throw new MalformedOtlpException("It is empty.");
    }
    do {
      if (!json.isObject() && !json.isArray()) {
        throw new MalformedOtlpException("It is JSON, but not an object with resourceSpans.");
      }
      if (!envelope.read()) {
        delivery.notes().count(Note.OTHERS);
      }
    } while (json.next());
  }
}
