package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.snapshot.JsonSource.Value;
import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Connection;
import dev.lightfoot.model.ConnectionAttempt;
import dev.lightfoot.model.Evidence;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.KernelTcp;
import dev.lightfoot.model.Marks;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Phases;
import dev.lightfoot.model.ProxyHop;
import dev.lightfoot.model.QuicPath;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.TlsFacts;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads an exchange: its connection, its phases and its marks.
final class ExchangeReader {
  private static final Value<String> TEXT = JsonSource::string;
  private static final Value<Long> NUMBER = JsonSource::integer;
  private static final Value<Boolean> FLAG = JsonSource::bool;

  private static final Map<String, Value<?>> EXCHANGE =
      Map.ofEntries(
          Map.entry("url", TEXT),
          Map.entry("method", TEXT),
          Map.entry("status", NUMBER),
          Map.entry("protocol", TEXT),
          Map.entry("initiator", InitiatorReader::read),
          Map.entry("redirectedFrom", TEXT),
          Map.entry("startNanos", NUMBER),
          Map.entry("gapNanos", NUMBER),
          Map.entry("connection", ExchangeReader::connection),
          Map.entry("proxy", ExchangeReader::proxy),
          Map.entry("phases", ExchangeReader::phases),
          Map.entry("marks", ExchangeReader::marks),
          Map.entry("interim", in -> in.array(ExchangeReader::interim)),
          Map.entry("request", FactsReader::request),
          Map.entry("response", FactsReader::response),
          Map.entry("chunks", in -> in.array(ExchangeReader::chunk)),
          Map.entry("dns", DnsReader::dns),
          Map.entry("tls", TlsReader::read),
          Map.entry("serverSpans", in -> in.array(TEXT)));

  private static final Map<String, Value<?>> CONNECTION =
      Map.of(
          "id",
          NUMBER,
          "reused",
          FLAG,
          "address",
          TEXT,
          "rttNanos",
          JsonSource::raw,
          "kernel",
          ExchangeReader::kernel,
          "quic",
          ExchangeReader::quic,
          "attempts",
          in -> in.array(ExchangeReader::attempt));

  private static final Map<String, Value<?>> KERNEL =
      Map.of(
          "rttNanos", NUMBER,
          "rttVarianceNanos", NUMBER,
          "minRttNanos", NUMBER,
          "congestionWindow", NUMBER,
          "retransmits", NUMBER);

  private static final Map<String, Value<?>> QUIC =
      Map.of(
          "rttNanos", NUMBER,
          "congestionWindow", NUMBER,
          "packetsSent", NUMBER,
          "packetsReceived", NUMBER,
          "packetsLost", NUMBER,
          "packetsRetransmitted", NUMBER,
          "maxDatagramBytes", NUMBER);
  private static final Map<String, Value<?>> PROXY =
      Map.of("url", TEXT, "source", TEXT, "tunnel", FLAG, "status", NUMBER);

  private static final Map<String, Value<?>> ATTEMPT =
      Map.of(
          "address", TEXT,
          "startNanos", NUMBER,
          "durationNanos", NUMBER,
          "outcome", TEXT,
          "errorType", TEXT,
          "transport", TEXT);

  private static final Map<String, Value<?>> PHASES = phaseShape();

  private static final Map<String, Value<?>> TIMING =
      Map.of(
          "state", TEXT,
          "reason", TEXT,
          "startNanos", NUMBER,
          "durationNanos", NUMBER,
          "trips", NUMBER,
          "evidence", TEXT,
          "errorType", TEXT,
          "message", TEXT);

  private static final Map<String, Value<?>> MARKS =
      Map.of(
          "firstByteNanos", NUMBER,
          "finalFirstByteNanos", NUMBER,
          "headersCompleteNanos", NUMBER,
          "bodyFirstByteNanos", NUMBER,
          "lastByteNanos", NUMBER);

  private static final Map<String, Value<?>> INTERIM = Map.of("status", NUMBER, "atNanos", NUMBER);
  private static final Map<String, Value<?>> CHUNK = Map.of("atNanos", NUMBER, "bytes", NUMBER);

  private ExchangeReader() {}

  static Exchange read(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(EXCHANGE);
    ExchangeBuilder exchange =
        new ExchangeBuilder(members.text("url"), members.text("method"))
            .status(members.optionalInteger("status"))
            .protocol(members.optionalText("protocol"))
            .initiator(
                members
                    .optional("initiator", InitiatorReader.Read.class)
                    .flatMap(InitiatorReader.Read::known))
            .redirectedFrom(members.optionalText("redirectedFrom"))
            .startNanos(members.nanos("startNanos"))
            .gapNanos(members.nanosOrZero("gapNanos"))
            .connection(members.optional("connection", Connection.class))
            .proxy(members.optional("proxy", ProxyHop.class))
            .marks(members.optional("marks", Marks.class).orElse(Marks.NONE))
            .interim(members.list("interim", Interim.class))
            .request(members.optional("request", RequestFacts.class).orElse(RequestFacts.NONE))
            .response(members.optional("response", ResponseFacts.class))
            .chunks(members.list("chunks", Chunk.class))
            .dns(
                members
                    .optional("dns", DnsReader.Dns.class)
                    .map(dns -> dns.queries())
                    .orElse(List.of()))
            .tls(members.optional("tls", TlsFacts.class))
            .serverSpans(members.list("serverSpans", String.class));
    members.need("phases", Phases.class).byPhase().forEach(exchange::phase);
    return exchange.build();
  }

