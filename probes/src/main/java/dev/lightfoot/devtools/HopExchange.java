package dev.lightfoot.devtools;

import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResponseFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Makes the exchange of one hop.
final class HopExchange {
  private static final int NOT_MODIFIED = 304;

  private final Hop hop;
  private final Circumstances about;
  private final Way way;
  private final HopTimes times;

  HopExchange(Hop hop, Circumstances about) {
    this.hop = hop;
    this.about = about;
    this.way = Way.of(hop);
    this.times = new HopTimes(hop, about);
  }

  Exchange make(Initiators initiators, ConnectionIds connections) {
    ExchangeBuilder exchange =
        new ExchangeBuilder(UrlParts.of(hop.url()).withoutUserInfo(), hop.method())
            .source(about.source())
            .status(status())
            .protocol(way.protocol())
            .initiator(initiators.of(hop))
            .resource(HopResource.of(hop, way, about.clock()))
            .redirectedFrom(hop.before().map(from -> UrlParts.of(from.url()).withoutUserInfo()))
            .connection(connections.of(hop, way))
            .tls(connections.tls(hop, way))
            .request(request())
            .response(response())
            .chunks(chunks());
    times.into(exchange, way);
    return exchange.late(connections.late(exchange.build(), hop.connectionId())).build();
  }

  /// Why the request failed, if it did.
  Optional<NetError> failure() {
    return times.failure();
  }

  /// What the server said: a copy in the cache that it confirmed is shown to the page as 200.
  private OptionalInt status() {
    OptionalDouble said = hop.responseExtra().number("statusCode");
    OptionalDouble shown = hop.response().number("status");
    OptionalDouble status = said.isPresent() ? said : shown;
    return status.isPresent() && status.getAsDouble() > 0
        ? OptionalInt.of((int) status.getAsDouble())
        : OptionalInt.empty();
  }

  private RequestFacts request() {
    JsonValue raw = hop.requestExtra().at("headers");
    List<Header> lines = HeaderLines.of(raw.isPresent() ? raw : hop.request().at("headers"));
    boolean plain = raw.isPresent() && way.protocol().filter("http/1.1"::equals).isPresent();
    String target = UrlParts.of(hop.url()).target();
    return new RequestFacts(
        plain ? HeaderLines.sectionBytes(hop.method(), target, lines) : 0,
        HeaderLines.cookieBytes(lines),
        hop.request().number("postDataSize").stream().mapToLong(size -> (long) size).sum(),
        lines);
  }

  private Optional<ResponseFacts> response() {
    if (!hop.response().isPresent() && !hop.responseExtra().isPresent()) {
      return Optional.empty();
    }
    JsonValue raw = hop.responseExtra().at("headers");
    List<Header> lines = HeaderLines.of(raw.isPresent() ? raw : hop.response().at("headers"));
    ResponseFacts facts = new ResponseFacts(headerBytes(), 0, decodedBytes(), lines, cut());
    return Optional.of(
        new ResponseFacts(
            facts.headerBytes(), bodyBytes(facts), facts.decodedBytes(), lines, facts.cut()));
  }

  private Optional<String> cut() {
    return hop.hasEnded()
        ? hop.failed().isPresent()
            ? Optional.of(
                hop.failed().flag("canceled")
                    ? ResponseFacts.Cut.CANCELLED
                    : ResponseFacts.Cut.CLOSED_EARLY)
            : Optional.empty()
        : Optional.of(ResponseFacts.Cut.TIMEOUT);
  }

  private long headerBytes() {
    Optional<String> text = hop.responseExtra().text("headersText");
    if (text.isPresent()) {
      return text.get().length();
    }
    return way.isTransferred() ? Math.max(0, (long) total(hop.response())) : 0;
  }

  /// A length that was announced was kept: else the browser would have reported a failure. Without
  /// one, what came after the header section, the framing of chunks or frames among it.
  private long bodyBytes(ResponseFacts facts) {
    if (!way.isTransferred() || status().orElse(0) == NOT_MODIFIED) {
      return 0;
    }
    OptionalLong announced = length(facts);
    boolean whole = hop.finished().isPresent() && facts.cut().isEmpty();
    if (whole && announced.isPresent() && !hop.method().equals("HEAD")) {
      return announced.getAsLong();
    }
    if (facts.contentEncoding().isEmpty() && facts.decodedBytes().isPresent()) {
      return facts.decodedBytes().getAsLong();
    }
    return Math.max(0, (long) total(hop.finished()) - facts.headerBytes());
  }

  private static double total(JsonValue params) {
    return params.number("encodedDataLength").orElse(0);
  }

  private static OptionalLong length(ResponseFacts facts) {
    try {
      return facts.header("content-length").stream().mapToLong(Long::parseLong).findFirst();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private OptionalLong decodedBytes() {
    return hop.data().isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(hop.data().stream().mapToLong(HopExchange::dataLength).sum());
  }

  private static long dataLength(JsonValue data) {
    return (long) data.number("dataLength").orElse(0);
  }

  /// The pieces of the body as they were sent. The protocol counts what the page was given, so that
  /// of a compressed body they are not known.
  private List<Chunk> chunks() {
    boolean plain =
        response().filter(facts -> facts.contentEncoding().isEmpty()).isPresent()
            && way.isTransferred();
    List<Chunk> chunks = new ArrayList<>();
    for (JsonValue data : plain ? hop.data() : List.<JsonValue>of()) {
      if (dataLength(data) > 0) {
        chunks.add(times.chunk(data.number("timestamp").orElse(0), dataLength(data)));
      }
    }
    return chunks;
  }
}
