package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.snapshot.JsonSource.Value;
import dev.lightfoot.model.DnsAnswer;
import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.DnssecState;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.HttpsRecord;
import dev.lightfoot.model.Phases;
import dev.lightfoot.model.ResolverConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what resolvers were asked and what they said of hosts.
final class DnsReader {
  private static final Value<String> TEXT = JsonSource::string;
  private static final Value<Long> NUMBER = JsonSource::integer;
  private static final Value<Boolean> FLAG = JsonSource::bool;
  private static final Value<List<String>> TEXTS = in -> in.array(TEXT);
  private static final Value<List<DnsQuery>> QUERIES = in -> in.array(DnsReader::query);

  private static final Map<String, Value<?>> DNS = Map.of("queries", QUERIES);

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
          Map.entry("answers", in -> in.array(DnsReader::answer)),
          Map.entry("setUp", DnsReader::connection),
          Map.entry("note", TEXT));

  private static final Map<String, Value<?>> ANSWER =
      Map.of("name", TEXT, "type", TEXT, "ttlSeconds", NUMBER, "data", TEXT);

  private static final Map<String, Value<?>> CONNECTION =
      Map.of(
          "address",
          TEXT,
          "phases",
          ExchangeReader::phases,
          "tlsVersion",
          TEXT,
          "queries",
          in -> in.array(DnsReader::query));

  private static final Map<String, Value<?>> HOST =
      Map.of(
          "host",
          TEXT,
          "dnssec",
          DnsReader::dnssec,
          "caa",
          DnsReader::caa,
          "https",
          in -> in.array(DnsReader::https),
          "queries",
          QUERIES);

  private static final Map<String, Value<?>> DNSSEC = Map.of("state", TEXT, "reason", TEXT);

  private static final Map<String, Value<?>> CAA =
      Map.of("owner", TEXT, "records", in -> in.array(DnsReader::caaRecord));

  private static final Map<String, Value<?>> CAA_RECORD =
      Map.of("critical", FLAG, "tag", TEXT, "value", TEXT);

  private static final Map<String, Value<?>> HTTPS =
      Map.of(
          "priority", NUMBER,
          "target", TEXT,
          "alpn", TEXTS,
          "noDefaultAlpn", FLAG,
          "port", NUMBER,
          "ech", FLAG,
          "ipv4Hints", TEXTS,
          "ipv6Hints", TEXTS,
          "mandatory", TEXTS,
          "ttlSeconds", NUMBER);

  private DnsReader() {}

  /// The member `dns` of an exchange.
  record Dns(List<DnsQuery> queries) {}

  private record Dnssec(DnssecState state, String reason) {}

  static Dns dns(JsonSource in) throws SnapshotFormatException {
    return new Dns(in.object(DNS).list("queries", DnsQuery.class));
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
        members.optional("setUp", ResolverConnection.class),
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

  private static ResolverConnection connection(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(CONNECTION);
    return new ResolverConnection(
        members.optionalText("address"),
        members.need("phases", Phases.class),
        members.optionalText("tlsVersion"),
        members.list("queries", DnsQuery.class));
  }

  static HostFacts host(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(HOST);
    Optional<Dnssec> dnssec = members.optional("dnssec", Dnssec.class);
    return new HostFacts(
        members.text("host"),
        dnssec.map(Dnssec::state).orElse(DnssecState.UNKNOWN),
        dnssec.map(Dnssec::reason).orElse(""),
        members.optional("caa", HostFacts.Caa.class),
        members.list("https", HttpsRecord.class),
        members.list("queries", DnsQuery.class));
  }

  private static Dnssec dnssec(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(DNSSEC);
    DnssecState state =
        DnssecState.ofLabel(members.text("state"))
            .orElseThrow(
                () -> members.invalid("state", "secure, insecure, bogus or unknown is expected"));
    return new Dnssec(state, members.optionalText("reason").orElse(""));
  }

  private static HostFacts.Caa caa(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(CAA);
    return new HostFacts.Caa(
        members.optionalText("owner"), members.list("records", HostFacts.CaaRecord.class));
  }

  private static HostFacts.CaaRecord caaRecord(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(CAA_RECORD);
    return new HostFacts.CaaRecord(
        members.flag("critical"), members.text("tag"), members.text("value"));
  }

  private static HttpsRecord https(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(HTTPS);
    return new HttpsRecord(
        members.integer("priority"),
        members.text("target"),
        members.list("alpn", String.class),
        members.flag("noDefaultAlpn"),
        members.optionalInteger("port"),
        members.flag("ech"),
        members.list("ipv4Hints", String.class),
        members.list("ipv6Hints", String.class),
        members.list("mandatory", String.class),
        members.number("ttlSeconds"));
  }
}
