package dev.lightfoot.codec.otlp;

import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;

/// OTLP's numbers and names of kinds and codes.
final class Enums {
  private static final SpanKind[] KINDS = {
    SpanKind.INTERNAL,
    SpanKind.INTERNAL,
    SpanKind.SERVER,
    SpanKind.CLIENT,
    SpanKind.PRODUCER,
    SpanKind.CONSUMER
  };

  private Enums() {}

  /// Of kinds to come it is the general one.
  static SpanKind kind(long number) {
    return number >= 0 && number < KINDS.length ? KINDS[(int) number] : SpanKind.INTERNAL;
  }

  static int number(SpanKind kind) {
    return switch (kind) {
      case INTERNAL -> 1;
      case SERVER -> 2;
      case CLIENT -> 3;
      case PRODUCER -> 4;
      case CONSUMER -> 5;
    };
  }

  /// `SPAN_KIND_SERVER`, or a number as text.
  static SpanKind kind(String text) {
    return switch (text) {
      case "2", "SPAN_KIND_SERVER" -> SpanKind.SERVER;
      case "3", "SPAN_KIND_CLIENT" -> SpanKind.CLIENT;
      case "4", "SPAN_KIND_PRODUCER" -> SpanKind.PRODUCER;
      case "5", "SPAN_KIND_CONSUMER" -> SpanKind.CONSUMER;
      default -> SpanKind.INTERNAL;
    };
  }

  static SpanStatus.Code code(long number) {
    return number == 1
        ? SpanStatus.Code.OK
        : number == 2 ? SpanStatus.Code.ERROR : SpanStatus.Code.UNSET;
  }

  /// `STATUS_CODE_ERROR`, or a number as text.
  static SpanStatus.Code code(String text) {
    return switch (text) {
      case "1", "STATUS_CODE_OK" -> SpanStatus.Code.OK;
      case "2", "STATUS_CODE_ERROR" -> SpanStatus.Code.ERROR;
      default -> SpanStatus.Code.UNSET;
    };
  }
}
