package dev.lightfoot.probe.wire;

import java.util.List;

/// How a TLS record arrived, or what was read at once without TLS. Instants are raw nanoTime.
///
/// @param number distinguishes the records of one connection
/// @param first when its first byte came
/// @param last when its last byte came
/// @param pieces its parts, where it came in several
public record RecordArrival(long number, long first, long last, List<RecordPiece> pieces) {
  /// What stands before the plain text: the record's header, and a record's own overhead, all of
  /// which is counted here (17 bytes in TLS 1.3).
  private static final int BEFORE_TEXT = 5 + 17;

  public RecordArrival {
    pieces = List.copyOf(pieces);
  }

  /// When that byte of the plain text was there, and how many with it.
  ///
  /// @param offset in the record's plain text
  /// @param most how many bytes are wanted
  Part part(int offset, int most) {
    for (int i = 0; i + 1 < pieces.size(); i++) {
      int before = pieces.get(i).end() - BEFORE_TEXT - offset;
      if (before > 0) {
        long at = pieces.get(i).atNanoTime();
        return new Part(Math.min(most, before), offset == 0 ? first : at, at);
      }
    }
    return new Part(most, offset == 0 || pieces.size() < 2 ? first : last, last);
  }

  /// Bytes of the plain text that were there at the same time.
  record Part(int count, long first, long last) {}
}
