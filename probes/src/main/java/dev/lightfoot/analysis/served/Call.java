package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.analysis.statement.CallText;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.RoundTrips;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import java.util.Optional;

/// One call of a request to a database, cache or other service. Where a pool, a mapper or a driver
/// recorded the same call each in a span of its own, it is one call: that of the innermost.
public final class Call {
  private final int number;
  private final Place place;
  private final Span span;
  private final CallText text;
  private final Question question;
  private final RoundTrips stands;
  private final boolean failed;

  /// Where it is in its trace, by positions in the tree.
  ///
  /// @param position of the span that stands for it
  /// @param outer of the outermost span that recorded the same call; its own where it is alone
  /// @param parent of what made the call, [dev.lightfoot.analysis.trace.SpanTree#NONE] where that
  ///   was not recorded
  /// @param pathNanos its time on the request's critical path
  record Place(int position, int outer, int parent, long pathNanos) {}

  Call(int number, Place place, Span span, boolean failed, CallText text, Question question) {
    this.number = number;
    this.place = place;
    this.span = span;
    this.text = text;
    this.question = question;
    this.failed = failed;
    stands = RoundTrips.of(span);
  }

  /// Its number among all calls, 0 on.
  public int number() {
    return number;
  }

  /// Position in the request's tree of the span that stands for it.
  public int position() {
    return place.position;
  }

  /// Position of the outermost span that recorded the same call.
  public int outer() {
    return place.outer;
  }

  /// Position of what made the call, or [dev.lightfoot.analysis.trace.SpanTree#NONE].
  public int parent() {
    return place.parent;
  }

  public Span span() {
    return span;
  }

  public Layer layer() {
    return span.layer();
  }

  /// What was asked.
  public CallText text() {
    return text;
  }

  /// The machine that it went to; empty where its recorder does not name it.
  public Optional<Peer> peer() {
    return question.peer();
  }

  /// What it asks of whom.
  public Question question() {
    return question;
  }

  /// Round trips that it stands for, and operations that travelled with them.
  public RoundTrips stands() {
    return stands;
  }

  public int trips() {
    return Math.clamp(stands.trips(), 1, Integer.MAX_VALUE);
  }

  /// Whether several operations travelled in one trip: a batch, a pipeline, rows of one insert.
  public boolean isBatch() {
    return stands.operations() > stands.trips() || text.isMany();
  }

  public boolean failed() {
    return failed;
  }

  /// Whether it is known when it began and how long it took.
  public boolean timed() {
    return span.time().isInterval();
  }

  /// Nanoseconds since 1970; without meaning where it is not [#timed()].
  public long startNanos() {
    return span.time().atUnixNanos();
  }

  /// Nanoseconds since 1970; without meaning where it is not [#timed()].
  public long endNanos() {
    return span.time().atUnixNanos() + span.time().durationNanos();
  }

  /// Whether it is known how long it took.
  public boolean lasted() {
    return span.time().known() != SpanTime.Known.INSTANT;
  }

  /// How long it took; 0 where that is not known.
  public long nanos() {
    return lasted() ? span.time().durationNanos() : 0;
  }

  /// How long one of its trips took.
  public long tripNanos() {
    return nanos() / trips();
  }

  /// Its time on the request's critical path. Where it is only known how long calls took, all of
  /// it: they are taken as made one after another.
  public long pathNanos() {
    return place.pathNanos;
  }
}
