package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.snapshot.JsonSource.Value;
import dev.lightfoot.codec.snapshot.SnapshotFormatException.Reason;
import dev.lightfoot.model.Alignment;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.model.Span;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/// Reads the outer members: the snapshot, its environment, its runs and what servers logged.
final class SnapshotReader {
  private static final Value<String> TEXT = JsonSource::string;
  private static final Value<Long> NUMBER = JsonSource::integer;
  private static final Value<Boolean> FLAG = JsonSource::bool;

  private static final Map<String, Value<?>> SNAPSHOT =
      Map.of(
          "format",
          SnapshotReader::format,
          "version",
          SnapshotReader::version,
          "id",
          TEXT,
          "name",
          TEXT,
          "target",
          TEXT,
          "takenAt",
          TEXT,
          "environment",
          SnapshotReader::environment,
          "runs",
          in -> in.array(SnapshotReader::run),
          "hosts",
          in -> in.array(DnsReader::host));

  private static final Map<String, Value<?>> ENVIRONMENT =
      Map.of(
          "lightfoot", TEXT,
          "os", TEXT,
          "java", TEXT,
          "resolver", TEXT,
          "proxy", TEXT,
          "place", TEXT,
          "warnings", in -> in.array(TEXT));

  private static final Map<String, Value<?>> RUN =
      Map.of(
          "state",
          TEXT,
          "startedAt",
          TEXT,
          "error",
          SnapshotReader::error,
          "interrupted",
          FLAG,
          "exchanges",
          in -> in.array(ExchangeReader::read),
          "spans",
          in -> in.array(SpanReader::read),
          "alignments",
          in -> in.array(SnapshotReader::alignment));

  private static final Map<String, Value<?>> ERROR =
      Map.of("phase", TEXT, "errorType", TEXT, "message", TEXT, "code", JsonSource::skip);

  private static final Map<String, Value<?>> ALIGNMENT =
      Map.of("clock", TEXT, "lowNanos", NUMBER, "highNanos", NUMBER, "requests", NUMBER);

  private SnapshotReader() {}

  static Snapshot read(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(SNAPSHOT);
    if (!members.has("format")) {
      throw new SnapshotFormatException(
          Reason.WRONG_FORMAT, "The member format is missing: this is no Lightfoot snapshot.");
    }
    members.number("version");
    String id = members.text("id");
    if (!SnapshotId.isValid(id)) {
      throw members.invalid("id", "26 characters of lower-case base32 are expected");
    }
    return new Snapshot(
        id,
        members.optionalText("name"),
        members.text("target"),
        members.time("takenAt", OffsetDateTime::parse),
        members.need("environment", Environment.class),
        members.list("runs", Run.class),
        members.list("hosts", HostFacts.class),
        in.unknown());
  }

  private static String format(JsonSource in) throws SnapshotFormatException {
    String format = in.string();
    if (!format.equals(SnapshotCodec.FORMAT)) {
      throw new SnapshotFormatException(
          Reason.WRONG_FORMAT, "At /format: this is no Lightfoot snapshot.");
    }
    return format;
  }

  private static Long version(JsonSource in) throws SnapshotFormatException {
    long version = in.integer();
    if (version > SnapshotCodec.VERSION) {
      throw new SnapshotFormatException(
          Reason.NEWER_VERSION,
          "At /version: this snapshot has format version "
              + version
              + ", this Lightfoot reads up to "
              + SnapshotCodec.VERSION
              + ". Update Lightfoot to open it.");
    }
    if (version < 1) {
      throw in.invalid("version 1 or later is expected");
    }
    return version;
  }

  private static Environment environment(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(ENVIRONMENT);
    return new Environment(
        members.text("lightfoot"),
        members.text("os"),
        members.text("java"),
        members.text("resolver"),
        members.optionalText("proxy"),
        members.optionalText("place"),
        members.list("warnings", String.class));
  }

  private static Run run(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(RUN);
    return new Run(
        state(members),
        members.time("startedAt", OffsetDateTime::parse),
        members.optional("error", RunError.class),
        members.flag("interrupted"),
        members.list("exchanges", Exchange.class),
        members.list("spans", Span.class),
        members.list("alignments", Alignment.class));
  }

  private static RunState state(Members members) throws SnapshotFormatException {
    String label = members.text("state");
    for (RunState state : RunState.values()) {
      if (state.label().equals(label)) {
        return state;
      }
    }
    throw members.invalid("state", "cold, resumed or warm is expected");
  }

  private static RunError error(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(ERROR);
    Optional<String> label = members.optionalText("phase");
    Optional<Phase> phase = label.flatMap(Phase::ofLabel);
    if (label.isPresent() && phase.isEmpty()) {
      throw members.invalid("phase", "the name of a phase is expected");
    }
    return new RunError(phase, members.text("errorType"), members.text("message"));
  }

  private static Alignment alignment(JsonSource in) throws SnapshotFormatException {
    Members members = in.object(ALIGNMENT);
    return new Alignment(
        members.text("clock"),
        members.number("lowNanos"),
        members.number("highNanos"),
        members.optionalInteger("requests").orElse(0));
  }
}
