package dev.lightfoot.probe.http.wire;

/// What a peer may send at most.
public final class ResponseLimits {
  private ResponseLimits() {}

  /// Bytes of one header section.
  public static final int MAX_HEADER_BYTES = 256 * 1024;

  /// Lines of one header section.
  public static final int MAX_HEADER_LINES = 1_000;

  /// Bytes of one body, as sent and after decoding.
  public static final long MAX_BODY_BYTES = 64L * 1024 * 1024;

  /// Content codings applied one after the other.
  public static final int MAX_CODINGS = 2;

  /// Decoded bytes for each byte sent, once more than [#RATIO_AFTER_BYTES] were decoded.
  public static final int MAX_RATIO = 200;

  /// Small bodies may decode to any multiple.
  public static final long RATIO_AFTER_BYTES = 10L * 1024 * 1024;

  /// Interim responses before the final one.
  public static final int MAX_INTERIM = 100;
}
