package dev.lightfoot.codec.webpagetest;

import dev.lightfoot.codec.capture.BrowserWords;
import dev.lightfoot.codec.capture.Repairs;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Marks;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming.Measured;
import dev.lightfoot.model.PhaseTiming.NotApplicable;
import dev.lightfoot.model.PhaseTiming.Reason;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Makes an exchange of one request. The sending is not told apart from the wait.
final class AskedExchange {
  /// A connection that began at 0, which was taken for none.
  static final String CONNECT_AT_ZERO = "connect-at-zero";

  private final Asked asked;
  private final WebUrl url;
  private final AskedTimes times;
  private final Sockets sockets;
  private final Repairs repairs;

  AskedExchange(Asked asked, WebUrl url, AskedTimes times, Sockets sockets, Repairs repairs) {
    this.asked = asked;
    this.url = url;
    this.times = times;
    this.sockets = sockets;
    this.repairs = repairs;
  }

  ExchangeBuilder make() {
    OptionalInt status = status();
    boolean opened = times.spans().containsKey(Phase.TCP);
    String method = asked.text("method").replaceAll("[^A-Za-z-]", "");
    ExchangeBuilder exchange =
        new ExchangeBuilder(url.toString(), method.isEmpty() ? "GET" : method)
            .status(status)
            .protocol(BrowserWords.protocol(asked.protocol()))
            .startNanos(times.startNanos())
            .source(Exchange.IMPORTED)
            .gapNanos(times.endNanos() - times.startNanos() - phases())
            .connection(sockets.of(asked, url, opened))
            .marks(status.isEmpty() ? Marks.NONE : marks())
            .request(request())
            .response(status.isEmpty() ? Optional.empty() : Optional.of(response()))
            .resource(resource());
    if (times.atZero()) {
      repairs.mend(CONNECT_AT_ZERO);
    }
    times
        .spans()
        .forEach(
            (phase, span) ->
                exchange.phase(
                    phase,
                    new Measured(
                        span.startNanos(),
                        span.endNanos() - span.startNanos(),
                        OptionalInt.empty(),
                        Evidence.IMPORTED)));
    absent(exchange, opened);
    return exchange;
  }

  private long phases() {
    return times.spans().values().stream()
        .mapToLong(span -> span.endNanos() - span.startNanos())
        .sum();
  }

  private void absent(ExchangeBuilder exchange, boolean opened) {
    if (!times.spans().containsKey(Phase.DNS)) {
      exchange.phase(Phase.DNS, new NotApplicable(opened ? Reason.CACHED : Reason.REUSED));
    }
    if (!opened) {
      exchange.phase(Phase.TCP, new NotApplicable(Reason.REUSED));
    }
    if (!times.spans().containsKey(Phase.TLS) && !(opened && url.isSecure())) {
      String reason = url.isSecure() ? Reason.REUSED : Reason.PLAIN_TEXT;
      exchange.phase(Phase.TLS, new NotApplicable(reason));
    }
  }

  private OptionalInt status() {
    double status = asked.number("responseCode");
    return status >= 100 && status <= 999 ? OptionalInt.of((int) status) : OptionalInt.empty();
  }

  private Marks marks() {
    OptionalLong first = end(Phase.WAIT);
    return new Marks(first, first, OptionalLong.empty(), OptionalLong.empty(), end(Phase.RECEIVE));
  }

  private OptionalLong end(Phase phase) {
    AskedTimes.Span span = times.spans().get(phase);
    return span == null ? OptionalLong.empty() : OptionalLong.of(span.endNanos());
  }

  private RequestFacts request() {
    long cookies =
        asked.sent.stream()
            .filter(header -> header.named("cookie"))
            .map(Header::value)
            .mapToLong(value -> value.getBytes(StandardCharsets.UTF_8).length)
            .sum();
    return new RequestFacts(count("bytesOut").orElse(0), cookies, 0, asked.sent);
  }

  private ResponseFacts response() {
    long body = count("objectSize").orElse(0);
    OptionalLong whole = count("objectSizeUncompressed");
    return new ResponseFacts(
        Math.max(0, count("bytesIn").orElse(0) - body),
        body,
        whole.orElse(0) > 0 ? whole : OptionalLong.empty(),
        asked.received,
        Optional.empty());
  }

  private OptionalLong count(String fact) {
    double count = asked.number(fact);
    return count >= 0 && count < 1e15 ? OptionalLong.of((long) count) : OptionalLong.empty();
  }

  private Resource resource() {
    Optional<ResourceType> type =
        BrowserWords.type(asked.text("request_type"))
            .or(() -> BrowserWords.typeOfMedia(asked.text("contentType")));
    String blocking = asked.text("renderBlocking");
    return new Resource(
        type,
        BrowserWords.priority(asked.text("priority")),
        List.of(),
        blocking.isEmpty() ? Optional.empty() : Optional.of(blocking.equals("blocking")),
        Optional.empty(),
        Optional.empty());
  }
}
