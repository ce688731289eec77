package dev.lightfoot.shape.snapshot;

import static dev.lightfoot.shape.snapshot.Kinds.FLAG;
import static dev.lightfoot.shape.snapshot.Kinds.FREE_TEXT;
import static dev.lightfoot.shape.snapshot.Kinds.ID;
import static dev.lightfoot.shape.snapshot.Kinds.INTEGER;
import static dev.lightfoot.shape.snapshot.Kinds.NANOS;
import static dev.lightfoot.shape.snapshot.Kinds.NUMBER;
import static dev.lightfoot.shape.snapshot.Kinds.TIME;
import static dev.lightfoot.shape.snapshot.Kinds.URL;
import static dev.lightfoot.shape.snapshot.Kinds.WORD;
import static dev.lightfoot.shape.snapshot.Kinds.label;

import dev.lightfoot.model.Alignment;
import dev.lightfoot.model.Annotation;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.shape.Shape;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// The outer records: the snapshot, its environment and its runs.
public final class SnapshotShape {
  private SnapshotShape() {}

  private static final Shape<Environment> ENVIRONMENT =
      Shape.of(
          "environment",
          "Where and with what the snapshot was taken.",
          members -> {
            var lightfoot = members.required("lightfoot", WORD, Environment::lightfoot);
            var os = members.required("os", WORD, Environment::os);
            var java = members.required("java", WORD, Environment::java);
            var resolver =
                members
                    .required("resolver", URL, Environment::resolver)
                    .says("Address, DoH URL or system.");
            var proxy =
                members
                    .ifAny("proxy", URL, Environment::proxy)
                    .says(
                        "The proxy that the first request went through, without user and"
                            + " password.");
            var place =
                members
                    .orNull("place", FREE_TEXT, Environment::place)
                    .says("Where the measurement was made, in the person's words.");
            var serverPlace =
                members
                    .ifAny("serverPlace", FREE_TEXT, Environment::serverPlace)
                    .says("Where the target's server stands, in the person's words.");
            var warnings =
                members.usual("warnings", FREE_TEXT.list(), Environment::warnings, List.of());
            return values ->
                new Environment(
                    values.get(lightfoot),
                    values.get(os),
                    values.get(java),
                    values.get(resolver),
                    values.get(proxy),
                    values.get(place),
                    values.get(serverPlace),
                    values.get(warnings));
          });

  static final Shape<RunError> ERROR =
      Shape.of(
          "error",
          "Why a run did not come to its end.",
          members -> {
            var phase =
                members.orNull(
                    "phase",
                    label(Phase.class, Phase::label, "the name of a phase is expected"),
                    RunError::phase);
            var errorType = members.required("errorType", WORD, RunError::errorType);
            members
                .required("code", WORD, RunError::code)
                .derived()
                .says("Follows from errorType; ignored when read.");
            var message = members.required("message", FREE_TEXT, RunError::message);
            return values ->
                new RunError(values.get(phase), values.get(errorType), values.get(message));
          });

  private static final Shape<Alignment> ALIGNMENT =
      Shape.of(
          "alignment",
          "Bounds of a server clock's offset, server minus client.",
          members -> {
            var clock = members.required("clock", WORD, Alignment::clock);
            var low = members.required("lowNanos", NUMBER, Alignment::lowNanos);
            var high = members.required("highNanos", NUMBER, Alignment::highNanos);
            var requests =
                members
                    .implied("requests", INTEGER.promise("minimum", 0), Alignment::requests, 0)
                    .says("How many requests bound it; absent where that is not known.");
            return values ->
                new Alignment(
                    values.get(clock), values.get(low), values.get(high), values.get(requests));
          });

