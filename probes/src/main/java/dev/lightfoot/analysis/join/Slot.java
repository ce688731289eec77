package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a server's span may hang: a server that may have waited for it, or what a proxy recorded
/// of asking it.
final class Slot {
  static final int APPLICATION = 3;

  /// From this rank on, one answer.
  private static final int SINGLE = 2;

  /// What two servers' stamps of one request may differ in.
  private static final long SLACK_NANOS = 2_000_000;

  private final Span span;
  private final Optional<String> path;
  private final Set<String> taken = new HashSet<>();

  private Slot(Span span, Optional<String> path) {
    this.span = span;
    this.path = path;
  }

  static Slot of(Span server) {
    return new Slot(server, Likeness.target(server));
  }

  /// An attempt asks for what the proxy was asked for, as far as is known.
  static Slot of(Span attempt, Span proxy) {
    return new Slot(attempt, Likeness.target(attempt).or(() -> Likeness.target(proxy)));
  }

  Span span() {
    return span;
  }

  boolean isApplication() {
    return rank(span) == APPLICATION;
  }

  boolean isOfLog(Span other) {
    return log(span).equals(log(other)) && !SpanRoles.isUpstream(span);
  }

  boolean asked(String target) {
    return path.filter(target::equals).isPresent();
  }

  /// An attempt, or an application, has one answer of each log; a proxy may ask for more.
  void take(Span inner) {
    taken.add(log(inner));
  }

  /// The one that fits best: which asked for the same, is long enough, lies furthest in, and is
  /// longer by least.
  static Optional<Slot> best(List<Slot> slots, Span inner) {
    return slots.stream()
        .filter(slot -> slot.mayHold(inner))
        .min(
            Comparator.comparing((Slot slot) -> !slot.asksTheSame(inner))
                .thenComparing(slot -> slot.excess(inner) < -SLACK_NANOS)
                .thenComparing(Comparator.comparingInt((Slot slot) -> rank(slot.span)).reversed())
                .thenComparingLong(slot -> Math.abs(slot.excess(inner))));
  }

  private boolean mayHold(Span inner) {
    boolean another = rank(span) < rank(inner) || !log(span).equals(log(inner));
    boolean free = rank(span) < SINGLE || !taken.contains(log(inner));
    boolean same = !isApplication() || path.isEmpty() || asksTheSame(inner);
    return another && free && same && holds(inner);
  }

  /// Whether it lasts as long, as far as its stamps say.
  boolean holds(Span inner) {
    long rounding = span.time().resolutionNanos() + inner.time().resolutionNanos();
    return span.time().duration().isEmpty() || excess(inner) >= -rounding;
  }

  private long excess(Span inner) {
    return span.time().durationNanos() - inner.time().durationNanos();
  }

  /// A server that does not say what it was asked for may have been asked for anything.
  private boolean asksTheSame(Span inner) {
    Optional<String> other = Likeness.target(inner);
    return path.isEmpty() || other.isEmpty() || other.equals(path);
  }

  private static String log(Span span) {
    return span.attributes().get(AttributeNames.FORMAT).orElse("")
        + span.attributes().get(AttributeNames.SERVICE_NAME).orElse("");
  }

  /// How far in a server is.
  static int rank(Span span) {
    return switch (span.layer()) {
      case PROXY -> 0;
      case QUEUE -> 1;
      case APP -> SpanRoles.isUpstream(span) ? SINGLE : APPLICATION;
      default -> APPLICATION + 1;
    };
  }
}
