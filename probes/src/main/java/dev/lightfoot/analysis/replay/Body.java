package dev.lightfoot.analysis.replay;

import dev.lightfoot.model.Chunk;
import java.util.List;

/// A response's body as it came: when each part arrived after the first byte, and after how many
/// rounds of acknowledgement.
public final class Body {
  private final List<Chunk> chunks;
  private final int[] rounds;
  private final long startNanos;
  private final long endNanos;
  private final long bytes;
  private final long observedRttNanos;
  private int sharedRounds;
  private long sharedNanos;
  private boolean shared;
  private long rttNanos;
  private double kept = 1;
  private double roundsKept = 1;

  /// @param flights when the connection's flights began, those of other responses too
  Body(Came came, long[] flights, long rtt) {
    this.chunks = came.chunks();
    this.startNanos = came.startNanos();
    this.endNanos = came.endNanos();
    this.bytes = came.bytes();
    this.observedRttNanos = rtt;
    this.rttNanos = rtt;
    this.rounds = new int[chunks.size() + 1];
    rounds[chunks.size()] = came.seenRounds();
    if (rtt > 0 && !chunks.isEmpty()) {
      for (int i = 0; i <= chunks.size(); i++) {
        long at = i < chunks.size() ? chunks.get(i).atNanos() : chunks.getLast().atNanos();
        rounds[i] = Flights.within(flights, startNanos + Flights.soon(rtt), at);
      }
    }
  }

  /// A body as it was observed.
  ///
  /// @param startNanos first byte of the final response
  /// @param endNanos last byte
  /// @param bytes on the wire
  /// @param seenRounds rounds where the source counts them and has no chunks; 0 otherwise
  record Came(List<Chunk> chunks, long startNanos, long endNanos, long bytes, int seenRounds) {}

  long startNanos() {
    return startNanos;
  }

  long endNanos() {
    return endNanos;
  }

  List<Chunk> chunks() {
    return chunks;
  }

  public long bytes() {
    return bytes;
  }

  /// How much of the bytes is sent.
  public double kept() {
    return kept;
  }

  /// Rounds of acknowledgement until the last byte was there.
  public int rounds() {
    return shared ? sharedRounds : (int) Math.round(rounds[last()] * roundsKept);
  }

  long rttNanos() {
    return rttNanos;
  }

  public void rttNanos(long other) {
    rttNanos = other;
  }

  /// Lets only that share of the bytes be sent.
  public void keep(double share) {
    kept *= share;
  }

  /// Lets only that share of the rounds be waited for: the window is open already.
  public void keepRounds(double share) {
    roundsKept *= share;
  }

  /// Lets it wait for what else is sent on its connection, and for the window that they share.
  void shared(int roundsWaited, long nanos) {
    shared = true;
    sharedRounds = roundsWaited;
    sharedNanos = nanos;
  }

  /// After the first byte, when the part was there that came at that position; what follows the
  /// last one is the end.
  long offsetNanos(int at) {
    int from = kept < 1 ? scaled(at) : at;
    long observed = from < chunks.size() ? chunks.get(from).atNanos() : endNanos;
    long offset = observed - startNanos;
    if (chunks.isEmpty()) {
      offset = Math.round(offset * kept);
    }
    if (shared) {
      return Math.max(0, offset - rounds[from] * observedRttNanos) + sharedNanos;
    }
    long now = offset + rounds[from] * (rttNanos - observedRttNanos);
    return Math.max(0, Math.round(now - rounds[from] * (1 - roundsKept) * rttNanos));
  }

  /// The part with which as many bytes had come as are sent until that one now.
  private int scaled(int at) {
    long wanted = 0;
    for (int i = 0; i < Math.min(at + 1, chunks.size()); i++) {
      wanted += chunks.get(i).bytes();
    }
    wanted = Math.round(wanted * kept);
    long came = 0;
    for (int i = 0; i < chunks.size(); i++) {
      came += chunks.get(i).bytes();
      if (came >= wanted) {
        return i;
      }
    }
    return chunks.size();
  }

  private int last() {
    return chunks.isEmpty() || kept >= 1 ? chunks.size() : scaled(chunks.size());
  }
}
