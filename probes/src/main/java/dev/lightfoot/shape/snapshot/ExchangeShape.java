package dev.lightfoot.shape.snapshot;

import static dev.lightfoot.shape.snapshot.Kinds.COUNT;
import static dev.lightfoot.shape.snapshot.Kinds.FLAG;
import static dev.lightfoot.shape.snapshot.Kinds.FREE_TEXT;
import static dev.lightfoot.shape.snapshot.Kinds.INDEX;
import static dev.lightfoot.shape.snapshot.Kinds.INTEGER;
import static dev.lightfoot.shape.snapshot.Kinds.LINE;
import static dev.lightfoot.shape.snapshot.Kinds.NANOS;
import static dev.lightfoot.shape.snapshot.Kinds.URL;
import static dev.lightfoot.shape.snapshot.Kinds.WORD;
import static dev.lightfoot.shape.snapshot.Kinds.WORDS;

import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Late;
import dev.lightfoot.model.Marks;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.connection.ProxyHop;
import dev.lightfoot.shape.Kind;
import dev.lightfoot.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// An exchange.
final class ExchangeShape {
  private ExchangeShape() {}

  private static final Shape<ProxyHop> PROXY =
      Shape.of(
          "proxy",
          "The proxy that the exchange went through. Its dns and tcp phases are then those of the"
              + " proxy, its proxy phase the round trip of CONNECT.",
          members -> {
            var url =
                members
                    .required("url", URL, ProxyHop::url)
                    .says("http://host:port, without user and password.");
            var source =
                members
                    .usual("source", WORD, ProxyHop::source, "")
                    .says("Who named it, such as https_proxy or --proxy.");
            var tunnel =
                members
                    .usual("tunnel", FLAG, ProxyHop::tunnel, false)
                    .says("Asked for a tunnel (CONNECT); else it forwards the request itself.");
            var status =
                members
                    .intIfAny("status", INTEGER, ProxyHop::status)
                    .says("What it answered to CONNECT.");
            return values ->
                new ProxyHop(
                    values.get(url), values.get(source), values.get(tunnel), values.get(status));
          });

  private static final Shape<Optional<Initiator>> INITIATOR =
      Shape.of(
          "initiator",
          "What caused the request on a page.",
          members -> {
            var type =
                members
                    .required(
                        "type", WORD, (Optional<Initiator> of) -> of.orElseThrow().type().label())
                    .says(
                        "parser, preload-scanner, css, script, link-header, early-hints, redirect"
                            + " or user; a newer version may know more.");
            var exchange =
                members
                    .intIfAny(
                        "exchange", INDEX, (Optional<Initiator> of) -> of.orElseThrow().exchange())
                    .says("Index in the run of the exchange that named it.");
            var line =
                members
                    .intIfAny("line", LINE, (Optional<Initiator> of) -> of.orElseThrow().line())
                    .says("Line of that exchange's body.");
            return values -> {
              Optional<Initiator.Type> known = Initiator.Type.ofLabel(values.get(type));
              OptionalInt by = values.get(exchange);
              OptionalInt at = values.get(line);
              return known.map(each -> new Initiator(each, by, at));
            };
          });

  /// What old files hold: the name of a type, or something that means none.
  private static Optional<Initiator> ofOldText(String text) {
    return Initiator.Type.ofLabel(text).map(Initiator::of);
  }

  private static final Shape<Marks> MARKS =
      Shape.of(
          "marks",
          "Instants of the response; absent where it did not come that far.",
          members -> {
            var first = members.longIfAny("firstByteNanos", NANOS, Marks::firstByteNanos);
            var finalFirst =
                members.longIfAny("finalFirstByteNanos", NANOS, Marks::finalFirstByteNanos);
            var headers =
                members.longIfAny("headersCompleteNanos", NANOS, Marks::headersCompleteNanos);
            var body = members.longIfAny("bodyFirstByteNanos", NANOS, Marks::bodyFirstByteNanos);
            var last = members.longIfAny("lastByteNanos", NANOS, Marks::lastByteNanos);
            return values ->
                new Marks(
                    values.get(first),
                    values.get(finalFirst),
                    values.get(headers),
                    values.get(body),
                    values.get(last));
          });

  private static final Shape<Interim> INTERIM =
      Shape.of(
          "interim",
          "An interim response.",
          members -> {
            var status =
                members.required(
                    "status",
                    INTEGER.promise("minimum", 100).promise("maximum", 199),
                    Interim::status);
            var at = members.required("atNanos", NANOS, Interim::atNanos);
            return values -> new Interim(values.get(status), values.get(at));
          });

