package dev.lightfoot.shape.snapshot;

import static dev.lightfoot.shape.snapshot.Kinds.FREE_TEXT;
import static dev.lightfoot.shape.snapshot.Kinds.LENGTH;
import static dev.lightfoot.shape.snapshot.Kinds.NANOS;
import static dev.lightfoot.shape.snapshot.Kinds.TRIPS;
import static dev.lightfoot.shape.snapshot.Kinds.WORD;
import static dev.lightfoot.shape.snapshot.Kinds.label;
import static dev.lightfoot.shape.snapshot.Kinds.word;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.PhaseTiming.Failed;
import dev.lightfoot.model.PhaseTiming.Measured;
import dev.lightfoot.model.PhaseTiming.NotApplicable;
import dev.lightfoot.model.Phases;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.shape.Member;
import dev.lightfoot.shape.Shape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Phases and their timings. A timing has the members of its state only.
final class PhasesShape {
  private PhasesShape() {}

  private static final String MEASURED = "measured";
  private static final String NOT_APPLICABLE = "not-applicable";
  private static final String FAILED = "failed";

  private static final Shape<PhaseTiming> TIMING =
      Shape.of(
          "timing",
          "What is known about one phase.",
          members -> {
            var state =
                members.required(
                    "state",
                    word(
                        "measured, not-applicable or failed is expected",
                        MEASURED,
                        NOT_APPLICABLE,
                        FAILED),
                    PhasesShape::state);
            var reason =
                members
                    .ifAny("reason", WORD, of(NotApplicable.class, NotApplicable::reason))
                    .says(
                        "Why the phase did not take place: none, reused, cached, plain-text,"
                            + " literal, hosts-file, not-reached.");
            var start =
                members.longIfAny(
                    "startNanos", NANOS, time(Measured::startNanos, Failed::startNanos));
            var duration =
                members
                    .longIfAny(
                        "durationNanos",
                        LENGTH,
                        time(Measured::durationNanos, Failed::durationNanos))
                    .says("Length in nanoseconds.");
            var trips =
                members
                    .intIfAny("trips", TRIPS, PhasesShape::trips)
                    .says(
                        "Dependent round trips counted on the wire; absent where they cannot be"
                            + " seen.");
            var evidence =
                members.ifAny(
                    "evidence",
                    label(
                        Evidence.class,
                        Evidence::label,
                        "measured, imported or inferred is expected"),
                    of(Measured.class, Measured::evidence));
            var errorType =
                members
                    .ifAny("errorType", WORD, of(Failed.class, Failed::errorType))
                    .says("What failed, such as certificate-expired.");
            var message =
                members
                    .ifAny("message", FREE_TEXT, of(Failed.class, Failed::message))
                    .says("One sentence for people.");
            members.when(state, MEASURED, List.of(start, duration), List.of(trips, evidence));
            members.when(state, NOT_APPLICABLE, List.of(), List.of(reason));
            members.when(
                state, FAILED, List.of(start, duration, errorType), List.of(trips, message));
            return values ->
                switch (values.get(state)) {
                  case MEASURED ->
                      new Measured(
                          values.get(start).orElseThrow(),
                          values.get(duration).orElseThrow(),
                          values.get(trips),
                          values.get(evidence).orElse(Evidence.MEASURED));
                  case FAILED ->
                      new Failed(
                          values.get(start).orElseThrow(),
                          values.get(duration).orElseThrow(),
                          values.get(trips),
                          values.get(errorType).orElseThrow(),
                          values.get(message).orElse(""));
                  default -> new NotApplicable(values.get(reason).orElse(PhaseTiming.Reason.NONE));
                };
          });

  static final Shape<Phases> PHASES =
      Shape.of(
          "phases",
          "By phase, in wire order; they never overlap.",
          members -> {
            Map<Phase, Member<Phases, Optional<PhaseTiming>>> timings = new EnumMap<>(Phase.class);
            for (Phase phase : Phase.values()) {
              timings.put(
                  phase,
                  members.ifAny(phase.label(), TIMING.part(), phases -> phases.timing(phase)));
            }
            return values -> {
              Map<Phase, PhaseTiming> found = new EnumMap<>(Phase.class);
              for (var entry : timings.entrySet()) {
                values.get(entry.getValue()).ifPresent(timing -> found.put(entry.getKey(), timing));
              }
              return new Phases(found);
            };
          });

  private static String state(PhaseTiming timing) {
    return switch (timing) {
      case Measured _ -> MEASURED;
      case NotApplicable _ -> NOT_APPLICABLE;
      case Failed _ -> FAILED;
    };
  }

  private static OptionalInt trips(PhaseTiming timing) {
    return switch (timing) {
      case Measured measured -> measured.trips();
      case NotApplicable _ -> OptionalInt.empty();
      case Failed failed -> failed.trips();
    };
  }

  private static Function<PhaseTiming, OptionalLong> time(
      ToLongFunction<Measured> measured, ToLongFunction<Failed> failed) {
    return timing ->
        switch (timing) {
          case Measured each -> OptionalLong.of(measured.applyAsLong(each));
          case NotApplicable _ -> OptionalLong.empty();
          case Failed each -> OptionalLong.of(failed.applyAsLong(each));
        };
  }

  private static <S extends PhaseTiming, V> Function<PhaseTiming, Optional<V>> of(
      Class<S> state, Function<S, V> value) {
    return timing ->
        state.isInstance(timing) ? Optional.of(value.apply(state.cast(timing))) : Optional.empty();
  }
}
