package dev.lightfoot.analysis.replay;

import dev.lightfoot.analysis.stack.PlacedSpan;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A span in the replay: it begins when what ended before it ends, and its own time passes as it
/// was observed.
public final class ServerCall {
  private final PlacedSpan placed;
  private final CallText text;
  private final List<ServerCall> children = new ArrayList<>();
  private final long rttSeen;
  private boolean dropped;
  private double ownBefore = 1;
  private long longerNanos;
  private int trips;
  private @Nullable ServerCall together;
  long newStart;
  long newEnd;

  ServerCall(PlacedSpan placed, CallText text) {
    this.placed = placed;
    this.text = text;
    this.trips = placed.trips();
    this.rttSeen =
        trips == 0 ? 0 : Math.min(placed.rttNanos().orElse(0), placed.durationNanos() / trips);
  }

  public Span span() {
    return placed.span();
  }

  public Layer layer() {
    return placed.span().layer();
  }

  /// What its record says of what was asked.
  public CallText text() {
    return text;
  }

  /// The record that it was read from, with its peer.
  public PlacedSpan placed() {
    return placed;
  }

  /// Those within it, by start.
  public List<ServerCall> children() {
    return children;
  }

  public int trips() {
    return dropped ? 0 : trips;
  }

  /// The floor of its peer, no more than it took; empty where it is not known.
  public OptionalLong rttNanos() {
    return placed.rttNanos().isPresent() ? OptionalLong.of(rttSeen) : OptionalLong.empty();
  }

  public long startNanos() {
    return placed.startNanos();
  }

  public long endNanos() {
    return placed.startNanos() + placed.durationNanos();
  }

  public boolean isDropped() {
    return dropped;
  }

  /// Takes it out, with all within it.
  ///
  /// @param own how much of the time between what ended before it and it still passes, 0 to 1
  public void drop(double own) {
    dropped = true;
    ownBefore = own;
    children.clear();
  }

  /// Lets it take so much longer than it did; a negative number makes it shorter.
  public void lengthen(long nanos) {
    longerNanos += nanos;
  }

  /// Lets it begin when that one does, though it had waited for it.
  public void together(ServerCall first) {
    together = first;
  }

  @Nullable ServerCall companion() {
    return together;
  }

  double ownBefore() {
    return ownBefore;
  }

  long longerNanos() {
    return longerNanos;
  }
}
