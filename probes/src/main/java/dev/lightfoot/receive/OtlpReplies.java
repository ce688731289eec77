package dev.lightfoot.receive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.io.JsonStringEncoder;

/// Answers after the OTLP specification, in the type of the request.
///
/// @param json as JSON; else as protobuf
record OtlpReplies(boolean json) {
  /// Bytes of an error message at most: an answer is to be small.
  private static final int LONGEST_SENTENCE = 1_024;

  private static final int VARINT = 0;
  private static final int BYTES = 2;

  /// Everything is kept: `partial_success` is left unset.
  Reply success() {
    return json
        ? Reply.of(200, Reply.JSON, "{}".getBytes(StandardCharsets.UTF_8))
        : Reply.of(200, Reply.PROTOBUF, new byte[0]);
  }

  /// Some spans are not kept, and must not be sent again.
  Reply partial(long rejected, String sentence) {
    String words = shortened(sentence);
    if (json) {
      String text =
          "{\"partialSuccess\":{\"rejectedSpans\":\"%d\",\"errorMessage\":\"%s\"}}"
              .formatted(rejected, quoted(words));
      return Reply.of(200, Reply.JSON, text.getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    number(inner, 1, rejected);
    text(inner, 2, words);
    ByteArrayOutputStream outer = new ByteArrayOutputStream();
    bytes(outer, 1, inner.toByteArray());
    return Reply.of(200, Reply.PROTOBUF, outer.toByteArray());
  }

  /// A `google.rpc.Status`.
  Reply refusal(RefusedRequest.Why why, String sentence) {
    String words = shortened(sentence);
    if (json) {
      String text = "{\"code\":%d,\"message\":\"%s\"}".formatted(why.code(), quoted(words));
      return Reply.of(why.status(), Reply.JSON, text.getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream status = new ByteArrayOutputStream();
    number(status, 1, why.code());
    text(status, 2, words);
    return Reply.of(why.status(), Reply.PROTOBUF, status.toByteArray());
  }

  private static String shortened(String sentence) {
    return sentence.length() <= LONGEST_SENTENCE
        ? sentence
        : sentence.substring(0, LONGEST_SENTENCE);
  }

  private static String quoted(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
  }

  private static void number(ByteArrayOutputStream out, int field, long value) {
    varint(out, (long) field << 3 | VARINT);
    varint(out, value);
  }

  private static void text(ByteArrayOutputStream out, int field, String text) {
    bytes(out, field, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
    varint(out, (long) field << 3 | BYTES);
    varint(out, value.length);
    out.writeBytes(value);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.write((int) (left & 0x7F) | 0x80);
      left >>>= 7;
    }
    out.write((int) left);
  }
}
