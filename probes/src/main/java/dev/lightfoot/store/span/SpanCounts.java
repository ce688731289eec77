package dev.lightfoot.store.span;

/// What became of the spans that a store accepted: `accepted = kept + dropped + damaged`, always.
///
/// @param accepted since the store was made
/// @param kept can be asked for
/// @param dropped with their whole traces, because newer ones needed the room
/// @param damaged lost to a disk that changed what was written; where they lay is in quarantine
/// @param bytes what the kept ones take on disk or, in memory, about as much
public record SpanCounts(long accepted, long kept, long dropped, long damaged, long bytes) {}
