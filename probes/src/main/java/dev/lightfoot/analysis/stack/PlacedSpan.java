package dev.lightfoot.analysis.stack;

import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.model.span.Span;
import java.util.Optional;
import java.util.OptionalLong;

/// One span of an exchange, where it lies on the run's clock.
///
/// @param span as it was recorded
/// @param parent position of the span that waits for it, or
///   [dev.lightfoot.analysis.trace.SpanTree#NONE]
/// @param startNanos from the start of the run; 0 without meaning where it floats
/// @param durationNanos as its recorder says
/// @param floating whether only its duration is known, not when it was
/// @param trips round trips to another machine; 0 where it is none, or went with another
/// @param rttNanos floor round-trip time of its peer; empty where too few calls were seen
/// @param peer where it went, as far as a record says
/// @param own whether it is the called machine's half of a call
public record PlacedSpan(
    Span span,
    int parent,
    long startNanos,
    long durationNanos,
    boolean floating,
    int trips,
    OptionalLong rttNanos,
    Optional<Peer> peer,
    boolean own) {}
