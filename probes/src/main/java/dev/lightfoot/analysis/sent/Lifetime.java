package dev.lightfoot.analysis.sent;

import dev.lightfoot.analysis.measured.CacheControl;
import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.model.ResponseFacts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Whether a browser may keep a response without asking again (RFC 9111 section 4.2).
enum Lifetime {
  /// It says for how long, or says when it last changed, from which browsers guess.
  KEPT,
  /// It says that it may not be kept, or only until the next time it is needed.
  FORBIDDEN,
  /// It says nothing.
  UNSAID;

  static Lifetime of(MeasuredExchange exchange) {
    ResponseFacts response = exchange.response().orElseThrow();
    CacheControl control = CacheControl.of(response);
    if (control.has("no-store") || control.has("no-cache")) {
      return FORBIDDEN;
    }
    if (control.has("immutable") || control.seconds("max-age").orElse(0) > 0) {
      return KEPT;
    }
    if (control.seconds("max-age").isPresent()) {
      return FORBIDDEN;
    }
    Optional<String> expires = response.header("expires");
    if (expires.isPresent()) {
      return isLater(expires.get(), exchange) ? KEPT : FORBIDDEN;
    }
    return response.header("last-modified").isPresent() ? KEPT : UNSAID;
  }

  private static boolean isLater(String expires, MeasuredExchange exchange) {
    Optional<Instant> end = instant(expires);
    Instant now =
        exchange
            .header("date")
            .flatMap(Lifetime::instant)
            .orElseGet(() -> exchange.run().run().startedAt().toInstant());
    return end.isPresent() && end.get().isAfter(now);
  }

  /// Empty where it is no date: `Expires: 0` means at once.
  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  boolean isKept() {
    return this == KEPT;
  }

  String label() {
    return this == UNSAID ? "unsaid" : "forbidden";
  }
}
