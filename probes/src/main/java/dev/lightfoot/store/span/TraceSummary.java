package dev.lightfoot.store.span;

import java.util.OptionalInt;

/// What a list shows of a trace.
///
/// @param id what [SpanStore#trace] takes
/// @param service whose span the first root is; empty where it names none
/// @param name method and route of the first root, or what else it is called
/// @param status HTTP status of the first root
/// @param atUnixNanos start of the earliest span on its recorder's clock; 0 where none is known
/// @param durationNanos from the earliest start to the latest end; 0 where no duration is known
/// @param spans how many
/// @param errors how many of them failed ([dev.lightfoot.model.span.Span#failed])
public record TraceSummary(
    String id,
    String service,
    String name,
    OptionalInt status,
    long atUnixNanos,
    long durationNanos,
    int spans,
    int errors) {}
