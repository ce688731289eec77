package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.snapshot.JsonSource.Value;
import dev.lightfoot.model.DnsAnswer;
import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResponseFacts;
import java.util.List;
import java.util.Map;

/// Reads what was sent, received and asked of resolvers.
final class FactsReader {
  private static final Value<String> TEXT = JsonSource::string;
  private static final Value<Long> NUMBER = JsonSource::integer;
  private static final Value<Boolean> FLAG = JsonSource::bool;
  private static final Value<List<Header>> HEADERS = in -> in.array(FactsReader::header);

  private static final Map<String, Value<?>> REQUEST =
      Map.of("headerBytes", NUMBER, "cookieBytes", NUMBER, "bodyBytes", NUMBER, "headers", HEADERS);

  private static final Map<String, Value<?>> RESPONSE =
      Map.of(
          "headerBytes", NUMBER,
          "bodyBytes", NUMBER,
          "decodedBytes", NUMBER,
          "headers", HEADERS,
          "cut", TEXT,
          "edgeCache", JsonSource::skip,
          "serverTiming", JsonSource::skip);

  private static final Map<String, Value<?>> DNS =
      Map.of("queries", in -> in.array(FactsReader::query));

  private static final Map<String, Value<?>> QUERY =
      Map.ofEntries(
          Map.entry("name", TEXT),
          Map.entry("type", TEXT),
          Map.entry("server", TEXT),
          Map.entry("transport", TEXT),
          Map.entry("startNanos", NUMBER),
          Map.entry("durationNanos", NUMBER),
          Map.entry("trips", NUMBER),
          Map.entry("rcode", TEXT),
          Map.entry("authenticated", FLAG),
          Map.entry("truncated", FLAG),
          Map.entry("answers", in -> in.array(FactsReader::answer)),
          Map.entry("note", TEXT));

  private static final Map<String, Value<?>> ANSWER =
      Map.of("name", TEXT, "type", TEXT, "ttlSeconds", NUMBER, "data", TEXT);

  private FactsReader() {}

  /// The member `dns` of an exchange.
  record Dns(List<DnsQuery> queries) {}

  static RequestFacts request(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(REQUEST);
    return new RequestFacts(
        members.number("headerBytes", 0),
        members.number("cookieBytes", 0),
        members.number("bodyBytes", 0),
        members.list("headers", Header.class));
  }

  static ResponseFacts response(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(RESPONSE);
    return new ResponseFacts(
        members.number("headerBytes", 0),
        members.number("bodyBytes", 0),
        members.optionalNumber("decodedBytes"),
        members.list("headers", Header.class),
        members.optionalText("cut"));
  }

  static Dns dns(JsonSource in) throws SnapshotFormatException {
    return new Dns(in.object(DNS).list("queries", DnsQuery.class));
  }

  private static Header header(JsonSource in) throws SnapshotFormatException {
    List<String> pair = in.array(TEXT);
    if (pair.size() != 2) {
      throw in.invalid("a header line is expected here, as name and value");
    }
    return new Header(pair.get(0), pair.get(1));
  }

  private static DnsQuery query(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(QUERY);
    return new DnsQuery(
        members.text("name"),
        members.optionalText("type"),
        members.text("server"),
        members.text("transport"),
        members.nanos("startNanos"),
        members.nanos("durationNanos"),
        members.trips(),
        members.optionalText("rcode"),
        members.flag("authenticated"),
        members.flag("truncated"),
        members.list("answers", DnsAnswer.class),
        members.optionalText("note"));
  }

  private static DnsAnswer answer(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(ANSWER);
    return new DnsAnswer(
        members.text("name"),
        members.text("type"),
        members.number("ttlSeconds"),
        members.text("data"));
  }
}
