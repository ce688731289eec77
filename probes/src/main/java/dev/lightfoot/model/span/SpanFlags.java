package dev.lightfoot.model.span;

import java.util.Optional;
import java.util.OptionalLong;

/// What a recorder said of a span beside its content (OTLP `flags`): the flags of W3C Trace Context
/// in the lowest byte, and where its parent is. Kept as [AttributeNames#SPAN_FLAGS].
///
/// @param isSampled whether it is recorded whatever those behind it decide
/// @param isRandom whether its trace's id is known to be random; false where nobody says so, too
/// @param isParentRemote whether its parent is another process's; empty where that is not said
public record SpanFlags(boolean isSampled, boolean isRandom, Optional<Boolean> isParentRemote) {
  private static final long SAMPLED = 0x01;
  private static final long RANDOM = 0x02;
  private static final long SAYS_WHERE = 0x100;
  private static final long REMOTE = 0x200;
  private static final long MOST = 0xffff_ffffL;

  /// Those of a span; empty where its recorder said nothing.
  public static Optional<SpanFlags> of(Span span) {
    OptionalLong bits = span.attributes().number(AttributeNames.SPAN_FLAGS);
    return bits.isPresent() && isWritten(bits.getAsLong())
        ? Optional.of(of(bits.getAsLong()))
        : Optional.empty();
  }

  private static SpanFlags of(long bits) {
    return new SpanFlags(
        (bits & SAMPLED) != 0,
        (bits & RANDOM) != 0,
        (bits & SAYS_WHERE) == 0 ? Optional.empty() : Optional.of((bits & REMOTE) != 0));
  }

  /// Whether they say anything: 0 is what formats write where nothing is known.
  public static boolean isWritten(long bits) {
    return bits > 0 && bits <= MOST;
  }
}