  private static Connection connection(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(CONNECTION);
    Optional<KernelTcp> kernel = members.optional("kernel", KernelTcp.class);
    Optional<QuicPath> quic = members.optional("quic", QuicPath.class);
    if (kernel.isEmpty() && quic.isEmpty()) {
      // Without what the kernel says in full the number has no place in the model, but is not lost.
      members
          .optionalText("rttNanos")
          .ifPresent(raw -> in.unknown().put(members.place() + "/rttNanos", raw));
    }
    return new Connection(
        members.integer("id"),
        members.flag("reused"),
        members.optionalText("address"),
        kernel,
        quic,
        members.list("attempts", ConnectionAttempt.class));
  }

  private static ProxyHop proxy(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(PROXY);
    return new ProxyHop(
        members.text("url"),
        members.optionalText("source").orElse(""),
        members.flag("tunnel"),
        members.optionalInteger("status"));
  }

  private static KernelTcp kernel(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(KERNEL);
    return new KernelTcp(
        members.nanos("rttNanos"),
        members.nanos("rttVarianceNanos"),
        members.nanos("minRttNanos"),
        members.number("congestionWindow"),
        members.number("retransmits"));
  }

  private static ConnectionAttempt attempt(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(ATTEMPT);
    return new ConnectionAttempt(
        members.text("address"),
        members.nanos("startNanos"),
        members.nanos("durationNanos"),
        members.text("outcome"),
        members.optionalText("errorType"),
        members.optionalText("transport").orElse(ConnectionAttempt.TCP));
  }

  private static QuicPath quic(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(QUIC);
    return new QuicPath(
        members.nanos("rttNanos"),
        members.number("congestionWindow"),
        members.number("packetsSent"),
        members.number("packetsReceived"),
        members.number("packetsLost"),
        members.number("packetsRetransmitted"),
        members.number("maxDatagramBytes"));
  }

  private static Map<String, Value<?>> phaseShape() {
    Map<String, Value<?>> shape = new HashMap<>();
    for (Phase phase : Phase.values()) {
      shape.put(phase.label(), ExchangeReader::timing);
    }
    return shape;
  }

  static Phases phases(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(PHASES);
    EnumMap<Phase, PhaseTiming> timings = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      members
          .optional(phase.label(), PhaseTiming.class)
          .ifPresent(timing -> timings.put(phase, timing));
    }
    return new Phases(timings);
  }

  private static PhaseTiming timing(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(TIMING);
    return switch (members.text("state")) {
      case "measured" ->
          new PhaseTiming.Measured(
              members.nanos("startNanos"), duration(members), members.trips(), evidence(members));
      case "not-applicable" ->
          new PhaseTiming.NotApplicable(
              members.optionalText("reason").orElse(PhaseTiming.Reason.NONE));
      case "failed" ->
          new PhaseTiming.Failed(
              members.nanos("startNanos"),
              duration(members),
              members.trips(),
              members.text("errorType"),
              members.optionalText("message").orElse(""));
      default -> throw members.invalid("state", "measured, not-applicable or failed is expected");
    };
  }

  private static long duration(Members members) throws SnapshotFormatException {
    long nanos = members.nanos("durationNanos");
    if (nanos < 0) {
      throw members.invalid("durationNanos", "a phase cannot take less than no time");
    }
    return nanos;
  }

  private static Evidence evidence(Members members) throws SnapshotFormatException {
    String label = members.optionalText("evidence").orElse(Evidence.MEASURED.label());
    for (Evidence evidence : Evidence.values()) {
      if (evidence.label().equals(label)) {
        return evidence;
      }
    }
    throw members.invalid("evidence", "measured, imported or inferred is expected");
  }

  private static Marks marks(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(MARKS);
    return new Marks(
        members.optionalNanos("firstByteNanos"),
        members.optionalNanos("finalFirstByteNanos"),
        members.optionalNanos("headersCompleteNanos"),
        members.optionalNanos("bodyFirstByteNanos"),
        members.optionalNanos("lastByteNanos"));
  }

  private static Interim interim(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(INTERIM);
    return new Interim(members.integer("status"), members.nanos("atNanos"));
  }

  private static Chunk chunk(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(CHUNK);
    return new Chunk(members.nanos("atNanos"), members.number("bytes"));
  }
}
