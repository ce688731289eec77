package dev.lightfoot.store.span;

import dev.lightfoot.model.span.Layer;
import java.util.Optional;
import java.util.OptionalLong;

/// Which traces are meant: those that satisfy every condition given. A condition on spans holds
/// where some span of the trace satisfies it; two conditions may be satisfied by different spans.
///
/// @param service recorded a span of it
/// @param named has a span of that name: the traces of a route, or of a kind of statement
/// @param layer has a span in it
/// @param outcome whether a span failed
/// @param status of one of its spans
/// @param shortestNanos its duration is at least this
/// @param longestNanos its duration is at most this
/// @param fromUnixNanos it began then or later
/// @param toUnixNanos it began before this
/// @param attribute a span has it
/// @param text occurs in a span's name, attributes, events or status, in whatever case
public record TraceFilter(
    Optional<String> service,
    Optional<Named> named,
    Optional<Layer> layer,
    Optional<Outcome> outcome,
    Optional<StatusRange> status,
    OptionalLong shortestNanos,
    OptionalLong longestNanos,
    OptionalLong fromUnixNanos,
    OptionalLong toUnixNanos,
    Optional<Attribute> attribute,
    Optional<String> text) {
  /// Every trace.
  public static final TraceFilter ALL = builder().build();

  /// How a trace ended.
  public enum Outcome {
    /// At least one span failed.
    FAILED,
    /// None did.
    WELL
  }

  /// HTTP statuses, both ends included: 500 to 599.
  public record StatusRange(int from, int to) {
    public boolean contains(int status) {
      return status >= from && status <= to;
    }
  }

  /// What a span is called and who recorded it.
  ///
  /// @param service empty where it names none
  /// @param name as [dev.lightfoot.model.span.RouteName] names it
  public record Named(Layer layer, String service, String name) {}

  /// A name and its value, in whatever case.
  public record Attribute(String name, String value) {}

  /// Whether texts of spans are looked at.
  public boolean hasWords() {
    return attribute.isPresent() || text.isPresent();
  }

  /// Whether the conditions hold that are about a trace as a whole.
  ///
  /// @param failed whether a span failed
  public boolean bounds(long began, long duration, boolean failed) {
    return duration >= shortestNanos.orElse(Long.MIN_VALUE)
        && duration <= longestNanos.orElse(Long.MAX_VALUE)
        && began >= fromUnixNanos.orElse(Long.MIN_VALUE)
        && (toUnixNanos.isEmpty() || began < toUnixNanos.getAsLong())
        && (outcome.isEmpty() || (outcome.get() == Outcome.FAILED) == failed);
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Collects conditions.
  public static final class Builder {
    private Optional<String> service = Optional.empty();
    private Optional<Named> named = Optional.empty();
    private Optional<Layer> layer = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private Optional<StatusRange> status = Optional.empty();
    private OptionalLong shortest = OptionalLong.empty();
    private OptionalLong longest = OptionalLong.empty();
    private OptionalLong from = OptionalLong.empty();
    private OptionalLong to = OptionalLong.empty();
    private Optional<Attribute> attribute = Optional.empty();
    private Optional<String> text = Optional.empty();

    private Builder() {}

    public Builder service(String name) {
      service = Optional.of(name);
      return this;
    }

    /// A span of that name.
    public Builder named(Layer where, String recorder, String name) {
      named = Optional.of(new Named(where, recorder, name));
      return this;
    }

    public Builder layer(Layer wanted) {
      layer = Optional.of(wanted);
      return this;
    }

    public Builder outcome(Outcome wanted) {
      outcome = Optional.of(wanted);
      return this;
    }

    public Builder status(int lowest, int highest) {
      status = Optional.of(new StatusRange(lowest, highest));
      return this;
    }

    public Builder atLeast(long nanos) {
      shortest = OptionalLong.of(nanos);
      return this;
    }

    public Builder atMost(long nanos) {
      longest = OptionalLong.of(nanos);
      return this;
    }

    public Builder from(long unixNanos) {
      from = OptionalLong.of(unixNanos);
      return this;
    }

    public Builder before(long unixNanos) {
      to = OptionalLong.of(unixNanos);
      return this;
    }

    public Builder attribute(String name, String value) {
      attribute = Optional.of(new Attribute(name, value));
      return this;
    }

    /// An empty text is not a condition.
    public Builder text(String wanted) {
      text = Optional.of(wanted).filter(each -> !each.isEmpty());
      return this;
    }

    public TraceFilter build() {
      return new TraceFilter(
          service, named, layer, outcome, status, shortest, longest, from, to, attribute, text);
    }
  }
}
