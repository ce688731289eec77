package dev.lightfoot.truth;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What each side of each connection was already heard saying: what is sent again because no
/// acknowledgement came ends nothing a second time.
final class Heard {
  private final Map<String, BitSet> bytes = new HashMap<>();
  private final Set<String> frames = new HashSet<>();

  /// Whether a TCP segment brings a byte that none brought before.
  ///
  /// @param side connection and direction
  /// @param sequence of its first byte, from the connection's start
  boolean isNews(String side, int sequence, int length) {
    BitSet known = bytes.computeIfAbsent(side, _ -> new BitSet());
    boolean news = length > 0 && known.nextClearBit(sequence) < sequence + length;
    known.set(sequence, sequence + length);
    return news;
  }

  /// Whether a datagram brings stream frames that none brought before.
  ///
  /// @param side connection and direction
  /// @param said its streams, their offsets and their data
  boolean isNews(String side, String said) {
    return frames.add(side + " " + said);
  }
}
