package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.snapshot.JsonSource.Value;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResponseFacts;
import java.util.List;
import java.util.Map;

/// Reads what was sent and received.
final class FactsReader {
  private static final Value<String> TEXT = JsonSource::string;
  private static final Value<Long> NUMBER = JsonSource::integer;
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

  private FactsReader() {}

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

  private static Header header(JsonSource in) throws SnapshotFormatException {
    List<String> pair = in.array(TEXT);
    if (pair.size() != 2) {
      throw in.invalid("a header line is expected here, as name and value");
    }
    return new Header(pair.get(0), pair.get(1));
  }
}
