package dev.lightfoot.shape.snapshot;

import static dev.lightfoot.shape.snapshot.Kinds.COUNT;
import static dev.lightfoot.shape.snapshot.Kinds.FREE_TEXT;
import static dev.lightfoot.shape.snapshot.Kinds.HEADER;
import static dev.lightfoot.shape.snapshot.Kinds.WORD;
import static dev.lightfoot.shape.snapshot.Kinds.label;

import dev.lightfoot.model.EdgeCache;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.ServerTiming;
import dev.lightfoot.shape.Shape;
import java.util.List;

/// What was sent and received.
final class FactsShape {
  private FactsShape() {}

  private static final String LINES = "Header lines in wire order, each as name and value.";
  private static final String FOLLOWS = "Follows from the headers; ignored when read.";

  private static final Shape<EdgeCache> EDGE_CACHE =
      Shape.of(
          "edgeCache",
          "What a cache between here and the origin says it did.",
          members -> {
            var verdict =
                members.required(
                    "verdict",
                    label(
                        EdgeCache.Verdict.class,
                        EdgeCache.Verdict::label,
                        "hit, stale, revalidated, miss or bypass is expected"),
                    EdgeCache::verdict);
            var source = members.usual("source", WORD, EdgeCache::source, "");
            var detail = members.usual("detail", FREE_TEXT, EdgeCache::detail, "");
            var age = members.longIfAny("ageSeconds", COUNT, EdgeCache::ageSeconds);
            return values ->
                new EdgeCache(
                    values.get(verdict), values.get(source), values.get(detail), values.get(age));
          });

  private static final Shape<ServerTiming> SERVER_TIMING =
      Shape.of(
          "serverTiming",
          "One metric of the Server-Timing field.",
          members -> {
            var name = members.required("name", FREE_TEXT, ServerTiming::name);
            var duration = members.longIfAny("durationNanos", COUNT, ServerTiming::durationNanos);
            var description = members.ifAny("description", FREE_TEXT, ServerTiming::description);
            return values ->
                new ServerTiming(values.get(name), values.get(duration), values.get(description));
          });

  static final Shape<RequestFacts> REQUEST =
      Shape.of(
          "request",
          "The request as it went out.",
          members -> {
            var headerBytes = members.usual("headerBytes", COUNT, RequestFacts::headerBytes, 0L);
            var cookieBytes = members.usual("cookieBytes", COUNT, RequestFacts::cookieBytes, 0L);
            var bodyBytes = members.usual("bodyBytes", COUNT, RequestFacts::bodyBytes, 0L);
            var headers =
                members
                    .usual("headers", HEADER.list(), RequestFacts::headers, List.of())
                    .says(LINES);
            return values ->
                new RequestFacts(
                    values.get(headerBytes),
                    values.get(cookieBytes),
                    values.get(bodyBytes),
                    values.get(headers));
          });

  static final Shape<ResponseFacts> RESPONSE =
      Shape.of(
          "response",
          "The final response as it came in.",
          members -> {
            var headerBytes = members.usual("headerBytes", COUNT, ResponseFacts::headerBytes, 0L);
            var bodyBytes =
                members
                    .usual("bodyBytes", COUNT, ResponseFacts::bodyBytes, 0L)
                    .says("As sent, without framing.");
            var decodedBytes =
                members
                    .longIfAny("decodedBytes", COUNT, ResponseFacts::decodedBytes)
                    .says("After content codings.");
            var headers =
                members
                    .usual("headers", HEADER.list(), ResponseFacts::headers, List.of())
                    .says(LINES);
            var cut =
                members.ifAny("cut", WORD, ResponseFacts::cut).says("Why the body is not whole.");
            members
                .ifAny("edgeCache", EDGE_CACHE.part(), response -> EdgeCache.of(response.headers()))
                .derived()
                .says(FOLLOWS);
            members
                .implied(
                    "serverTiming",
                    SERVER_TIMING.part().list(),
                    response -> ServerTiming.of(response.headers()),
                    List.of())
                .derived()
                .says(FOLLOWS);
            return values ->
                new ResponseFacts(
                    values.get(headerBytes),
                    values.get(bodyBytes),
                    values.get(decodedBytes),
                    values.get(headers),
                    values.get(cut));
          });
}
