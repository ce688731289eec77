package dev.lightfoot.analysis.calls;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The header in which a proxy says when it took a request: `X-Request-Start: t=1544712660.123`, in
/// seconds with a fraction, milliseconds or microseconds. It counts where the proxy runs on the
/// same machine, and so by the same clock.
final class RequestStart {
  private static final Pattern TIME = Pattern.compile("^(?:t=)?(\\d{10,16}(?:\\.\\d{1,9})?)$");
  private static final String HEADER = "http.request.header.x-request-start";
  private static final String QUEUE_HEADER = "http.request.header.x-queue-start";
  private static final int SECONDS = 10;
  private static final int MILLIS = 13;

  private RequestStart() {}

  /// In nanoseconds since 1970; empty where it is not said, or by another clock.
  static OptionalLong of(Span app) {
    Optional<String> written =
        app.attributes().get(HEADER).or(() -> app.attributes().get(QUEUE_HEADER));
    if (written.isEmpty() || !isNextDoor(app)) {
      return OptionalLong.empty();
    }
    Matcher time = TIME.matcher(written.get().strip());
    if (!time.matches()) {
      return OptionalLong.empty();
    }
    String number = time.group(1);
    int digits = number.indexOf('.') < 0 ? number.length() : number.indexOf('.');
    if (digits == SECONDS && digits == number.length()) {
      return OptionalLong.empty(); // whole seconds are coarser than any queue
    }
    int power = digits == SECONDS ? 9 : digits == MILLIS ? 6 : digits == 16 ? 3 : -1;
    return power < 0
        ? OptionalLong.empty()
        : OptionalLong.of(new BigDecimal(number).movePointRight(power).longValue());
  }

  private static boolean isNextDoor(Span app) {
    return app.attributes()
        .get(AttributeNames.PEER_ADDRESS)
        .filter(address -> address.startsWith("127.") || address.equals("::1"))
        .isPresent();
  }
}
