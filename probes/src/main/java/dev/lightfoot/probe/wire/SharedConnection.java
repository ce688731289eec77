package dev.lightfoot.probe.wire;

/// A connection that carries many requests at a time: h2 or h3.
public interface SharedConnection {
  /// Streams that are taken for granted until the peer has said how many it takes (RFC 9113 section
  /// 6.5.2 and RFC 9114 section 6.1 ask for no fewer).
  int USUAL_STREAMS = 100;

  /// Whether it is open and takes new requests.
  boolean takesMore();

  /// How many streams the peer takes at a time.
  int mostStreams();
}