  private static final Shape<Run> RUN =
      Shape.of(
          "run",
          "One probe of the target, or one load of a page.",
          members -> {
            var state =
                members.required(
                    "state",
                    label(RunState.class, RunState::label, "cold, resumed or warm is expected"),
                    Run::state);
            var startedAt = members.required("startedAt", TIME, Run::startedAt);
            var error = members.orNull("error", ERROR.part(), Run::error);
            var interrupted =
                members
                    .usual("interrupted", FLAG, Run::interrupted, false)
                    .says("Our own process slept or stalled meanwhile; left out of statistics.");
            var leftOut =
                members
                    .ifAny(
                        "leftOut",
                        label(
                            LeftOut.class,
                            LeftOut::label,
                            "preparing, not-kept or excluded is expected"),
                        Run::leftOut)
                    .says(
                        "Why it is left out of statistics though it came to its end: it only made"
                            + " the connection that the next runs found, the connection that a warm"
                            + " run needs was not kept, or the person chose so.");
            members
                .longIfAny("busyNanos", NANOS, SnapshotShape::busyNanos)
                .derived()
                .says(
                    "How long this computer was busy while we waited for what had arrived; absent"
                        + " where it was not. Follows from the exchanges' late; ignored when"
                        + " read.");
            members
                .implied("busy", FLAG, Run::isBusy, false)
                .derived()
                .says("That was more than 20 % of the run's wall time; ignored when read.");
            var exchanges =
                members
                    .expected("exchanges", ExchangeShape.EXCHANGE.part().list(), Run::exchanges)
                    .says(
                        "In the order in which they were asked for; each redirect hop is one of its"
                            + " own.");
            var spans = members.usual("spans", SpanShape.SPAN.part().list(), Run::spans, List.of());
            var alignments =
                members.usual("alignments", ALIGNMENT.part().list(), Run::alignments, List.of());
            var page = members.ifAny("page", PageShape.PAGE.part(), Run::page);
            return values ->
                new Run(
                    values.get(state),
                    values.get(startedAt),
                    values.get(error),
                    values.get(interrupted),
                    values.get(leftOut),
                    values.get(exchanges),
                    values.get(spans),
                    values.get(alignments),
                    values.get(page));
          });

  private static OptionalLong busyNanos(Run run) {
    long nanos = run.busyNanos();
    return nanos > 0 ? OptionalLong.of(nanos) : OptionalLong.empty();
  }

  /// The whole snapshot, without its envelope (format, version, checksum) and without members of
  /// newer versions.
  public static final Shape<Snapshot> SNAPSHOT =
      Shape.of(
          "snapshot",
          "The runs against one target.",
          members -> {
            var id =
                members
                    .required("id", ID, Snapshot::id)
                    .says(
                        "48 bits of milliseconds since 1970 and 80 random bits in Crockford's"
                            + " base32, lower case: sorts by time.");
            var name =
                members.orNull("name", FREE_TEXT, Snapshot::name).says("The person's name for it.");
            var target =
                members.required("target", URL, Snapshot::target).says("The URL asked for.");
            var takenAt = members.required("takenAt", TIME, Snapshot::takenAt);
            var environment =
                members.required("environment", ENVIRONMENT.part(), Snapshot::environment);
            var runs = members.expected("runs", RUN.part().list(), Snapshot::runs);
            var hosts =
                members
                    .implied("hosts", HostShape.HOST.part().list(), Snapshot::hosts, List.of())
                    .says(
                        "What DNS says of the hosts beside their addresses; asked once, after the"
                            + " runs.");
            var tags =
                members
                    .implied(
                        "tags",
                        FREE_TEXT.list(),
                        snapshot -> snapshot.annotation().tags(),
                        List.of())
                    .says("Words that the person finds it by.");
            var note =
                members
                    .ifAny("note", FREE_TEXT, snapshot -> snapshot.annotation().note())
                    .says("What the person wrote on it.");
            return values ->
                new Snapshot(
                    values.get(id),
                    values.get(name),
                    values.get(target),
                    values.get(takenAt),
                    values.get(environment),
                    values.get(runs),
                    values.get(hosts),
                    new Annotation(values.get(tags), values.get(note)),
                    Map.of());
          });
}
