package dev.lightfoot.probe.wire;

import okio.ByteString;

/// How the body of a final response begins, without its content codings: for people to look at
/// while the program runs. It is part of no exchange, so no snapshot and no export holds it.
///
/// @param bytes at most [#MAX_BYTES]
/// @param whole whether that is all of it
public record BodyStart(ByteString bytes, boolean whole) {
  /// What lies beyond is not kept.
  public static final int MAX_BYTES = 64 * 1024;
}
