package dev.lightfoot.store.span;

import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Constants as the numbers that stand for them on disk: their places in these lists, which only
/// grow at the end, whatever becomes of the enumerations.
///
/// @param <E> what is numbered
final class Codes<E extends Enum<E>> {
  static final Codes<Layer> LAYERS =
      new Codes<>(
          Layer.class,
          List.of(
              Layer.DNS,
              Layer.TCP,
              Layer.TLS,
              Layer.QUIC,
              Layer.REQUEST,
              Layer.PROXY,
              Layer.QUEUE,
              Layer.APP,
              Layer.MIDDLEWARE,
              Layer.TEMPLATE,
              Layer.DATABASE,
              Layer.CACHE,
              Layer.EXTERNAL,
              Layer.RESPONSE,
              Layer.BROWSER));
  static final Codes<SpanKind> KINDS =
      new Codes<>(
          SpanKind.class,
          List.of(
              SpanKind.INTERNAL,
              SpanKind.SERVER,
              SpanKind.CLIENT,
              SpanKind.PRODUCER,
              SpanKind.CONSUMER));
  static final Codes<SpanTime.Known> TIMES =
      new Codes<>(
          SpanTime.Known.class,
          List.of(SpanTime.Known.INTERVAL, SpanTime.Known.INSTANT, SpanTime.Known.DURATION));
  static final Codes<SpanStatus.Code> STATUSES =
      new Codes<>(
          SpanStatus.Code.class,
          List.of(SpanStatus.Code.UNSET, SpanStatus.Code.OK, SpanStatus.Code.ERROR));

  private final List<E> constants;
  private final Map<E, Byte> codes;

  private Codes(Class<E> type, List<E> inOrder) {
    constants = List.copyOf(inOrder);
    codes = new EnumMap<>(type);
    for (E each : type.getEnumConstants()) {
      // Where a new constant has no number yet, this program says so before it writes anything.
      int place = constants.indexOf(each);
      if (place < 0) {
        throw new IllegalStateException(each + " has no number in the journal");
      }
      codes.put(each, (byte) place);
    }
  }

  byte of(E constant) {
    return codes.getOrDefault(constant, (byte) 0);
  }

  E constant(int code) {
    return constants.get(code);
  }
}