  private static final Shape<Chunk> CHUNK =
      Shape.of(
          "chunk",
          "Body bytes that arrived together.",
          members -> {
            var at = members.required("atNanos", NANOS, Chunk::atNanos);
            var bytes = members.required("bytes", COUNT, Chunk::bytes);
            return values -> new Chunk(values.get(at), values.get(bytes));
          });

  private static final Shape<Late> LATE =
      Shape.of(
          "late",
          "A stretch in which something had arrived that the program was not given yet.",
          members -> {
            var at = members.required("atNanos", NANOS, Late::atNanos);
            var duration = members.required("durationNanos", NANOS, Late::durationNanos);
            return values -> new Late(values.get(at), values.get(duration));
          });

  private static final Shape<List<DnsQuery>> DNS =
      Shape.of(
          "dns",
          "What resolvers were asked for the exchange.",
          members -> {
            var queries =
                members.usual("queries", DnsShape.QUERY.part().list(), asked -> asked, List.of());
            return values -> values.get(queries);
          });

  static final Shape<Exchange> EXCHANGE =
      Shape.of(
          "exchange",
          "One request and its response, as far as it came.",
          members -> {
            var url = members.required("url", URL, Exchange::url);
            var method = members.required("method", WORD, Exchange::method);
            var status = members.intOrNull("status", INTEGER, Exchange::status);
            var protocol =
                members
                    .orNull("protocol", WORD, Exchange::protocol)
                    .says("ALPN id: http/1.1, h2, h3.");
            var initiator =
                members.knownOrNull(
                    "initiator",
                    Kind.evolving(() -> INITIATOR, FREE_TEXT, ExchangeShape::ofOldText),
                    Exchange::initiator);
            var resource = ResourceMembers.of(members);
            var redirectedFrom = members.orNull("redirectedFrom", URL, Exchange::redirectedFrom);
            var start =
                members
                    .required("startNanos", NANOS, Exchange::startNanos)
                    .says(
                        "Nanoseconds, as all members whose names end so; instants count from the"
                            + " start of the run on one monotonic clock.");
            var gap =
                members
                    .usual("gapNanos", NANOS, Exchange::gapNanos, 0L)
                    .says("Time between phases: phases + gap = wall time, exactly.");
            var connection =
                members.orNull(
                    "connection", ConnectionShape.CONNECTION.part(), Exchange::connection);
            var proxy = members.ifAny("proxy", PROXY.part(), Exchange::proxy);
            var phases =
                members
                    .required("phases", PhasesShape.PHASES.part(), Exchange::phases)
                    .says("By phase, in wire order; they never overlap.");
            var marks = members.usual("marks", MARKS.part(), Exchange::marks, Marks.NONE);
            var interim =
                members.usual("interim", INTERIM.part().list(), Exchange::interim, List.of());
            var request =
                members.usual(
                    "request", FactsShape.REQUEST.part(), Exchange::request, RequestFacts.NONE);
            var response =
                members.orNull("response", FactsShape.RESPONSE.part(), Exchange::response);
            var chunks = members.usual("chunks", CHUNK.part().list(), Exchange::chunks, List.of());
            var dns = members.usual("dns", DNS.part(), Exchange::dns, List.of());
            var tls = members.orNull("tls", TlsShape.TLS.part(), Exchange::tls);
            var source =
                members
                    .implied("source", WORD, Exchange::source, Exchange.SOCKET)
                    .says(
                        "Who noted when things arrived: socket (when we had them), kernel, browser"
                            + " or imported.");
            var late =
                members
                    .implied("late", LATE.part().list(), Exchange::late, List.of())
                    .says("When this computer was busy while we waited; in order, apart.");
            var serverSpans =
                members
                    .usual("serverSpans", WORDS, Exchange::serverSpans, List.of())
                    .says("Ids of spans of the run.");
            return values -> {
              ExchangeBuilder exchange =
                  new ExchangeBuilder(values.get(url), values.get(method))
                      .status(values.get(status))
                      .protocol(values.get(protocol))
                      .initiator(values.get(initiator))
                      .resource(resource.of(values))
                      .redirectedFrom(values.get(redirectedFrom))
                      .startNanos(values.get(start))
                      .gapNanos(values.get(gap))
                      .connection(values.get(connection))
                      .proxy(values.get(proxy))
                      .marks(values.get(marks))
                      .interim(values.get(interim))
                      .request(values.get(request))
                      .response(values.get(response))
                      .chunks(values.get(chunks))
                      .dns(values.get(dns))
                      .tls(values.get(tls))
                      .source(values.get(source))
                      .late(values.get(late))
                      .serverSpans(values.get(serverSpans));
              values.get(phases).byPhase().forEach(exchange::phase);
              return exchange.build();
            };
          });
}
