package dev.lightfoot.model;

import java.util.OptionalLong;

/// Instants of one response, in nanoseconds from the start of the run; empty where the response did
/// not come that far.
///
/// @param firstByteNanos first byte of any response; a 103 counts (W3C `firstInterimResponseStart`)
/// @param finalFirstByteNanos first byte of the final response (W3C `finalResponseHeadersStart`)
/// @param headersCompleteNanos last byte of the final response's header section
/// @param bodyFirstByteNanos first byte of the body
/// @param lastByteNanos last byte of the body, or of the header section where there is no body
public record Marks(
    OptionalLong firstByteNanos,
    OptionalLong finalFirstByteNanos,
    OptionalLong headersCompleteNanos,
    OptionalLong bodyFirstByteNanos,
    OptionalLong lastByteNanos) {

  /// No byte came back.
  public static final Marks NONE =
      new Marks(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());
}
