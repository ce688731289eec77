package dev.lightfoot.report.words;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.connection.QuicPath;

/// What is known of a QUIC path, in one line.
public final class PathWords {
  private PathWords() {}

  /// Such as `RTT 40.2 ms · window 13.5 kB · 12 packets sent, 0 lost, 0 sent again · 1 200 bytes in
  /// a datagram`.
  public static String of(QuicPath path) {
    return say(
        "text.path.facts",
        Numbers.millis(path.rttNanos()),
        Numbers.bytes(path.congestionWindow()),
        Numbers.count(path.packetsSent()),
        Numbers.count(path.packetsReceived()),
        Numbers.count(path.packetsLost()),
        Numbers.count(path.packetsRetransmitted()),
        Numbers.bytes(path.maxDatagramBytes()));
  }
}
